using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor tensor(double[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromSpan<double>(rawArray, ScalarType.Float64, dimensions, dtype, device, requires_grad);

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        WithGrad(Aten.arange.Call(stop, dtype ?? (stop.IsInteger ? ScalarType.Int64 : null), Arg.Default, device), requires_grad);

    /// <summary>A new tensor with a copy of the values.</summary>
    internal static unsafe Tensor FromSpan<T>(ReadOnlySpan<T> values, ScalarType type, ReadOnlySpan<long> dimensions, ScalarType? dtype,
        Device? device, bool requires_grad)
        where T : unmanaged
    {
        var count = 1L;
        foreach (var n in dimensions)
            count = checked(count * n);
        if (count != values.Length)
            throw new ArgumentException($"{values.Length} values do not fill the shape [{string.Join(", ", dimensions.ToArray())}], which has {count} elements.");
        var result = Aten.empty.Call(dimensions, type);
        if (values.Length > 0)
            values.CopyTo(new Span<T>(result.DataPointer(), values.Length));
        if ((dtype is { } wanted && wanted != type) || device is { type: not DeviceType.CPU })
        {
            using var source = result.DetachFromDisposeScope();
            result = Aten.to_device.Call(source, device ?? new Device(DeviceType.CPU), dtype ?? type);
        }

        return WithGrad(result, requires_grad);
    }

    private static Tensor WithGrad(Tensor tensor, bool requires_grad)
    {
        if (requires_grad)
            tensor.requires_grad = true;
        return tensor;
    }
}
