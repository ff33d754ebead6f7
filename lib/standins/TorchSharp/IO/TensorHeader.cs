namespace TorchSharp;

/// <summary>What stands before a tensor's bytes in a file of TorchSharp's.</summary>
/// <param name="Dtype">The element type.</param>
/// <param name="Shape">The sizes of all dimensions; empty for a scalar.</param>
/// <param name="Bytes">How many bytes follow.</param>
internal readonly record struct TensorHeader(torch.ScalarType Dtype, long[] Shape, long Bytes)
{
    public override string ToString() => $"{Dtype}[{string.Join(", ", Shape)}]";

    /// <summary>The size of an element; null where such tensors are not in files.</summary>
    public static int? ElementSize(torch.ScalarType dtype) => dtype switch
    {
        torch.ScalarType.Byte or torch.ScalarType.Int8 or torch.ScalarType.Bool => 1,
        torch.ScalarType.Int16 or torch.ScalarType.Float16 or torch.ScalarType.BFloat16 => 2,
        torch.ScalarType.Int32 or torch.ScalarType.Float32 => 4,
        torch.ScalarType.Int64 or torch.ScalarType.Float64 or torch.ScalarType.ComplexFloat32 => 8,
        torch.ScalarType.ComplexFloat64 => 16,
        _ => null,
    };
}
