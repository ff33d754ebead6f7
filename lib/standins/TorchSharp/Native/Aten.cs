namespace TorchSharp.Native;

/// <summary>The operators that the engine calls, one static field each, by family in the files of this class; named as libtorch names them.</summary>
internal static partial class Aten
{
    public static readonly Op clone = new("aten::clone");
    public static readonly Op contiguous = new("aten::contiguous");
    public static readonly Op detach = new("aten::detach");
    public static readonly Op detach_ = new("aten::detach_");
    public static readonly Op to_dtype = new("aten::to", "dtype");
    public static readonly Op to_device = new("aten::to", "device");
}
