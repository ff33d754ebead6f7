using System.Text.Json;

namespace Kit.Display.Svg.Drawing;

/// <summary>Colour, width and dashes of a line.</summary>
internal readonly record struct LineStyle(Rgba Color, double Width, string? Dashes)
{
    public bool IsVisible => Width > 0 && Color.A > 0;

    public static LineStyle Read(JsonElement line, Rgba color, double width) => From(
        Rgba.Parse(line.Text("color")) ?? color, line.Number("width", width, 0, 50), line.Text("dash"));

    private static LineStyle From(Rgba color, double width, string? dash) => new(color, width, Scaled(dash, Math.Max(width, 3)));

    /// <summary>The lengths that plotly.js gives its names, which grow with the width beyond 3 pixels, or a list of pixels.</summary>
    private static string? Scaled(string? dash, double width)
    {
        var lengths = dash switch
        {
            null or "" or "solid" => [],
            "dot" => [width, width],
            "dash" => [width * 3, width * 3],
            "longdash" => [width * 5, width * 5],
            "dashdot" => [width * 3, width, width, width],
            "longdashdot" => [width * 5, width * 2, width, width * 2],
            _ => dash.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(part => double.TryParse(part.Replace("px", ""), out var length) && length is >= 0 and < 1000 ? length : 0).ToArray(),
        };
        return lengths.Sum() > 0 ? string.Join(' ', lengths.Select(SvgBuilder.Number)) : null;
    }
}
