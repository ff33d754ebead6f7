using System.Text.Json;

namespace Kit.Display.Svg.Drawing;

/// <summary>Colour, width and dashes of a line.</summary>
internal readonly record struct LineStyle(Rgba Color, double Width, string? Dashes)
{
    public bool IsVisible => Width > 0 && Color.A > 0;

    public static LineStyle Read(JsonElement line, Rgba color, double width) => From(
        Rgba.Parse(line.Text("color")) ?? color, line.Number("width", width, 0, 50), line.Text("dash"));

    private static LineStyle From(Rgba color, double width, string? dash) => new(color, width, Scaled(dash, Math.Max(width, 1)));

    /// <summary>plotly's names, which grow with the width, or a list of pixels.</summary>
    private static string? Scaled(string? dash, double width)
    {
        var lengths = dash switch
        {
            null or "" or "solid" => [],
            "dot" => [width, width * 1.5],
            "dash" => [width * 3.5, width * 2],
            "longdash" => [width * 6, width * 2.5],
            "dashdot" => [width * 3.5, width * 1.5, width, width * 1.5],
            "longdashdot" => [width * 6, width * 2, width, width * 2],
            _ => dash.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(part => double.TryParse(part.Replace("px", ""), out var length) && length is >= 0 and < 1000 ? length : 0).ToArray(),
        };
        return lengths.Sum() > 0 ? string.Join(' ', lengths.Select(SvgBuilder.Number)) : null;
    }
}
