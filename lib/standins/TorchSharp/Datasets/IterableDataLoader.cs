#nullable disable annotations

namespace TorchSharp.Modules;

/// <summary>Batches of a dataset of tensors in a fixed order: each of them those of its items along a new first dimension.</summary>
public class IterableDataLoader : DataLoader<IList<torch.Tensor>, IList<torch.Tensor>>
{
    public IterableDataLoader(torch.utils.data.IterableDataset dataset, int batchSize, IEnumerable<long> shuffler, torch.Device device = null,
        int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collation.Ordered, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    public IterableDataLoader(torch.utils.data.IterableDataset dataset, int batchSize, bool shuffle = false, torch.Device device = null,
        int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collation.Ordered, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }
}
