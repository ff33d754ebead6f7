#nullable disable annotations

using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>The rows of tensors whose first dimensions agree: item i is the i-th row of each. The tensors stay the caller's.</summary>
            public static TensorDataset TensorDataset(params Tensor[] tensors) => new(tensors);

            /// <summary>Batches in an order of your own: a sequence of item numbers, read anew for every pass.</summary>
            public static DataLoader DataLoader(Dataset dataset, int batchSize, IEnumerable<long> shuffler, Device device = null, int num_worker = 1,
                bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                new(dataset, batchSize, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset);

            /// <summary>Batches of a dataset.</summary>
            /// <param name="shuffle">Items in random order. With a seed every pass has the same order; without, torch's own random stream gives each its own.</param>
            /// <param name="num_worker">Accepted; items are always read by the caller's thread, in order.</param>
            /// <param name="drop_last">Leaves out a last batch that is not full.</param>
            /// <param name="disposeBatch">Disposes a batch as soon as the next one is asked for.</param>
            /// <param name="disposeDataset">Disposes the dataset with the loader.</param>
            public static DataLoader DataLoader(Dataset dataset, int batchSize, bool shuffle = false, Device device = null, int? seed = null,
                int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                new(dataset, batchSize, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset);

            /// <summary>Batches in an order of your own: a sequence of item numbers, read anew for every pass.</summary>
            public static IterableDataLoader DataLoader(IterableDataset dataset, int batchSize, IEnumerable<long> shuffler, Device device = null,
                int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                new(dataset, batchSize, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset);

            /// <summary>Batches of a dataset; the parameters are those of the other loader.</summary>
            public static IterableDataLoader DataLoader(IterableDataset dataset, int batchSize, bool shuffle = false, Device device = null, int? seed = null,
                int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                new(dataset, batchSize, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset);
        }
    }
}
