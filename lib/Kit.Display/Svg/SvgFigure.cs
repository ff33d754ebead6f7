using System.Security.Cryptography;
using System.Text;
using Kit.Display.Svg.Drawing;

namespace Kit.Display.Svg;

/// <summary>Draws a plotly figure (its JSON: <c>data</c>, <c>layout</c>) as a static SVG picture.</summary>
/// <remarks>
/// Traces: scatter, bar, histogram, box, heatmap. The picture uses presentation attributes only, no style sheet, script or
/// outside reference, so that it survives wherever an image does. The layout's template is not read but for its colorway.
/// </remarks>
public static class SvgFigure
{
    private const string Fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

    /// <summary>Renders a figure; equal JSON gives equal bytes.</summary>
    /// <exception cref="FigureException">The JSON is not a figure, or holds a kind of trace that the picture cannot show.</exception>
    public static string Render(string figureJson, SvgOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(figureJson);
        options ??= new SvgOptions();
        var figure = Figure.Read(figureJson, out var document);
        using (document)
        {
            // Pictures stand side by side in one page: their clips are named after their content.
            var id = "k" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{options.Width}x{options.Height}:{figureJson}")))[..12];
            var layout = new FigureLayout(figure, options, id);
            var description = options.AlternativeText ?? figure.Describe();
            var svg = new SvgBuilder();
            svg.Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("width", layout.Width), ("height", layout.Height),
                ("viewBox", $"0 0 {SvgBuilder.Number(layout.Width)} {SvgBuilder.Number(layout.Height)}"), ("role", "img"), ("aria-label", description), ("font-family", Fonts));
            svg.Leaf("title", figure.Title.IsEmpty ? "Figure" : figure.Title.Plain);
            svg.Leaf("desc", description);
            svg.Element("rect", ("width", layout.Width), ("height", layout.Height), ("fill", Rgba.White));
            layout.Draw(svg);
            svg.Close();
            return svg.ToString();
        }
    }

    /// <summary>What a figure shows, in a sentence made from its titles and names: a last resort for an alternative text.</summary>
    /// <exception cref="FigureException">The JSON is not a figure.</exception>
    public static string Describe(string figureJson)
    {
        var figure = Figure.Read(figureJson, out var document);
        using (document)
            return figure.Describe();
    }
}
