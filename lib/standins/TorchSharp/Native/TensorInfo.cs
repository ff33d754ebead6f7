using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>shim.cpp's <c>TensorInfo</c>. The two pointers are valid as long as the tensor lives and keeps its shape.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TensorInfo
{
    public long Dim;
    public long Numel;
    public long ItemSize;
    public long StorageOffset;
    public long* Sizes;
    public long* Strides;
    public int Dtype;
    public int DeviceType;
    public int DeviceIndex;
    public int RequiresGrad;
    public int IsLeaf;
    public int IsContiguous;
    public int IsInference;
    public int IsStrided;

    /// <summary>Whether the memory holds the elements as they are: no conjugate that is only noted, no zeros without memory.</summary>
    public int IsPlain;
}
