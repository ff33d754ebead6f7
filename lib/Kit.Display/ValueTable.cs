using System.Collections;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Kit.Display;

/// <summary>Items as a table: a row an item, a column a property (or the key and the value of a dictionary).</summary>
internal sealed class ValueTable(IEnumerable items)
{
    private const int MaximumRows = 20;
    private const int MaximumColumns = 30;
    private const int MaximumText = 200;

    public MimeBundle ToMimeBundle()
    {
        var (header, rows, more) = Read();
        return new MimeBundle().With("text/html", Html(header, rows, more)).With("text/plain", Plain(header, rows, more));
    }

    /// <summary>What is shown of a member: its text in one line, or what went wrong.</summary>
    internal static string Cell(Func<object?> read)
    {
        try
        {
            var text = Formatter.ShortText(read()).ReplaceLineEndings(" ");
            return text.Length <= MaximumText ? text : text[..MaximumText] + "…";
        }
        catch (Exception exception)
        {
            return Formatter.Threw(exception);
        }
    }

    /// <summary>The columns that a value gives: the names and readers of its public properties, or of a tuple's items.</summary>
    internal static IReadOnlyList<(string Name, Func<object, object?> Read)> Members(Type type)
    {
        if (typeof(ITuple).IsAssignableFrom(type))
        {
            return [.. Enumerable.Range(0, type.GetGenericArguments().Length).Select(index =>
                (string.Create(CultureInfo.InvariantCulture, $"Item{index + 1}"), (Func<object, object?>)(value => ((ITuple)value)[index])))];
        }

        return [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0 && property.GetMethod!.IsPublic)
            .OrderBy(property => property.MetadataToken)
            .Take(MaximumColumns)
            .Select(property => (property.Name, (Func<object, object?>)(value => Unwrapped(() => property.GetValue(value)))))];
    }

    private static object? Unwrapped(Func<object?> read)
    {
        try
        {
            return read();
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            throw inner;
        }
    }

    private (string[] Header, List<string[]> Rows, string? More) Read()
    {
        var values = new List<object?>();
        var more = false;
        foreach (var item in items)
        {
            if (values.Count == MaximumRows)
            {
                more = true;
                break;
            }

            values.Add(item);
        }

        var note = !more ? null
            : items is ICollection { Count: var count } ? string.Create(CultureInfo.InvariantCulture, $"… {count - values.Count} more ({count} in all)")
            : "… more";
        var types = values.OfType<object>().Select(value => value.GetType()).Distinct().ToList();
        var members = types.Count == 1 && !Formatter.IsScalar(types[0]) ? Members(types[0]) : [];
        return members.Count == 0
            ? (["value"], [.. values.Select(value => new[] { Cell(() => value) })], note)
            : ([.. members.Select(member => member.Name)],
                [.. values.Select(value => members.Select(member => value is null ? "" : Cell(() => member.Read(value))).ToArray())], note);
    }

    private static string Html(string[] header, List<string[]> rows, string? more)
    {
        var html = new StringBuilder("<table>\n<thead><tr>");
        html.AppendJoin("", header.Select(name => $"<th>{WebUtility.HtmlEncode(name)}</th>"));
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{WebUtility.HtmlEncode(cell)}</td>")).Append("</tr>\n");
        }

        html.Append("</tbody>\n");
        if (more is not null)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tfoot><tr><td colspan=\"{header.Length}\">{more}</td></tr></tfoot>\n");
        }

        return html.Append("</table>").ToString();
    }

    private static string Plain(string[] header, List<string[]> rows, string? more)
    {
        List<string[]> all = [header, .. rows];
        var widths = Enumerable.Range(0, header.Length).Select(column => all.Max(row => row[column].Length)).ToArray();
        var lines = all.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        return string.Join('\n', more is null ? lines : lines.Append(more));
    }
}
