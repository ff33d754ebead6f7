namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Op argsort = new("aten::argsort");
    public static readonly Op kthvalue = new("aten::kthvalue");
    public static readonly Op msort = new("aten::msort");
    public static readonly Op sort_stable = new("aten::sort", "stable");
    public static readonly Op topk = new("aten::topk");
}
