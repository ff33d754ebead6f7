using System.Text.Json;
using Kit.Display.Svg.Axes;
using Kit.Display.Svg.Drawing;

namespace Kit.Display.Svg.Parts;

/// <summary>A text at a place of the data or of the paper, with or without an arrow.</summary>
internal sealed class Annotation(JsonElement json, Figure figure)
{
    private double _push;

    public bool IsVisible => json.Flag("visible") != false;

    public RichText Text { get; } = RichText.Parse(json.Text("text"));

    /// <summary>The box that its text takes; empty before it has been placed.</summary>
    public (double Left, double Top, double Right, double Bottom) Box { get; private set; }

    /// <summary>A remark below the plot, which may have to make way for axis titles and the legend.</summary>
    public bool IsFootnote => IsPaper('y') && json.Number("y", 0) < 0 && !HasArrow;

    /// <summary>A heading over a row of subplots, or over the plot.</summary>
    public double? HeadingOver => IsPaper('y') && IsPaper('x') && !HasArrow && json.Text("yanchor") is "bottom" or "auto" or null && json.Number("y", 0) > 0.05 && json.Number("x", 0) is >= 0 and <= 1 ? json.Number("y", 0) : null;

    public double Height => Text.Height(Size) + 2 * Padding;

    private bool HasArrow => json.Flag("showarrow") ?? true;

    private double Size => json.Number("font.size", figure.Style.FontSize, 4, 60);

    private double Padding => json.Number("borderpad", 1, 0, 40);

    private double Angle => json.Number("textangle", 0);

    public void Place(FigureLayout layout, double pushed)
    {
        _push = pushed;
        var (x, y) = Anchor(layout);
        var tail = HasArrow ? Tail(layout, x, y) : (x, y);
        var (width, height) = (Text.Width(Size) + 2 * Padding, Height);
        if (Math.Abs(Math.Abs(Angle) - 90) < 1)
            (width, height) = (height, width);
        var left = tail.x - Fraction("xanchor", "left", "right", 'x') * width + json.Number("xshift", 0);
        var top = tail.y - (1 - Fraction("yanchor", "bottom", "top", 'y')) * height - json.Number("yshift", 0) + pushed;
        Box = (left, top, left + width, top + height);
    }

    /// <summary>Whether it belongs to data that the axis does not show.</summary>
    public bool IsOutOfSight(FigureLayout layout)
    {
        var (x, y) = Anchor(layout);
        return IsBeyond(figure.Find(json.Text("xref") ?? "x"), x) || IsBeyond(figure.Find(json.Text("yref") ?? "y"), y) || !double.IsFinite(x + y);

        static bool IsBeyond(Axis? axis, double pixel) => axis is not null && (pixel < Math.Min(axis.Start, axis.End) - 1 || pixel > Math.Max(axis.Start, axis.End) + 1);
    }

    public void Draw(SvgBuilder svg, FigureLayout layout)
    {
        Place(layout, _push);
        if (IsOutOfSight(layout))
            return;

        var opacity = json.Number("opacity", 1, 0, 1);
        var color = (Rgba.Parse(json.Text("font.color")) ?? figure.Style.FontColor).WithOpacity(opacity);
        if (HasArrow)
            DrawArrow(svg, layout, (Rgba.Parse(json.Text("arrowcolor")) ?? Rgba.Parse(json.Text("font.color")) ?? Rgba.Ink).WithOpacity(opacity));
        var (background, border) = (Rgba.Parse(json.Text("bgcolor")), Rgba.Parse(json.Text("bordercolor")));
        if (background is not null || border is not null)
        {
            svg.Element("rect", ("x", Box.Left), ("y", Box.Top), ("width", Box.Right - Box.Left), ("height", Box.Bottom - Box.Top), ("fill", background ?? Rgba.Transparent),
                ("stroke", border), ("stroke-width", border is null ? null : json.Number("borderwidth", 1, 0, 10)));
        }

        var align = json.Text("align") ?? "center";
        var middle = (Box.Top + Box.Bottom) / 2;
        var (x, anchor) = align switch
        {
            "left" when Angle == 0 => (Box.Left + Padding, "start"),
            "right" when Angle == 0 => (Box.Right - Padding, "end"),
            _ => ((Box.Left + Box.Right) / 2, "middle"),
        };
        svg.Text(Text, x, middle, Size, color, anchor, 0.5, Angle);
    }

    private bool IsPaper(char letter) => json.Text(letter + "ref") == "paper";

    private double Fraction(string anchor, string start, string end, char letter)
    {
        var given = json.Text(anchor);
        if (given == start)
            return 0;
        if (given == end)
            return 1;
        if (given is "center" or "middle" || HasArrow || !(json.Text(letter + "ref") is "paper" || json.Text(letter + "ref")?.EndsWith(" domain", StringComparison.Ordinal) == true))
            return 0.5;
        return json.Number(letter.ToString(), 0) switch { < 1.0 / 3 => 0, > 2.0 / 3 => 1, _ => 0.5 };
    }

    private (double X, double Y) Anchor(FigureLayout layout) =>
        (layout.Pixel(json.Text("xref") ?? "x", 'x', json.At("x"), logarithmIsGiven: true), layout.Pixel(json.Text("yref") ?? "y", 'y', json.At("y"), logarithmIsGiven: true));

    private (double x, double y) Tail(FigureLayout layout, double x, double y)
    {
        var (axref, ayref) = (json.Text("axref") ?? "pixel", json.Text("ayref") ?? "pixel");
        return (axref == "pixel" ? x + json.Number("ax", -10) : layout.Pixel(axref, 'x', json.At("ax"), true),
            ayref == "pixel" ? y + json.Number("ay", -30) : layout.Pixel(ayref, 'y', json.At("ay"), true));
    }

    private void DrawArrow(SvgBuilder svg, FigureLayout layout, Rgba color)
    {
        var (x, y) = Anchor(layout);
        var tail = Tail(layout, x, y);
        if (!Text.IsEmpty)
            tail = Leave(tail.x, tail.y, x, y);
        var length = Math.Sqrt((x - tail.x) * (x - tail.x) + (y - tail.y) * (y - tail.y));
        if (!(length > 0.5))
            return;

        var (ux, uy) = ((x - tail.x) / length, (y - tail.y) / length);
        var width = json.Number("arrowwidth", 1.5, 0.1, 20);
        var head = json.Number("arrowhead", 1) == 0 ? 0 : Math.Min(3.2 * Math.Max(width, 1.2) * json.Number("arrowsize", 1, 0.3, 10), length);
        var standoff = Math.Min(json.Number("standoff", 0, 0, 200), Math.Max(length - head, 0));
        var (tipX, tipY) = (x - ux * standoff, y - uy * standoff);
        svg.Element("path", ("d", new PathBuilder().Move(tail.x, tail.y).Line(tipX - ux * head * 0.8, tipY - uy * head * 0.8)), ("fill", "none"), ("stroke", color), ("stroke-width", width));
        if (head > 0)
        {
            var (baseX, baseY, half) = (tipX - ux * head, tipY - uy * head, head * 0.45);
            svg.Element("path", ("d", new PathBuilder().Move(tipX, tipY).Line(baseX - uy * half, baseY + ux * half).Line(baseX + uy * half, baseY - ux * half).End()), ("fill", color));
        }
    }

    /// <summary>Where a line from the middle of the text to the point leaves the text's box.</summary>
    private (double x, double y) Leave(double x, double y, double toX, double toY)
    {
        (x, y) = ((Box.Left + Box.Right) / 2, (Box.Top + Box.Bottom) / 2);
        var (dx, dy) = (toX - x, toY - y);
        var t = Math.Min(dx == 0 ? 1 : (Box.Right - Box.Left + 4) / 2 / Math.Abs(dx), dy == 0 ? 1 : (Box.Bottom - Box.Top + 2) / 2 / Math.Abs(dy));
        return t >= 1 ? (toX, toY) : (x + dx * t, y + dy * t);
    }
}
