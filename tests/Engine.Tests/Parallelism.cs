// libtorch's default generator, default type and thread count belong to the process: tests that rely on them would see each other's.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
