using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A new tensor with a copy of the values.</summary>
    internal static unsafe Tensor FromSpan<T>(ReadOnlySpan<T> values, ScalarType type, ReadOnlySpan<long> dimensions, ScalarType? dtype,
        Device? device, bool requires_grad)
        where T : unmanaged
    {
        CheckCount(values.Length, dimensions);
        var result = Aten.empty.Call(dimensions, type, Arg.None, CPU);
        if (values.Length > 0)
            values.CopyTo(new Span<T>(result.DataPointer(), values.Length));
        return Converted(result, dtype, DeviceOrDefault(device), requires_grad);
    }

    private static Tensor FromSpan<T>(ReadOnlySpan<T> values, ReadOnlySpan<long> dimensions, ScalarType? dtype, Device? device,
        bool requires_grad, string[]? names = null)
        where T : unmanaged
    {
        Names.Refuse(names);
        return FromSpan(values, ElementType.Of<T>(), dimensions, dtype, device, requires_grad);
    }

    private static Tensor FromList<T>(IList<T> values, ReadOnlySpan<long> dimensions, ScalarType? dtype, Device? device, bool requires_grad,
        string[]? names)
        where T : unmanaged => FromSpan(values switch
        {
            T[] array => array,
            List<T> list => CollectionsMarshal.AsSpan(list),
            _ => values.ToArray(),
        }, dimensions, dtype, device, requires_grad, names);

    /// <summary>Copies an array of any rank.</summary>
    private static Tensor FromArray<T>(Array values, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
        where T : unmanaged =>
        FromSpan<T>(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(values)), values.Length),
            Lengths(values), dtype, device, requires_grad, names);

    private static long[] Lengths(Array array) => [.. Enumerable.Range(0, array.Rank).Select(array.GetLongLength)];

    private static void CheckCount(long available, ReadOnlySpan<long> dimensions)
    {
        var count = new Size(dimensions.ToArray()).numel();
        if (count != available)
            throw new ArgumentException(
                $"{available} values do not fill the shape [{string.Join(", ", dimensions.ToArray())}], which has {count} elements.");
    }

    /// <summary>The tensor, or in its place one of the dtype and on the device that are asked for.</summary>
    private static Tensor Converted(Tensor tensor, ScalarType? dtype, Device device, bool requires_grad)
    {
        if ((dtype is { } wanted && wanted != tensor.dtype) || device.type != DeviceType.CPU)
        {
            using var source = tensor.DetachFromDisposeScope();
            tensor = Aten.to_device.Call(source, device, dtype ?? source.dtype);
        }

        return WithGrad(tensor, requires_grad);
    }

    private static Tensor WithGrad(Tensor tensor, bool requires_grad)
    {
        if (requires_grad)
            tensor.requires_grad = true;
        return tensor;
    }

    private static ScalarType? DtypeOf(params ReadOnlySpan<Scalar> values)
    {
        foreach (var value in values)
            if (!value.IsInteger)
                return null;
        return ScalarType.Int64;
    }
}
