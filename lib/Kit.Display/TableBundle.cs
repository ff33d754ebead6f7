using System.Globalization;
using System.Net;
using System.Text;

namespace Kit.Display;

/// <summary>A table of texts as a cell shows it: HTML for a notebook, aligned columns everywhere else.</summary>
public static class TableBundle
{
    private const int WidestText = 60;

    /// <summary>Lays a table out.</summary>
    /// <param name="columns">the heads of the columns</param>
    /// <param name="cells">column by column, as many texts as there are rows; null where a value is missing</param>
    /// <param name="right">which columns are aligned right, as numbers are</param>
    /// <param name="keys">the heads of the rows; none are written where null</param>
    /// <param name="note">the line below, for example how many rows are left out</param>
    public static MimeBundle Create(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string?>> cells, IReadOnlyList<bool> right,
        IReadOnlyList<string>? keys = null, string? note = null)
    {
        var rows = keys?.Count ?? (cells.Count == 0 ? 0 : cells[0].Count);
        return new MimeBundle()
            .With("text/html", Html(columns, cells, right, keys, note, rows))
            .With("text/plain", Plain(columns, cells, right, keys, note, rows));
    }

    private static string Html(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string?>> cells, IReadOnlyList<bool> right,
        IReadOnlyList<string>? keys, string? note, int rows)
    {
        var html = new StringBuilder("<table>\n<thead><tr>").Append(keys is null ? "" : "<th></th>");
        for (var c = 0; c < columns.Count; c++)
            html.Append(CultureInfo.InvariantCulture, $"<th style=\"text-align:{Side(right[c])}\">{WebUtility.HtmlEncode(columns[c])}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        for (var r = 0; r < rows; r++)
        {
            html.Append("<tr>");
            if (keys is not null)
                html.Append(CultureInfo.InvariantCulture, $"<th style=\"text-align:left\">{WebUtility.HtmlEncode(keys[r])}</th>");
            for (var c = 0; c < columns.Count; c++)
                html.Append(CultureInfo.InvariantCulture, $"<td style=\"text-align:{Side(right[c])}\">{(cells[c][r] is { } text ? WebUtility.HtmlEncode(text) : "—")}</td>");
            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n");
        if (note is not null)
            html.Append(CultureInfo.InvariantCulture, $"<tfoot><tr><td colspan=\"{columns.Count + (keys is null ? 0 : 1)}\" style=\"text-align:left\">{WebUtility.HtmlEncode(note)}</td></tr></tfoot>\n");
        return html.Append("</table>").ToString();

        static string Side(bool right) => right ? "right" : "left";
    }

    private static string Plain(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string?>> cells, IReadOnlyList<bool> right,
        IReadOnlyList<string>? keys, string? note, int rows)
    {
        var blocks = columns.Select((name, c) => Widened([name, .. cells[c].Select(text => text ?? "<missing>")], right[c])).ToList();
        if (keys is not null)
            blocks.Insert(0, Widened(["", .. keys], right: false));
        var lines = Enumerable.Range(0, rows + 1).Select(r => string.Join("  ", blocks.Select(block => block[r])).TrimEnd());
        return string.Join('\n', note is null ? lines : lines.Append(note));
    }

    private static string[] Widened(IEnumerable<string> column, bool right)
    {
        var texts = column.Select(Shortened).ToArray();
        var width = texts.Max(text => text.Length);
        return Array.ConvertAll(texts, text => right ? text.PadLeft(width) : text.PadRight(width));
    }

    private static string Shortened(string text)
    {
        text = text.ReplaceLineEndings(" ");
        return text.Length <= WidestText ? text : text[..(WidestText - 1)] + "…";
    }
}
