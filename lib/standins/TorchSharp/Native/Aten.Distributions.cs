namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Op _standard_gamma = new("aten::_standard_gamma");
}
