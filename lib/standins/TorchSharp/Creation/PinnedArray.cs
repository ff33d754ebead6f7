using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

/// <summary>Lends a .NET array's memory to a tensor: pinned until the last view of the tensor is gone.</summary>
internal static unsafe class PinnedArray
{
    /// <param name="offset">The first element that the tensor sees.</param>
    public static torch.Tensor Share(Array array, long offset, ReadOnlySpan<long> shape)
    {
        ArgumentNullException.ThrowIfNull(array);
        var dtype = ElementType.Of(array.GetType().GetElementType()!);
        var pin = new PinnedGCHandle<Array>(array);
        var first = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        var api = Api.Instance;
        nint handle;
        fixed (long* sizes = shape)
            api.Check(api.TensorFromBlob(first + offset * dtype.ElementSize(), sizes, shape.Length, (int)dtype, &Release,
                PinnedGCHandle<Array>.ToIntPtr(pin), &handle), "from_array");
        return torch.Tensor.Wrap(handle);
    }

    [UnmanagedCallersOnly]
    private static void Release(nint pin) => PinnedGCHandle<Array>.FromIntPtr(pin).Dispose();
}
