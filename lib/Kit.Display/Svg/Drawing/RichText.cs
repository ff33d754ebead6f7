using System.Net;
using System.Text.RegularExpressions;

namespace Kit.Display.Svg.Drawing;

/// <summary>A text with plotly's small mark-up: br, b, i, sub, sup; other tags are dropped and their content kept.</summary>
internal sealed partial class RichText
{
    /// <summary>A piece in one style; <paramref name="Shift"/> is 1 for a superscript, -1 for a subscript.</summary>
    public readonly record struct Run(string Text, bool Bold, bool Italic, int Shift)
    {
        public double Width(double size) => TextMetrics.Width(Text, Shift == 0 ? size : size * SmallSize, Bold);
    }

    public const double SmallSize = 0.7;

    public IReadOnlyList<IReadOnlyList<Run>> Lines { get; }

    private RichText(IReadOnlyList<IReadOnlyList<Run>> lines) => Lines = lines;

    public bool IsEmpty => Lines.All(line => line.All(run => string.IsNullOrWhiteSpace(run.Text)));

    public string Plain => string.Join(' ', Lines.Select(line => string.Concat(line.Select(run => run.Text))));

    public double Width(double size) => Lines.Count == 0 ? 0 : Lines.Max(line => line.Sum(run => run.Width(size)));

    public double Height(double size) => Lines.Count * size * TextMetrics.LineHeight;

    public static RichText Parse(string? text)
    {
        var lines = new List<IReadOnlyList<Run>>();
        var line = new List<Run>();
        int bold = 0, italic = 0, shift = 0;
        foreach (var piece in TagPattern().Split((text ?? "").ReplaceLineEndings("<br>")))
        {
            if (!piece.StartsWith('<') || !TagPattern().IsMatch(piece))
            {
                if (piece.Length > 0)
                    line.Add(new Run(WebUtility.HtmlDecode(piece), bold > 0, italic > 0, shift));
                continue;
            }

            var closing = piece[1] == '/';
            var step = closing ? -1 : 1;
            switch (piece.Trim('<', '>', '/', ' ').Split(' ')[0].ToLowerInvariant())
            {
                case "br": lines.Add(line); line = []; break;
                case "b" or "strong": bold += step; break;
                case "i" or "em": italic += step; break;
                case "sup": shift = closing ? 0 : 1; break;
                case "sub": shift = closing ? 0 : -1; break;
            }
        }

        lines.Add(line);
        return new RichText(lines);
    }

    /// <summary>The same text with lines broken at spaces so that none is wider than <paramref name="width"/>.</summary>
    public RichText Wrap(double width, double size)
    {
        if (Width(size) <= width)
            return this;

        var lines = new List<IReadOnlyList<Run>>();
        foreach (var source in Lines)
        {
            var line = new List<Run>();
            var used = 0.0;
            foreach (var run in source)
            {
                foreach (var word in WordPattern().Split(run.Text).Where(word => word.Length > 0))
                {
                    var piece = run with { Text = word };
                    if (line.Count > 0 && used + (piece with { Text = word.TrimEnd() }).Width(size) > width)
                    {
                        line[^1] = line[^1] with { Text = line[^1].Text.TrimEnd() };
                        lines.Add(line);
                        (line, used) = ([], 0);
                    }

                    line.Add(piece);
                    used += piece.Width(size);
                }
            }

            lines.Add(line);
        }

        return new RichText(lines);
    }

    [GeneratedRegex("(</?[a-zA-Z][^<>]*>)")]
    private static partial Regex TagPattern();

    [GeneratedRegex("(?<= )(?! )")]
    private static partial Regex WordPattern();
}
