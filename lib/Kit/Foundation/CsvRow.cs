using System.Globalization;

namespace Kit.Foundation;

/// <summary>One checked row: every accessor is safe because the table was checked when it was read.</summary>
public sealed class CsvRow
{
    private readonly IReadOnlyDictionary<string, int> _position;
    private readonly string[] _cells;

    internal CsvRow(int line, string[] cells, IReadOnlyDictionary<string, int> position) =>
        (Line, _cells, _position) = (line, cells, position);

    /// <summary>The line of the file on which the row begins, counted from 1.</summary>
    public int Line { get; }

    /// <summary>The cells exactly as they stand in the file.</summary>
    public IReadOnlyList<string> Printed => _cells;

    /// <summary>The text of a cell; empty where it is missing.</summary>
    public string Text(string column) => _cells[_position[column]];

    /// <summary>The number in a cell; not-a-number where it is missing.</summary>
    public double Number(string column) =>
        Text(column) is { Length: > 0 } text ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : double.NaN;

    /// <summary>The whole number in a cell that may not be missing.</summary>
    public int Integer(string column) => int.Parse(Text(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
