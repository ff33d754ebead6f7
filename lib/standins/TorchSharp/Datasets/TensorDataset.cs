#nullable disable annotations

namespace TorchSharp.Modules;

/// <summary>The rows of tensors whose first dimensions agree.</summary>
public class TensorDataset : torch.utils.data.IterableDataset
{
    private readonly torch.Tensor[] _tensors;

    internal TensorDataset(torch.Tensor[] tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        if (tensors.Length == 0)
            throw new ArgumentException("a dataset needs at least one tensor.", nameof(tensors));
        var scalar = Array.FindIndex(tensors, t => t.ndim == 0);
        if (scalar >= 0)
            throw new ArgumentException($"tensor {scalar} has no dimensions, so it has no rows.", nameof(tensors));
        if (tensors.Any(t => t.shape[0] != tensors[0].shape[0]))
            throw new ArgumentException(
                $"the tensors have {string.Join(", ", tensors.Select(t => t.shape[0]))} rows; all must have as many.", nameof(tensors));
        // Handles of its own: the caller may dispose theirs, and scopes around this do not touch it.
        _tensors = [.. tensors.Select(t => t.alias().DetachFromDisposeScope())];
        Count = tensors[0].shape[0];
    }

    public override long Count { get; }

    public IList<torch.Tensor> this[long index] => [.. _tensors.Select(t => t.select(0, index))];

    public override IList<torch.Tensor> GetTensor(long index) => this[index];

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            foreach (var tensor in _tensors)
                tensor.Dispose();
        base.Dispose(disposing);
    }
}
