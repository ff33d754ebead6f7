using System.Text.Json.Nodes;

namespace Kit.Notebooks.Format;

/// <summary>nbformat's "multiline string": one string in memory, an array of lines that keep their ends in a file.</summary>
public static class MultilineText
{
    /// <summary>The text of a string or of an array of strings; the empty string for anything else.</summary>
    public static string Join(JsonNode? node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(JsonText.String)),
        _ => JsonText.String(node) ?? "",
    };

    /// <summary>The lines with their ends, as Python's <c>str.splitlines(True)</c> cuts them (the reference implementation does).</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var lines = new List<string>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsLineEnd(text[at]))
            {
                continue;
            }

            if (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
            {
                at++;
            }

            lines.Add(text[start..(at + 1)]);
            start = at + 1;
        }

        if (start < text.Length)
        {
            lines.Add(text[start..]);
        }

        return lines;
    }

    // Line feed, vertical tab, form feed, carriage return, file/group/record separator, NEL, U+2028, U+2029.
    private static bool IsLineEnd(char c) =>
        c is >= '\n' and <= '\r' or >= '\u001c' and <= '\u001e' or '\u0085' or '\u2028' or '\u2029';
}
