namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Op _standard_gamma = new("aten::_standard_gamma");
    public static readonly Op binary_cross_entropy_with_logits = new("aten::binary_cross_entropy_with_logits");
}
