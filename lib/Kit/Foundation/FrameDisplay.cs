using System.Globalization;
using Deedle;
using Kit.Display;

[assembly: DisplayExtension(typeof(Kit.Foundation.FrameDisplay))]

namespace Kit.Foundation;

/// <summary>Shows frames and series as tables: HTML for a notebook, aligned text everywhere else.</summary>
public static class FrameDisplay
{
    /// <summary>How many rows are shown; a longer frame is cut with a note that says so.</summary>
    public const int MaximumRows = 25;

    private const int MaximumDecimals = 4;

    /// <summary>Makes frames and series show as tables when they are the result of a cell.</summary>
    public static void Register() => Formatter.Register<object>(TableOf);

    /// <summary>A frame as a table; at most <paramref name="rows"/> of its rows are shown.</summary>
    public static MimeBundle Table<TRow, TColumn>(Frame<TRow, TColumn> frame, int rows = MaximumRows) =>
        Bundle([.. frame.ColumnKeys.Select(Text)], [.. frame.RowKeys.Take(rows).Select(Text)],
            [.. Enumerable.Range(0, frame.ColumnCount).Select(i => Cells(frame.GetColumnAt<object>(i), rows))], frame.RowCount);

    /// <summary>A series as a table of one column; at most <paramref name="rows"/> of its values are shown.</summary>
    public static MimeBundle Table<TKey, TValue>(Series<TKey, TValue> series, int rows = MaximumRows) =>
        Bundle(["value"], [.. series.Keys.Take(rows).Select(Text)], [Cells(series, rows)], series.KeyCount);

    /// <summary>The table of a value that is a frame or a series, else null.</summary>
    private static MimeBundle? TableOf(object value)
    {
        // A row, a column or a subclass of a series is a series too: look along the base types.
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(Frame<,>) || open == typeof(Series<,>)))
            {
                var table = typeof(FrameDisplay).GetMethods().Single(method => method.Name == nameof(Table)
                    && method.GetParameters()[0].ParameterType.GetGenericTypeDefinition() == open);
                return (MimeBundle)table.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [value, MaximumRows])!;
            }
        }

        return null;
    }

    private static object?[] Cells<TKey, TValue>(Series<TKey, TValue> series, int rows) =>
        [.. Enumerable.Range(0, Math.Min(rows, series.KeyCount)).Select(i => series.TryGetAt(i) is { HasValue: true } cell ? (object?)cell.Value : null)];

    private static MimeBundle Bundle(string[] columns, string[] rowKeys, object?[][] cells, int rows) => TableBundle.Create(
        columns, [.. cells.Select(Column)],
        [.. cells.Select(column => column.All(cell => cell is null || IsNumber(cell)) && column.Any(cell => cell is not null))],
        rowKeys, rowKeys.Length < rows ? $"… {rows - rowKeys.Length} more rows ({rows} in all)" : null);

    private static string?[] Column(object?[] cells)
    {
        var decimals = Enumerable.Range(0, MaximumDecimals).FirstOrDefault(
            d => cells.All(cell => cell is not (double or float) || Math.Abs(Real(cell) - Math.Round(Real(cell), d)) < 1e-9 * Math.Max(1, Math.Abs(Real(cell)))), MaximumDecimals);
        return [.. cells.Select(cell => cell switch
        {
            null => null,
            double or float when Math.Abs(Real(cell)) >= 1e9 || (Real(cell) != 0 && Math.Abs(Real(cell)) < 1e-4) => Real(cell).ToString("G4", CultureInfo.InvariantCulture),
            double or float => Real(cell).ToString($"F{decimals}", CultureInfo.InvariantCulture),
            _ => Text(cell),
        })];
    }

    private static double Real(object cell) => Convert.ToDouble(cell, CultureInfo.InvariantCulture);

    private static bool IsNumber(object cell) => cell is double or float or decimal or int or long or short or byte or uint or ulong
        || (cell is string text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    private static string Text<T>(T value) => value switch
    {
        null => "",
        IFormattable it => it.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
