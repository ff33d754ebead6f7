namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Op special_entr = new("aten::special_entr");
    public static readonly Op special_erfcx = new("aten::special_erfcx");
    public static readonly Op special_i0e = new("aten::special_i0e");
    public static readonly Op special_i1 = new("aten::special_i1");
    public static readonly Op special_i1e = new("aten::special_i1e");
    public static readonly Op special_ndtr = new("aten::special_ndtr");
    public static readonly Op special_ndtri = new("aten::special_ndtri");
    public static readonly Op special_xlog1py = new("aten::special_xlog1py");
    public static readonly Op special_zeta = new("aten::special_zeta");
}
