using System.Globalization;
using System.Net;
using System.Text;
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

    private static MimeBundle Bundle(string[] columns, string[] rowKeys, object?[][] cells, int rows)
    {
        var texts = cells.Select(Column).ToArray();
        var right = cells.Select(column => column.All(cell => cell is null || IsNumber(cell)) && column.Any(cell => cell is not null)).ToArray();
        var note = rowKeys.Length < rows ? $"… {rows - rowKeys.Length} more rows ({rows} in all)" : null;
        return new MimeBundle().With("text/html", Html(columns, rowKeys, texts, right, note)).With("text/plain", Plain(columns, rowKeys, texts, right, note));
    }

    private static string Html(string[] columns, string[] rowKeys, string?[][] texts, bool[] right, string? note)
    {
        var html = new StringBuilder("<table>\n<thead><tr><th></th>");
        for (var c = 0; c < columns.Length; c++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<th style=\"text-align:{Side(right[c])}\">{WebUtility.HtmlEncode(columns[c])}</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        for (var r = 0; r < rowKeys.Length; r++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th style=\"text-align:left\">{WebUtility.HtmlEncode(rowKeys[r])}</th>");
            for (var c = 0; c < columns.Length; c++)
            {
                html.Append(CultureInfo.InvariantCulture, $"<td style=\"text-align:{Side(right[c])}\">{(texts[c][r] is { } text ? WebUtility.HtmlEncode(text) : "—")}</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n");
        if (note is not null)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tfoot><tr><td colspan=\"{columns.Length + 1}\" style=\"text-align:left\">{note}</td></tr></tfoot>\n");
        }

        return html.Append("</table>").ToString();

        static string Side(bool right) => right ? "right" : "left";
    }

    private static string Plain(string[] columns, string[] rowKeys, string?[][] texts, bool[] right, string? note)
    {
        var lines = Enumerable.Range(-1, rowKeys.Length + 1).Select(r => r < 0 ? "" : rowKeys[r]).ToArray();
        Widen(lines, false);
        for (var c = 0; c < columns.Length; c++)
        {
            string[] column = [columns[c], .. texts[c].Select(text => text ?? "<missing>")];
            Widen(column, right[c]);
            lines = [.. lines.Zip(column, (line, cell) => $"{line}  {cell}")];
        }

        return string.Join('\n', lines.Select(line => line.TrimEnd()).Append(note).Where(line => line is not null));
    }

    private static void Widen(string[] column, bool right)
    {
        var width = column.Max(cell => cell.Length);
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = right ? column[i].PadLeft(width) : column[i].PadRight(width);
        }
    }

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
