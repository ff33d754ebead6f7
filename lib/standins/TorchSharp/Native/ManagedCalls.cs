using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>shim.cpp's <c>ManagedCalls</c>: what an autograd node with a .NET backward calls.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ManagedCalls
{
    public delegate* unmanaged<nint, nint, nint*, long, nint*, long, byte**, int> Backward;
    public delegate* unmanaged<nint, void> Release;
}
