using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kit.Display.Tests;

/// <summary>An SVG picture read back: its elements by kind, and its texts with the boxes that they take.</summary>
internal sealed partial class Picture
{
    public Picture(string svg)
    {
        Root = XDocument.Parse(svg).Root!;
        (Width, Height) = (Number(Root, "width"), Number(Root, "height"));
        Texts = [.. Elements("text").Select(Read)];
    }

    internal sealed record Text(string Content, double X, double Y, string Anchor, double Left, double Top, double Right, double Bottom);

    public XElement Root { get; }

    public double Width { get; }

    public double Height { get; }

    public IReadOnlyList<Text> Texts { get; }

    public IEnumerable<XElement> Elements(string name) => Root.Descendants().Where(element => element.Name.LocalName == name);

    /// <summary>The rectangle that clips the traces of a subplot.</summary>
    public (double Left, double Top, double Right, double Bottom) Plot(int subplot = 0)
    {
        var rect = Elements("clipPath").ElementAt(subplot).Elements().Single();
        return (Number(rect, "x"), Number(rect, "y"), Number(rect, "x") + Number(rect, "width"), Number(rect, "y") + Number(rect, "height"));
    }

    /// <summary>Rectangles of traces: those in a clipped group.</summary>
    public IEnumerable<XElement> Marks(string name, int subplot = 0) =>
        Elements("g").Where(group => group.Attribute("clip-path") is not null).ElementAt(subplot).Descendants().Where(element => element.Name.LocalName == name);

    public Text Find(string content) => Texts.Single(text => text.Content == content);

    public static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)?.Value ?? "0", CultureInfo.InvariantCulture);

    /// <summary>The points of a path of straight lines.</summary>
    public static (double X, double Y)[] Points(XElement path) =>
        [.. PointPattern().Matches(path.Attribute("d")!.Value).Select(match => (double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)))];

    private static Text Read(XElement element)
    {
        var (x, y, size) = (Number(element, "x"), Number(element, "y"), Number(element, "font-size"));
        var spans = element.Elements().ToArray();
        var lines = spans.Length == 0 ? [element.Value] : Lines(spans);
        // An average advance of 0.46 em: deliberately another estimate than the writer's own.
        var width = lines.Max(line => line.Length) * size * 0.46;
        var last = spans.Length == 0 ? y : spans.Where(span => span.Attribute("y") is not null).Max(span => Number(span, "y"));
        var anchor = element.Attribute("text-anchor")?.Value ?? "start";
        var left = anchor == "start" ? x : anchor == "end" ? x - width : x - width / 2;
        var corners = new[] { (left, y - 0.75 * size), (left + width, y - 0.75 * size), (left, last + 0.2 * size), (left + width, last + 0.2 * size) };
        if (element.Attribute("transform") is { } transform)
        {
            var turn = NumberPattern().Matches(transform.Value).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture)).ToArray();
            var (sin, cos) = Math.SinCos(turn[0] * Math.PI / 180);
            corners = [.. corners.Select(corner => (turn[1] + (corner.Item1 - turn[1]) * cos - (corner.Item2 - turn[2]) * sin, turn[2] + (corner.Item1 - turn[1]) * sin + (corner.Item2 - turn[2]) * cos))];
        }

        return new Text(string.Join("\n", lines), x, y, anchor, corners.Min(c => c.Item1), corners.Min(c => c.Item2), corners.Max(c => c.Item1), corners.Max(c => c.Item2));
    }

    private static string[] Lines(XElement[] spans)
    {
        var lines = new List<string>();
        foreach (var span in spans)
        {
            if (span.Attribute("y") is not null)
                lines.Add(span.Value);
            else
                lines[^1] += span.Value;
        }

        return [.. lines];
    }

    [GeneratedRegex("[ML](-?[0-9.]+) (-?[0-9.]+)")]
    private static partial Regex PointPattern();

    [GeneratedRegex("-?[0-9.]+")]
    private static partial Regex NumberPattern();
}
