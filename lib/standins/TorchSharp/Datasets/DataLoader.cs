#nullable disable annotations

namespace TorchSharp.Modules;

/// <summary>Batches of a dataset of named tensors: under each name, those of its items along a new first dimension.</summary>
public class DataLoader : DataLoader<Dictionary<string, torch.Tensor>, Dictionary<string, torch.Tensor>>
{
    public DataLoader(torch.utils.data.Dataset dataset, int batchSize, IEnumerable<long> shuffler, torch.Device device = null, int num_worker = 1,
        bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collation.Named, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    public DataLoader(torch.utils.data.Dataset dataset, int batchSize, bool shuffle = false, torch.Device device = null, int? seed = null,
        int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collation.Named, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }
}
