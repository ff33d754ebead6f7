using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>How many threads one operator may use.</summary>
    public static unsafe int get_num_threads() => Api.Instance.GetNumThreads();

    /// <summary>Holds for every thread of the process.</summary>
    public static unsafe void set_num_threads(int num) => Api.Instance.Check(Api.Instance.SetNumThreads(num), "set_num_threads");

    /// <summary>How many operators may run beside each other (in jobs that libtorch itself forks).</summary>
    public static unsafe int get_num_interop_threads() => Api.Instance.GetNumInteropThreads();

    /// <summary>Once, and before any such job was started.</summary>
    public static unsafe void set_num_interop_threads(int num) =>
        Api.Instance.Check(Api.Instance.SetNumInteropThreads(num), "set_num_interop_threads");
}
