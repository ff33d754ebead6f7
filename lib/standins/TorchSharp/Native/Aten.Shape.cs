namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Op view = new("aten::view");
}
