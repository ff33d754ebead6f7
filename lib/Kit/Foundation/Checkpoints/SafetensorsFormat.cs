using static TorchSharp.torch;

namespace Kit.Foundation.Checkpoints;

/// <summary>
/// A safetensors file (github.com/huggingface/safetensors, "Format"): the header's length as eight bytes, little-endian; a JSON object with dtype,
/// shape and byte range of every tensor; then nothing but those ranges.
/// </summary>
internal static class SafetensorsFormat
{
    /// <summary>The bytes that hold the header's length.</summary>
    public const int Prefix = sizeof(long);

    /// <summary>The most bytes that the format allows a header.</summary>
    public const int MaxHeader = 100_000_000;

    /// <summary>The member of the header that is no tensor.</summary>
    public const string Metadata = "__metadata__";

    /// <summary>The element types that both the format and libtorch have, with their bytes an element.</summary>
    public static readonly IReadOnlyList<(string Name, ScalarType Dtype, int Size)> Dtypes =
    [
        ("F64", ScalarType.Float64, 8), ("I64", ScalarType.Int64, 8), ("F32", ScalarType.Float32, 4), ("I32", ScalarType.Int32, 4),
        ("F16", ScalarType.Float16, 2), ("BF16", ScalarType.BFloat16, 2), ("I16", ScalarType.Int16, 2), ("I8", ScalarType.Int8, 1),
        ("U8", ScalarType.Byte, 1), ("BOOL", ScalarType.Bool, 1),
    ];

    /// <summary>The names of <see cref="Dtypes"/>, for a message.</summary>
    public static string Known => string.Join(", ", Dtypes.Select(dtype => dtype.Name));
}
