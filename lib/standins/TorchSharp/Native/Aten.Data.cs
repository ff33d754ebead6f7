namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Op item = new("aten::item");
    public static readonly Op set__source_Tensor = new("aten::set_", "source_Tensor");
}
