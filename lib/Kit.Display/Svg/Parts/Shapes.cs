using System.Text.Json;
using Kit.Display.Svg.Drawing;

namespace Kit.Display.Svg.Parts;

/// <summary>Lines, rectangles and circles that a layout adds to the traces.</summary>
internal static class Shapes
{
    public static void Draw(SvgBuilder svg, Figure figure, FigureLayout layout, bool below)
    {
        foreach (var shape in figure.Layout.Items("shapes"))
        {
            if (shape.Flag("visible") == false || (shape.Text("layer") is "below" or "between") != below)
                continue;
            Draw(svg, figure, layout, shape);
        }
    }

    private static void Draw(SvgBuilder svg, Figure figure, FigureLayout layout, JsonElement shape)
    {
        var (xref, yref) = (shape.Text("xref") ?? "x", shape.Text("yref") ?? "y");
        var (x0, x1) = (layout.Pixel(xref, 'x', shape.At("x0"), false), layout.Pixel(xref, 'x', shape.At("x1"), false));
        var (y0, y1) = (layout.Pixel(yref, 'y', shape.At("y0"), false), layout.Pixel(yref, 'y', shape.At("y1"), false));
        var type = shape.Text("type") ?? "rect";
        if (type is not ("line" or "rect" or "circle"))
            throw new FigureException($"layout.shapes has the type '{type}', which the static picture cannot draw; known: line, rect, circle.");
        if (!double.IsFinite(x0 + x1 + y0 + y1))
            return;

        var opacity = shape.Number("opacity", 1, 0, 1);
        var line = LineStyle.Read(shape.At("line"), Rgba.Muted, 2);
        var fill = type == "line" ? Rgba.Transparent : (Rgba.Parse(shape.Text("fillcolor")) ?? Rgba.Transparent).WithOpacity(opacity);
        // Data may lie far outside the range: the clip keeps it from the margins.
        var clip = layout.ClipOf(figure.Find(xref), figure.Find(yref));
        if (clip is not null)
            svg.Open("g", ("clip-path", $"url(#{clip})"));
        (string, object?)[] look = [("fill", fill), ("stroke", line.IsVisible ? line.Color.WithOpacity(opacity) : null), ("stroke-width", line.IsVisible ? line.Width : null), ("stroke-dasharray", line.Dashes)];
        switch (type)
        {
            case "line":
                svg.Element("line", [("x1", x0), ("y1", y0), ("x2", x1), ("y2", y1), .. look]);
                break;
            case "circle":
                svg.Element("ellipse", [("cx", (x0 + x1) / 2), ("cy", (y0 + y1) / 2), ("rx", Math.Abs(x1 - x0) / 2), ("ry", Math.Abs(y1 - y0) / 2), .. look]);
                break;
            default:
                svg.Element("rect", [("x", Math.Min(x0, x1)), ("y", Math.Min(y0, y1)), ("width", Math.Abs(x1 - x0)), ("height", Math.Abs(y1 - y0)), .. look]);
                break;
        }

        if (clip is not null)
            svg.Close();
        DrawLabel(svg, figure, shape, x0, y0, x1, y1);
    }

    private static void DrawLabel(SvgBuilder svg, Figure figure, JsonElement shape, double x0, double y0, double x1, double y1)
    {
        var text = RichText.Parse(shape.Text("label.text"));
        var size = shape.Number("label.font.size", figure.Style.FontSize, 4, 60);
        var color = Rgba.Parse(shape.Text("label.font.color")) ?? figure.Style.FontColor;
        var place = shape.Text("label.textposition") ?? (shape.Text("type") == "line" ? "middle" : "middle center");
        var (left, right, top, bottom) = (Math.Min(x0, x1), Math.Max(x0, x1), Math.Min(y0, y1), Math.Max(y0, y1));
        var (x, anchor) = place.Contains("left") || place == "start" ? (left + 3, "start") : place.Contains("right") || place == "end" ? (right - 3, "end") : ((left + right) / 2, "middle");
        var (y, vertical) = place.Contains("top") || shape.Text("type") == "line" && right - left > bottom - top ? (top + (shape.Text("type") == "line" ? -2 : 2), shape.Text("type") == "line" ? 1.0 : 0)
            : place.Contains("bottom") ? (bottom - 2, 1) : ((top + bottom) / 2, 0.5);
        svg.Text(text, x, y, size, color, anchor, vertical);
    }
}
