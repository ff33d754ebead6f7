using System.Globalization;
using System.Text;

namespace Deedle.Csv;

/// <summary>The arguments of ReadCsv with what stands for those left out.</summary>
internal sealed class CsvSettings(
    string name, bool? hasHeaders, bool? inferTypes, int? inferRows, string schema, string separators, string culture, int? maxRows,
    string[] missingValues, Encoding encoding)
{
    public string Name { get; } = name;

    public bool HasHeaders { get; } = hasHeaders ?? true;

    public bool InferTypes { get; } = inferTypes ?? true;

    /// <summary>How many rows decide the types of the columns; all where this is not positive.</summary>
    public int InferRows { get; } = inferRows ?? 100;

    public string Schema { get; } = schema ?? "";

    public char Separator { get; } = separators switch
    {
        null or "" => ',',
        { Length: 1 } => separators[0],
        _ => throw new ArgumentException($"'{separators}': one separating character, please.", nameof(separators)),
    };

    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(culture ?? "");

    /// <summary>With the header.</summary>
    public long MaxRecords { get; } = (long)(maxRows ?? int.MaxValue) + (hasHeaders ?? true ? 1 : 0);

    public string[] MissingValues { get; } = missingValues ?? ["NaN", "NA", "N/A", "#N/A", ":", "-", "TBA", "TBD"];

    /// <summary>UTF-8, or what a byte order mark says, where it is null.</summary>
    public Encoding Encoding { get; } = encoding;
}
