using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kit.Notebooks.Checking;

/// <summary>Compares texts: numbers within a tolerance, everything around them exactly.</summary>
internal static partial class TextComparer
{
    /// <summary>Null where the texts agree, otherwise what differs, with the line.</summary>
    public static string? Difference(string stored, string fresh, Tolerance tolerance)
    {
        if (stored == fresh)
        {
            return null;
        }

        var (before, after) = (Lines(stored), Lines(fresh));
        for (var line = 0; line < Math.Max(before.Length, after.Length); line++)
        {
            if (line >= before.Length || line >= after.Length)
            {
                return line >= after.Length
                    ? $"line {line + 1} is missing: stored \"{Shorten(before[line])}\""
                    : $"line {line + 1} is new: fresh \"{Shorten(after[line])}\"";
            }

            if (LineDifference(before[line], after[line], tolerance) is { } difference)
            {
                return $"line {line + 1}: {difference}\n- {Shorten(before[line])}\n+ {Shorten(after[line])}";
            }
        }

        return null;
    }

    public static string Shorten(string text) => text.Length <= 160 ? text : text[..160] + "…";

    private static string? LineDifference(string stored, string fresh, Tolerance tolerance)
    {
        if (stored == fresh)
        {
            return null;
        }

        var (before, after) = (Number().Matches(stored), Number().Matches(fresh));
        if (before.Count != after.Count)
        {
            return "the text differs";
        }

        for (var index = 0; index < before.Count; index++)
        {
            if (!Close(before[index].Value, after[index].Value, tolerance))
            {
                return $"stored {before[index].Value}, fresh {after[index].Value}";
            }
        }

        return Around(stored, before, after) == Around(fresh, after, before) ? null : "the text differs";
    }

    private static bool Close(string stored, string fresh, Tolerance tolerance) =>
        stored == fresh || tolerance.Accepts(Parse(stored), Parse(fresh));

    private static double Parse(string number) => double.Parse(number.Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture);

    // The text without its numbers. Where a number's width changed, the blanks that pad it say nothing.
    private static string Around(string text, MatchCollection own, MatchCollection others)
    {
        var around = new StringBuilder();
        var at = 0;
        for (var index = 0; index < own.Count; index++)
        {
            var padded = own[index].Length != others[index].Length;
            var gap = text[at..own[index].Index];
            around.Append(padded ? gap.TrimEnd(' ') : gap).Append('\0');
            at = own[index].Index + own[index].Length;
            while (padded && at < text.Length && text[at] == ' ')
            {
                at++;
            }
        }

        return around.Append(text[at..]).ToString();
    }

    private static string[] Lines(string text) =>
        [.. text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd().Split('\n').Select(line => line.TrimEnd())];

    // Digits inside a word (x1, v2.3) are part of the word; digits before a unit (1.85x, 12ms) are a number. A sign
    // belongs to a number unless something that ends a value stands before it (5-1-6).
    [GeneratedRegex(@"(?<![\w.])[-+−]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")]
    private static partial Regex Number();
}
