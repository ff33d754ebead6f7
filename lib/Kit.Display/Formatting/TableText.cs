using System.Collections;
using System.Globalization;
using System.Net;
using System.Text;

namespace Kit.Display.Formatting;

/// <summary>Rows of records as an HTML table and as aligned text.</summary>
internal sealed class TableText
{
    private const int WidestText = 60;
    private readonly List<string> _columns = [];
    private readonly List<string[]> _rows = [];
    private readonly List<bool> _isNumber = [];
    private readonly string _rest;

    private TableText(List<object> items, string rest, bool asPairs)
    {
        _rest = rest;
        var getters = new List<Dictionary<string, Func<object, object?>>>();
        foreach (var item in items)
        {
            var members = asPairs && item is DictionaryEntry
                ? [("Key", entry => ((DictionaryEntry)entry).Key), ("Value", entry => ((DictionaryEntry)entry).Value)]
                : Members.AreShown(item.GetType()) ? Members.Of(item.GetType()) : [("Value", value => value)];
            getters.Add(members.ToDictionary(member => member.Name, member => member.Get));
            _columns.AddRange(members.Select(member => member.Name).Where(name => !_columns.Contains(name)));
        }

        _isNumber.AddRange(_columns.Select(_ => true));
        for (var i = 0; i < items.Count; i++)
        {
            var row = new string[_columns.Count];
            for (var column = 0; column < row.Length; column++)
            {
                row[column] = "";
                if (!getters[i].TryGetValue(_columns[column], out var get))
                    continue;
                object? cell = null;
                row[column] = ValueText.Guarded(() => cell = get(items[i]), 0);
                _isNumber[column] &= cell is null or sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal or System.Numerics.BigInteger;
            }

            _rows.Add(row);
        }
    }

    /// <summary>A table of the first rows; null where the sequence is empty or does not consist of rows.</summary>
    public static TableText? Of(IEnumerable sequence, int most, bool force = false)
    {
        var items = new List<object>();
        var more = false;
        foreach (var item in sequence)
        {
            if (item is null || !force && item is not DictionaryEntry && !Members.AreShown(item.GetType()))
                return null;
            if (items.Count == most)
            {
                more = true;
                break;
            }

            items.Add(item);
        }

        if (items.Count == 0)
            return null;
        var count = (sequence as ICollection)?.Count ?? (sequence.GetType().GetProperty("Count") is { } property && property.PropertyType == typeof(int) ? (int)property.GetValue(sequence)! : (int?)null);
        return new TableText(items, !more ? "" : count is { } all ? $"… {all - most} more" : "… more", sequence is IDictionary);
    }

    public string Text()
    {
        var widths = _columns.Select((name, column) => Math.Min(WidestText, _rows.Select(row => Shortened(row[column]).Length).Append(name.Length).Max())).ToArray();
        var text = new StringBuilder();
        foreach (var row in _rows.Prepend([.. _columns]))
        {
            var cells = row.Select((cell, column) => _isNumber[column] ? Shortened(cell).PadLeft(widths[column]) : Shortened(cell).PadRight(widths[column]));
            text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        return _rest.Length > 0 ? text.Append(_rest).ToString() : text.ToString().TrimEnd('\n');
    }

    public string Html()
    {
        var html = new StringBuilder("<table><thead><tr>");
        for (var column = 0; column < _columns.Count; column++)
            html.Append(CultureInfo.InvariantCulture, $"<th{Align(column)}>{WebUtility.HtmlEncode(_columns[column])}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in _rows)
        {
            html.Append("<tr>");
            for (var column = 0; column < row.Length; column++)
                html.Append(CultureInfo.InvariantCulture, $"<td{Align(column)}>{WebUtility.HtmlEncode(row[column])}</td>");
            html.Append("</tr>");
        }

        html.Append("</tbody></table>");
        return _rest.Length > 0 ? html.Append(CultureInfo.InvariantCulture, $"<p>{_rest}</p>").ToString() : html.ToString();
    }

    private string Align(int column) => $" style=\"text-align:{(_isNumber[column] ? "right" : "left")}\"";

    private static string Shortened(string cell)
    {
        cell = cell.ReplaceLineEndings(" ");
        return cell.Length <= WidestText ? cell : cell[..(WidestText - 1)] + "…";
    }
}
