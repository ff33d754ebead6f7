namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Op arange = new("aten::arange");
    public static readonly Op empty = new("aten::empty", "memory_format");
}
