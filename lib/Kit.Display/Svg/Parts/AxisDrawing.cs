using Kit.Display.Svg.Axes;
using Kit.Display.Svg.Drawing;

namespace Kit.Display.Svg.Parts;

/// <summary>Grid lines behind the data, and the line, ticks, labels and title of each axis.</summary>
internal static class AxisDrawing
{
    private const double TickGap = 3;
    private const double TitleGap = 5;
    private static readonly Rgba ZeroLine = new(175, 175, 175);

    /// <summary>Pixels that an axis takes on its own side of the plot.</summary>
    public static double Breadth(Axis axis, double fontSize)
    {
        if (!axis.IsVisible)
            return 0;
        var labels = axis.Ticks.Breadth(axis.TickSize(fontSize), axis.IsX);
        return TickLength(axis) + (labels > 0 ? TickGap + labels : 0) + (axis.Title.IsEmpty ? 0 : TitleGap + Title(axis, fontSize).Height(axis.TitleSize(fontSize)));
    }

    /// <summary>Pixels by which labels reach over the two ends of an axis: before its lower and after its higher pixel.</summary>
    public static (double Before, double After) Overhang(Axis axis, double fontSize)
    {
        if (!axis.IsVisible)
            return (0, 0);
        var (from, to) = (Math.Min(axis.Start, axis.End), Math.Max(axis.Start, axis.End));
        var (before, after) = (0.0, 0.0);
        foreach (var tick in axis.Ticks.Major.Where(tick => !tick.Label.IsEmpty))
        {
            var size = axis.TickSize(fontSize);
            var (width, height) = axis.Ticks.Box(tick, size);
            var at = axis.PixelOfScaled(tick.At);
            // A turned label hangs from its end and reaches to the left (or right) only.
            var (low, high) = !axis.IsX ? (height / 2, height / 2)
                : axis.Ticks.Angle is > -80 and < -10 ? (width, size / 2)
                : axis.Ticks.Angle is > 10 and < 80 ? (size / 2, width)
                : (width / 2, width / 2);
            before = Math.Max(before, from - (at - low));
            after = Math.Max(after, at + high - to);
        }

        return (before, after);
    }

    public static void DrawGrid(SvgBuilder svg, Subplot subplot)
    {
        foreach (var axis in new[] { subplot.X, subplot.Y })
        {
            if (!axis.IsVisible)
                continue;
            var shown = axis.Json.Flag("showgrid") ?? (axis.Kind != AxisKind.Category && !axis.HidesGrid && axis.Overlaying is null);
            if (shown)
            {
                var line = new LineStyle(Rgba.Parse(axis.Json.Text("gridcolor")) ?? Rgba.Grid, axis.Json.Number("gridwidth", 1, 0, 10), null);
                Lines(svg, subplot, axis, axis.Ticks.Minor, line with { Color = Rgba.Mix(line.Color, Rgba.White, 0.55) });
                Lines(svg, subplot, axis, axis.Ticks.Major.Select(tick => tick.At), line);
            }

            var zero = axis.Kind == AxisKind.Linear && axis.Low * axis.High < 0;
            if (zero && (axis.Json.Flag("zeroline") ?? shown))
                Lines(svg, subplot, axis, [0], new LineStyle(Rgba.Parse(axis.Json.Text("zerolinecolor")) ?? ZeroLine, axis.Json.Number("zerolinewidth", 1, 0, 10), null));
        }
    }

    /// <summary>Draws what belongs to the axis itself, at the pixel across where it stands.</summary>
    public static void Draw(SvgBuilder svg, Axis axis, double across, double opposite, double fontSize, Rgba color)
    {
        if (!axis.IsVisible)
            return;

        var side = axis.IsX ? (axis.OnFarSide ? -1 : 1) : (axis.OnFarSide ? 1 : -1);
        var line = new LineStyle(Rgba.Parse(axis.Json.Text("linecolor")) ?? Rgba.AxisLine, axis.Json.Number("linewidth", 1, 0, 10), null);
        if (axis.Json.Flag("showline") ?? !axis.HidesGrid)
        {
            Segment(svg, axis, axis.Start, across, axis.End, across, line);
            if (axis.Json.Text("mirror") is "true" or "ticks" or "all")
                Segment(svg, axis, axis.Start, opposite, axis.End, opposite, line);
        }

        var length = TickLength(axis);
        if (length > 0)
        {
            var path = new PathBuilder();
            foreach (var tick in axis.Ticks.Major)
                Add(path, axis, axis.PixelOfScaled(tick.At), across, across + side * (axis.Json.Text("ticks") == "inside" ? -length : length));
            foreach (var minor in axis.Ticks.Minor)
                Add(path, axis, axis.PixelOfScaled(minor), across, across + side * length * 0.5);
            if (!path.IsEmpty)
                svg.Element("path", ("d", path), ("fill", "none"), ("stroke", Rgba.Parse(axis.Json.Text("tickcolor")) ?? Rgba.AxisLine), ("stroke-width", axis.Json.Number("tickwidth", 1, 0, 10)));
        }

        var size = axis.TickSize(fontSize);
        var tickColor = Rgba.Parse(axis.Json.Text("tickfont.color")) ?? Rgba.Muted;
        var from = across + side * (length + TickGap);
        foreach (var tick in axis.Ticks.Major)
            Label(svg, axis, tick, axis.PixelOfScaled(tick.At), from, side, size, tickColor);
        DrawTitle(svg, axis, across, side, fontSize, color);
    }

    private static void DrawTitle(SvgBuilder svg, Axis axis, double across, int side, double fontSize, Rgba color)
    {
        if (axis.Title.IsEmpty)
            return;
        color = Rgba.Parse(axis.Json.Text("title.font.color")) ?? color;
        var size = axis.TitleSize(fontSize);
        var title = Title(axis, fontSize);
        var middle = (axis.Start + axis.End) / 2;
        var edge = across + side * Breadth(axis, fontSize);
        if (axis.IsX)
            svg.Text(title, middle, edge, size, color, "middle", side > 0 ? 1 : 0);
        else
            svg.Text(title, edge - side * title.Height(size) / 2, middle, size, color, "middle", 0.5, side > 0 ? 90 : -90);
    }

    private static double TickLength(Axis axis) => axis.Json.Text("ticks") switch
    {
        "" or "inside" => axis.Json.Text("ticks") == "" ? 0 : axis.Json.Number("ticklen", 4, 0, 20),
        null => axis.Kind == AxisKind.Category || axis.HidesGrid ? 0 : 4,
        _ => axis.Json.Number("ticklen", 4, 0, 20),
    };

    private static RichText Title(Axis axis, double fontSize) => axis.Title.Wrap(Math.Max(axis.Length * 1.05, 60), axis.TitleSize(fontSize));

    private static void Label(SvgBuilder svg, Axis axis, Tick tick, double at, double from, int side, double size, Rgba color)
    {
        var angle = axis.Ticks.Angle;
        if (!axis.IsX)
        {
            svg.Text(tick.Label, from, at, size, color, side < 0 ? "end" : "start", 0.5, angle);
        }
        else if (Math.Abs(angle) < 1)
        {
            svg.Text(tick.Label, at, from, size, color, "middle", side > 0 ? 0 : 1);
        }
        else
        {
            // Below the axis a label turned to the left ends at its tick, one turned to the right begins there.
            svg.Text(tick.Label, at, from + side * size * 0.35 * Math.Abs(Math.Cos(angle * Math.PI / 180)), size, color, angle < 0 == side > 0 ? "end" : "start", 0.5, angle);
        }
    }

    private static void Lines(SvgBuilder svg, Subplot subplot, Axis axis, IEnumerable<double> places, LineStyle line)
    {
        var path = new PathBuilder();
        foreach (var at in places)
        {
            if (axis.IsX)
                path.Move(axis.PixelOfScaled(at), subplot.Bottom).Line(axis.PixelOfScaled(at), subplot.Top);
            else
                path.Move(subplot.Left, axis.PixelOfScaled(at)).Line(subplot.Right, axis.PixelOfScaled(at));
        }

        if (!path.IsEmpty && line.IsVisible)
            svg.Element("path", ("d", path), ("fill", "none"), ("stroke", line.Color), ("stroke-width", line.Width), ("shape-rendering", "crispEdges"));
    }

    private static void Segment(SvgBuilder svg, Axis axis, double from, double across, double to, double acrossTo, LineStyle line) =>
        svg.Element("line", ("x1", axis.IsX ? from : across), ("y1", axis.IsX ? across : from), ("x2", axis.IsX ? to : acrossTo), ("y2", axis.IsX ? acrossTo : to),
            ("stroke", line.Color), ("stroke-width", line.Width), ("shape-rendering", "crispEdges"));

    private static void Add(PathBuilder path, Axis axis, double at, double from, double to) =>
        _ = axis.IsX ? path.Move(at, from).Line(at, to) : path.Move(from, at).Line(to, at);
}
