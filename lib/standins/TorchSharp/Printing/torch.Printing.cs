namespace TorchSharp;

public static partial class torch
{
    public const TensorStringStyle julia = TensorStringStyle.Julia;
    public const TensorStringStyle numpy = TensorStringStyle.Numpy;
    public const TensorStringStyle csharp = TensorStringStyle.CSharp;

    /// <summary>The style where none is asked for.</summary>
    public static TensorStringStyle TensorStringStyle { get; set; } = TensorStringStyle.Julia;

    internal static PrintOptions PrintOptions { get; set; } = new();

    /// <param name="precision">Digits after the point.</param>
    /// <param name="linewidth">Characters; columns beyond it are left out.</param>
    /// <param name="sci_mode">With an exponent.</param>
    /// <param name="maxRows">Longer dimensions, but for the last one, are printed without their middle.</param>
    /// <param name="maxColumns">The same for the last dimension.</param>
    public static void set_printoptions(int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false,
        int? maxRows = null, int? maxColumns = null) =>
        set_printoptions(null, $"{(sci_mode ? 'E' : 'F')}{precision}", linewidth, newLine, maxRows, maxColumns);

    /// <summary>What is not given stays as it is.</summary>
    /// <param name="floatFormat">A .NET format such as <c>g5</c> or <c>0.000</c>.</param>
    public static void set_printoptions(TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null,
        string? newLine = null, int? maxRows = null, int? maxColumns = null)
    {
        TensorStringStyle = style ?? TensorStringStyle;
        PrintOptions = PrintOptions.With(floatFormat, linewidth, newLine, maxRows, maxColumns);
    }
}
