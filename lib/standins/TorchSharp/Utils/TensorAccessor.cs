using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Utils;

/// <summary>Reads and writes a CPU tensor's elements in place, in row-major order of its shape whatever its strides.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly T* _data;

    /// <summary>Null where the elements follow each other in memory.</summary>
    private readonly long[]? _strides;
    private readonly long[] _shape;
    private readonly int _moves;
    private torch.Tensor? _tensor;

    /// <exception cref="ArgumentException"><typeparamref name="T"/> is not the tensor's element type.</exception>
    /// <exception cref="InvalidOperationException">The tensor does not lie in the CPU's memory.</exception>
    internal TensorAccessor(torch.Tensor tensor)
    {
        var info = tensor.Info;
        torch.Tensor.CheckReadable(info);
        torch.Tensor.CheckType<T>((torch.ScalarType)info.Dtype);
        _tensor = tensor;
        _moves = tensor.Moves;
        Count = info.Numel;
        _shape = new ReadOnlySpan<long>(info.Sizes, (int)info.Dim).ToArray();
        _strides = info.IsContiguous != 0 ? null : new ReadOnlySpan<long>(info.Strides, (int)info.Dim).ToArray();
        _data = Count == 0 ? null : (T*)tensor.DataPointer();
    }

    public long Count { get; }

    public bool IsReadOnly => false;

    /// <summary>One index: counted in row-major order; otherwise one for every dimension.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public T this[params long[] indices]
    {
        get => indices.Length == 1 ? At(indices[0]) : At(Linear(indices));
        set
        {
            var index = indices.Length == 1 ? indices[0] : Linear(indices);
            Check(index);
            _data[Offset(index)] = value;
            GC.KeepAlive(_tensor);
        }
    }

    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) =>
        ReferenceEquals(left, right) || (left is not null && right is not null && left.Count == right.Count && left.SequenceEqual(right));

    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !(left == right);

    public T[] ToArray()
    {
        var result = new T[Count];
        CopyTo(result);
        return result;
    }

    /// <summary>An array with the tensor's dimensions; one element for a tensor without any.</summary>
    public Array ToNDArray()
    {
        var result = Array.CreateInstance(typeof(T), _shape.Length == 0 ? [1] : _shape);
        CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(result)), result.Length));
        return result;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies as many elements as the tensor has and the array has room for.</summary>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var target = array[arrayIndex..];
        var count = Transferred(target.Length, tensorIndex);
        if (_strides is null)
            new ReadOnlySpan<T>(_data + tensorIndex, count).CopyTo(target);
        else
            for (var i = 0; i < count; i++)
                target[i] = _data[Offset(tensorIndex + i)];
        GC.KeepAlive(_tensor);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <summary>Copies as many elements as the array has and the tensor has room for.</summary>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = array[arrayIndex..];
        var count = Transferred(source.Length, tensorIndex);
        if (_strides is null)
            source[..count].CopyTo(new Span<T>(_data + tensorIndex, count));
        else
            for (var i = 0; i < count; i++)
                _data[Offset(tensorIndex + i)] = source[i];
        GC.KeepAlive(_tensor);
    }

    /// <summary>Whether the other is an accessor with the same elements in the same order.</summary>
#nullable disable annotations // as in TorchSharp
    public override bool Equals(object obj) => obj is TensorAccessor<T> other && this == other;
#nullable restore annotations

    public override int GetHashCode() => Count.GetHashCode();

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0L; i < Count; i++)
            yield return At(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Lets the tensor go, without disposing it.</summary>
    public void Dispose() => _tensor = null;

    /// <summary>One element, counted in row-major order.</summary>
    internal T At(long index)
    {
        Check(index);
        var result = _data[Offset(index)];
        GC.KeepAlive(_tensor);
        return result;
    }

    private void CheckAlive()
    {
        if (_tensor is not { IsInvalid: false })
            throw new ObjectDisposedException(nameof(TensorAccessor<>), "the tensor, or this accessor to it, was disposed.");
        if (_tensor.Moves != _moves)
            throw new InvalidOperationException("the tensor has been given other memory since this accessor to it was made: make a new one.");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Check(long index)
    {
        CheckAlive();
        if ((ulong)index >= (ulong)Count)
            throw new IndexOutOfRangeException($"there is no element {index}: the tensor has {Count}.");
    }

    private int Transferred(int room, long tensorIndex)
    {
        CheckAlive();
        if (tensorIndex < 0 || tensorIndex > Count)
            throw new IndexOutOfRangeException($"there is no element {tensorIndex}: the tensor has {Count}.");
        return (int)Math.Min(room, Count - tensorIndex);
    }

    private long Linear(long[] indices)
    {
        if (indices.Length != _shape.Length)
            throw new ArgumentException($"{indices.Length} indices were given for {_shape.Length} dimensions.", nameof(indices));
        var linear = 0L;
        for (var d = 0; d < indices.Length; d++)
        {
            if ((ulong)indices[d] >= (ulong)_shape[d])
                throw new IndexOutOfRangeException($"index {indices[d]} lies outside dimension {d}, which has {_shape[d]} elements.");
            linear = linear * _shape[d] + indices[d];
        }

        return linear;
    }

    private long Offset(long index)
    {
        if (_strides is null)
            return index;
        var offset = 0L;
        for (var d = _shape.Length - 1; d >= 0; d--)
        {
            (index, var i) = Math.DivRem(index, _shape[d]);
            offset += i * _strides[d];
        }

        return offset;
    }
}
