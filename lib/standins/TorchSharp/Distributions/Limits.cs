namespace TorchSharp;

/// <summary>The floating-point types' own numbers.</summary>
internal static class Limits
{
    /// <summary>The distance from 1 to the next number.</summary>
    public static double Epsilon(torch.ScalarType dtype) => dtype switch
    {
        torch.ScalarType.Float64 => Math.ScaleB(1, -52),
        torch.ScalarType.Float16 => Math.ScaleB(1, -10),
        torch.ScalarType.BFloat16 => Math.ScaleB(1, -7),
        _ => Math.ScaleB(1, -23),
    };

    /// <summary>The smallest positive number with all its digits.</summary>
    public static double Tiny(torch.ScalarType dtype) => dtype switch
    {
        torch.ScalarType.Float64 => Math.ScaleB(1, -1022),
        torch.ScalarType.Float16 => Math.ScaleB(1, -14),
        _ => Math.ScaleB(1, -126),
    };

    /// <summary>The largest finite number.</summary>
    public static double Largest(torch.ScalarType dtype) => dtype switch
    {
        torch.ScalarType.Float64 => double.MaxValue,
        torch.ScalarType.Float16 => (double)Half.MaxValue,
        torch.ScalarType.BFloat16 => Math.ScaleB(2 - Math.ScaleB(1, -7), 127),
        _ => float.MaxValue,
    };
}
