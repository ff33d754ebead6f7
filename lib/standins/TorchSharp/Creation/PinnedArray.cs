using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

/// <summary>
/// Lends a .NET array's memory to a tensor: pinned until the last view of the tensor is gone. Complex numbers of 16 bytes are copied:
/// libtorch takes it that they lie at multiples of 16 and stops the process where they do not; .NET's arrays lie at multiples of 8.
/// </summary>
internal static unsafe class PinnedArray
{
    /// <param name="offset">The first element that the tensor sees.</param>
    public static torch.Tensor Share(Array array, long offset, ReadOnlySpan<long> shape)
    {
        ArgumentNullException.ThrowIfNull(array);
        var dtype = ElementType.Of(array.GetType().GetElementType()!);
        foreach (var size in shape)
            ArgumentOutOfRangeException.ThrowIfNegative(size, nameof(shape));
        if (dtype == torch.ScalarType.ComplexFloat64)
            return Copy(array, offset, shape);
        var pin = new PinnedGCHandle<Array>(array);
        var first = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        var api = Api.Instance;
        nint handle;
        fixed (long* sizes = shape)
            api.Check(api.TensorFromBlob(first + offset * dtype.ElementSize(), sizes, shape.Length, (int)dtype, &Release,
                PinnedGCHandle<Array>.ToIntPtr(pin), &handle), "from_array");
        return torch.Tensor.Wrap(handle);
    }

    private static torch.Tensor Copy(Array array, long offset, ReadOnlySpan<long> shape)
    {
        ref var first = ref Unsafe.As<byte, Complex>(ref MemoryMarshal.GetArrayDataReference(array));
        var values = MemoryMarshal.CreateReadOnlySpan(ref first, array.Length)[checked((int)offset)..];
        return torch.FromSpan(values[..checked((int)new torch.Size(shape.ToArray()).numel())], torch.ScalarType.ComplexFloat64, shape, null,
            torch.CPU, false);
    }

    [UnmanagedCallersOnly]
    private static void Release(nint pin) => PinnedGCHandle<Array>.FromIntPtr(pin).Dispose();
}
