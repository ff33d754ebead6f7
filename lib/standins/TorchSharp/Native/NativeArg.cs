using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>shim.cpp's <c>Arg</c>: one argument or result of a boxed call.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct NativeArg
{
    [FieldOffset(0)]
    public ArgTag Tag;

    [FieldOffset(4)]
    public int Length;

    [FieldOffset(8)]
    public long Bits;

    [FieldOffset(8)]
    public double Number;

    [FieldOffset(8)]
    public nint Pointer;
}
