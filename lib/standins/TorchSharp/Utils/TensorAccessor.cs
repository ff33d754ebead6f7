using System.Collections;

namespace TorchSharp.Utils;

/// <summary>Reads and writes a CPU tensor's elements in place, in row-major order of its shape whatever its strides.</summary>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly torch.Tensor _tensor;

    internal TensorAccessor(torch.Tensor tensor) => _tensor = tensor;

    public long Count => _tensor.numel();

    public unsafe T[] ToArray()
    {
        using var dense = _tensor.contiguous();
        return new ReadOnlySpan<T>(dense.DataPointer(), checked((int)Count)).ToArray();
    }

    public unsafe T this[params long[] indices] => ((T*)_tensor.DataPointer())[indices[0]];

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose()
    {
    }
}
