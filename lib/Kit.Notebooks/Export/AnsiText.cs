using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Kit.Notebooks.Export;

/// <summary>Text with the colours of a terminal, as HTML.</summary>
internal static partial class AnsiText
{
    public static string ToHtml(string text)
    {
        var html = new StringBuilder();
        var (bold, colour, at) = (false, 0, 0);
        foreach (Match sequence in Escape().Matches(text))
        {
            Write(html, text[at..sequence.Index], bold, colour);
            at = sequence.Index + sequence.Length;
            if (!sequence.Groups[1].Success)
            {
                continue;
            }

            foreach (var part in sequence.Groups[1].Value.Split(';'))
            {
                (bold, colour) = (part.Length == 0 ? 0 : int.TryParse(part, out var code) ? code : -1) switch
                {
                    0 => (false, 0),
                    1 => (true, colour),
                    22 => (false, colour),
                    >= 30 and <= 37 and var dark => (bold, dark),
                    >= 90 and <= 97 and var bright => (bold, bright - 60),
                    39 => (bold, 0),
                    _ => (bold, colour),
                };
            }
        }

        Write(html, text[at..], bold, colour);
        return html.ToString();
    }

    private static void Write(StringBuilder html, string text, bool bold, int colour)
    {
        if (text.Length == 0)
        {
            return;
        }

        var encoded = WebUtility.HtmlEncode(Control().Replace(text, "\uFFFD"));
        var names = (bold ? "a1 " : "") + (colour > 0 ? $"a{colour}" : "");
        html.Append(names.Length == 0 ? encoded : $"<span class=\"{names.Trim()}\">{encoded}</span>");
    }

    // Colours (ending in m) are kept, all other control sequences dropped.
    [GeneratedRegex("\u001b(?:\\[([0-9;]*)m|\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)|[@-Z\\\\-_])")]
    private static partial Regex Escape();

    [GeneratedRegex("[\0-\u0008\u000b\u000c\u000e-\u001f\u007f]")]
    private static partial Regex Control();
}
