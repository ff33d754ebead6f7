using TorchSharp.Native;

namespace TorchSharp;

/// <summary>
/// A tensor in TorchSharp's own format: element type, number of dimensions and every size as LEB128 numbers, then the elements in
/// row-major order, little-endian.
/// </summary>
internal static class TensorFile
{
    private const int Chunk = 1 << 20;

    public static void Write(Stream stream, torch.Tensor tensor)
    {
        var dtype = tensor.dtype;
        if (TensorHeader.ElementSize(dtype) is null)
            throw new NotSupportedException($"tensors of type {dtype} cannot be saved.");
        var shape = tensor.shape;
        Leb128.Write(stream, (long)dtype);
        Leb128.Write(stream, shape.Length);
        foreach (var size in shape)
            Leb128.Write(stream, size);
        WriteElements(stream, tensor, Chunk);
    }

    /// <summary>The elements in row-major order, wherever and however they lie.</summary>
    public static unsafe void WriteElements(Stream stream, torch.Tensor tensor, int bufferSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bufferSize);
        using var dense = Dense(tensor);
        var info = dense.Info;
        var bytes = info.Numel * info.ItemSize;
        if (bytes == 0)
            return;
        var source = (byte*)dense.DataPointer();
        for (var done = 0L; done < bytes; done += bufferSize)
            stream.Write(new ReadOnlySpan<byte>(source + done, (int)Math.Min(bufferSize, bytes - done)));
        GC.KeepAlive(dense);
    }

    /// <summary>A new tensor on the CPU.</summary>
    public static torch.Tensor Read(TensorReader reader, string what = "the tensor") => reader.ReadTensor(reader.ReadHeader(what), what);

    /// <summary>Reads into a tensor that is already there; nothing changes where the file does not fit it.</summary>
    /// <exception cref="ArgumentException">The file holds another element type or shape.</exception>
    public static void ReadInto(TensorReader reader, torch.Tensor target, string what = "the tensor")
    {
        var header = reader.ReadHeader(what);
        CheckFits(header, target, what);
        using var read = reader.ReadTensor(header, what);
        Copy(read, target);
    }

    public static void CheckFits(TensorHeader header, torch.Tensor target, string what)
    {
        if (header.Dtype != target.dtype)
            throw new ArgumentException($"Mismatched tensor data types while loading: the file has {header} for {what}, the target is of type {target.dtype}.");
        if (!header.Shape.AsSpan().SequenceEqual(target.shape))
            throw new ArgumentException($"Mismatched tensor shape while loading: the file has {header} for {what}, the target is [{string.Join(", ", target.shape)}].");
    }

    /// <summary>Overwrites a tensor's elements, a leaf's of the graph too.</summary>
    public static void Copy(torch.Tensor from, torch.Tensor to)
    {
        using var off = torch.no_grad();
        Aten.copy_.InPlace(to, from);
    }

    /// <summary>The same elements in the CPU's memory without gaps; shares memory where it can.</summary>
    private static torch.Tensor Dense(torch.Tensor tensor)
    {
        using var off = torch.no_grad();
        using var detached = tensor.detach();
        using var here = Aten.to_device.Call(detached, new torch.Device(DeviceType.CPU), detached.dtype);
        return here.Stored();
    }
}
