namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Op sum = new("aten::sum");
}
