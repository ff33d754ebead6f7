#nullable disable annotations

using System.Collections;

namespace TorchSharp.Modules;

/// <summary>Goes through a dataset in batches, in the caller's thread: the same dataset and order give the same batches.</summary>
/// <typeparam name="T">An item.</typeparam>
/// <typeparam name="S">A batch.</typeparam>
public class DataLoader<T, S> : IEnumerable<S>, IDisposable
{
#nullable restore annotations
    public DataLoader(torch.utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, torch.Device, S> collate_fn,
        IEnumerable<long> shuffler, torch.Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true,
        bool disposeDataset = true)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(collate_fn);
        ArgumentNullException.ThrowIfNull(shuffler);
        if (batchSize < 1)
            throw new ArgumentException($"batchSize is {batchSize}; a batch has at least one item.", nameof(batchSize));
        this.dataset = dataset;
        this.collate_fn = collate_fn;
        this.drop_last = drop_last;
        batch_size = batchSize;
        sampler = shuffler;
        num_workers = Math.Max(1, num_worker);
        Device = device ?? new torch.Device(DeviceType.CPU);
        DisposeBatch = disposeBatch;
        DisposeDataset = disposeDataset;
    }

    public DataLoader(torch.utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, torch.Device, S> collate_fn,
        bool shuffle = false, torch.Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false,
        bool disposeBatch = true, bool disposeDataset = true)
        : this(dataset, batchSize, collate_fn, Order(dataset, shuffle, seed), device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }
#nullable disable annotations

    public torch.utils.data.Dataset<T> dataset { get; }

    public int batch_size { get; }

    public bool drop_last { get; }

    /// <summary>The numbers of the items, in the order of the batches.</summary>
    public IEnumerable<long> sampler { get; }

    public int num_workers { get; }

    public Func<IEnumerable<T>, torch.Device, S> collate_fn { get; }

    public torch.Device Device { get; }

    public bool DisposeBatch { get; }

    public bool DisposeDataset { get; }

    /// <summary>How many batches a pass has.</summary>
    public long Count => drop_last ? dataset.Count / batch_size : (dataset.Count + batch_size - 1) / batch_size;

    public IEnumerator<S> GetEnumerator()
    {
        foreach (var numbers in sampler.Chunk(batch_size))
        {
            if (drop_last && numbers.Length < batch_size)
                yield break;
            var batch = Batch(numbers);
            try
            {
                yield return batch;
            }
            finally
            {
                if (DisposeBatch)
                    Collation.Dispose(batch);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && DisposeDataset)
            dataset.Dispose();
    }

    private S Batch(long[] numbers)
    {
        var items = Array.ConvertAll(numbers, dataset.GetTensor);
        try
        {
            return collate_fn(items, Device);
        }
        finally
        {
            // Views made for this batch. What other datasets return may be theirs to keep.
            if (dataset is TensorDataset)
                foreach (var item in items)
                    Collation.Dispose(item);
        }
    }

    private static IEnumerable<long> Order(torch.utils.data.Dataset<T> dataset, bool shuffle, int? seed)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return shuffle ? new ShuffledOrder(dataset.Count, seed) : new SequentialOrder(dataset.Count);
    }
}
