namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Op add_Tensor = new("aten::add", "Tensor");
    public static readonly Op cos = new("aten::cos");
    public static readonly Op mul_Tensor = new("aten::mul", "Tensor");
}
