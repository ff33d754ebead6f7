using System.Globalization;

namespace TorchSharp;

/// <summary>How the elements of a tensor are laid out. Numbers look the same in every culture unless one is asked for.</summary>
internal sealed record PrintOptions
{
    public string FloatFormat { get; init; } = "g5";

    public int LineWidth { get; init; } = 100;

    public string NewLine { get; init; } = Environment.NewLine;

    public int MaxRows { get; init; } = 6;

    public int MaxColumns { get; init; } = 6;

    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    public PrintOptions With(string? floatFormat = null, int? lineWidth = null, string? newLine = null, int? maxRows = null,
        int? maxColumns = null, CultureInfo? culture = null) => this with
        {
            FloatFormat = floatFormat ?? FloatFormat,
            LineWidth = lineWidth ?? LineWidth,
            NewLine = newLine ?? NewLine,
            MaxRows = maxRows ?? MaxRows,
            MaxColumns = maxColumns ?? MaxColumns,
            Culture = culture ?? Culture,
        };
}
