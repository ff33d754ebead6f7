namespace TorchSharp.Native;

/// <summary>The operators that the engine calls, by family in the files of this class; names as libtorch writes them.</summary>
internal static partial class Aten
{
    public static readonly Op add_Tensor = new("aten::add", "Tensor");
    public static readonly Op add_Scalar = new("aten::add", "Scalar");
    public static readonly Op empty = new("aten::empty", "memory_format");
    public static readonly Op ones = new("aten::ones");
}
