using System.Text.Json;
using Kit.Display.Svg.Axes;
using Kit.Display.Svg.Drawing;

namespace Kit.Display.Svg.Traces;

/// <summary>Bars, upright or lying; <see cref="BarLayout"/> decides where each one stands.</summary>
internal class BarTrace(JsonElement json, int index, FigureStyle style) : Trace(json, index, style)
{
    private ErrorBars? _errors;
    private string[] _texts = [];
    private JsonElement[] _colors = [];

    public override int Layer => 1;

    public virtual bool IsHorizontal => Json.Text("orientation") == "h";

    public Axis PositionAxis => IsHorizontal ? Y : X;

    public Axis SizeAxis => IsHorizontal ? X : Y;

    public double[] Positions { get; protected set; } = [];

    public double[] Sizes { get; protected set; } = [];

    /// <summary>Where each bar begins: its base, or the end of the bar that it stands on.</summary>
    public double[] Bases { get; private set; } = [];

    /// <summary>The ends of each bar across its direction, in coordinates of the position axis.</summary>
    public double[] From { get; private set; } = [];

    public double[] To { get; private set; } = [];

    /// <summary>The distance between neighbouring places, which the axis shows whole.</summary>
    public double Slot { get; set; } = 1;

    /// <summary>Whether bars touch where the layout does not say how far apart they are.</summary>
    public virtual bool TouchByDefault => false;

    public override void Read()
    {
        var count = Math.Max(Json.Items("x").Length, Json.Items("y").Length);
        Positions = Coordinates(ofX: !IsHorizontal, count);
        Sizes = Json.Items(IsHorizontal ? "x" : "y").Length == 0 ? [] : Coordinates(ofX: IsHorizontal, count);
        count = Math.Min(Positions.Length, Sizes.Length);
        (Positions, Sizes) = (Positions[..count], Sizes[..count]);
        ReadLook();
    }

    protected void ReadLook()
    {
        var count = Positions.Length;
        Bases = [.. Json.PerPoint("base", count).Select(start => SizeAxis.Coordinate(start) is var number && double.IsFinite(number) ? number : 0)];
        _errors = ErrorBars.Read(Json.At(IsHorizontal ? "error_x" : "error_y"), Sizes, Style.FontColor);
        _colors = Json.Items("marker.color");
        if (_colors.Length > 0 && _colors.All(color => color.ValueKind != JsonValueKind.String))
            Mapping = Style.Mapping(Json.At("marker"), 'c', _colors.Select(color => color.AsNumber()));
        var template = Json.Text("texttemplate");
        _texts = Json.Text("textposition") == "none" ? [] : [.. Json.PerPoint("text", count).Select((text, i) => template is null
            ? text.AsText() ?? ""
            : NumberFormat.Template(template, name => name switch
            {
                "x" => Shown(X, IsHorizontal ? Sizes[i] : Positions[i]),
                "y" => Shown(Y, IsHorizontal ? Positions[i] : Sizes[i]),
                "value" => Sizes[i],
                "label" => Shown(PositionAxis, Positions[i]),
                _ => text.AsText(),
            }))];
    }

    /// <summary>Places a bar: across from <paramref name="from"/> to <paramref name="to"/>, beginning at <paramref name="start"/>.</summary>
    public void Place(int i, double from, double to, double start)
    {
        if (From.Length != Positions.Length)
            (From, To) = (new double[Positions.Length], new double[Positions.Length]);
        (From[i], To[i], Bases[i]) = (from, to, start);
    }

    public override void Extend()
    {
        var outside = Json.Text("textposition") is null or "auto" or "outside" && _texts.Any(text => text.Length > 0);
        var room = !outside ? Room.Usual : Room.Beyond(IsHorizontal ? _texts.Max(text => RichText.Parse(text).Width(TextSize)) + 6 : TextSize * 1.4);
        for (var i = 0; i < Positions.Length; i++)
        {
            if (!double.IsFinite(Positions[i]) || !double.IsFinite(Sizes[i]))
                continue;
            foreach (var edge in new[] { From[i], To[i], Positions[i] - Slot / 2, Positions[i] + Slot / 2 })
                PositionAxis.Extent.Include(PositionAxis.Scale(edge), Room.None, Room.None);
            var end = Bases[i] + Sizes[i];
            if (SizeAxis.Kind == AxisKind.Log)
            {
                SizeAxis.Extent.Include(SizeAxis.Scale(end), Room.Usual, room);
            }
            else
            {
                SizeAxis.Extent.IncludeFromZero(Bases[i], Room.None);
                SizeAxis.Extent.IncludeFromZero(end, room);
            }

            if (_errors is not null)
            {
                SizeAxis.Extent.Include(SizeAxis.Scale(_errors.Low(end, i)), Room.Usual, Room.None);
                SizeAxis.Extent.Include(SizeAxis.Scale(_errors.High(end, i)), Room.None, Room.Usual);
            }
        }
    }

    public override void Draw(SvgBuilder svg)
    {
        var line = LineStyle.Read(Json.At("marker.line"), TouchByDefault ? Rgba.White : Rgba.Ink, TouchByDefault ? 0.75 : 0);
        var opacity = Json.Number("opacity", 1, 0, 1) * (Json.Items("marker.opacity").Length > 0 ? 1 : Json.Number("marker.opacity", 1, 0, 1));
        for (var i = 0; i < Positions.Length; i++)
        {
            if (Box(i) is not { } box)
                continue;
            svg.Element("rect", ("x", box.X), ("y", box.Y), ("width", box.Width), ("height", box.Height), ("fill", BarColor(i).WithOpacity(opacity)),
                ("stroke", line.IsVisible ? line.Color : null), ("stroke-width", line.IsVisible ? line.Width : null));
        }

        if (_errors is null)
            return;
        var path = new PathBuilder();
        for (var i = 0; i < Positions.Length; i++)
        {
            if (Box(i) is { } box)
                _errors.Draw(path, SizeAxis, Bases[i] + Sizes[i], IsHorizontal ? box.Y + box.Height / 2 : box.X + box.Width / 2, i);
        }

        _errors.Stroke(svg, path);
    }

    public override void DrawUnclipped(SvgBuilder svg)
    {
        for (var i = 0; i < _texts.Length; i++)
        {
            if (_texts[i].Length > 0 && Box(i) is { } box)
                DrawText(svg, RichText.Parse(_texts[i]), box, i);
        }
    }

    private double TextSize => Json.Number("textfont.size", Style.FontSize * 0.95, 4, 60);

    private void DrawText(SvgBuilder svg, RichText text, (double X, double Y, double Width, double Height) box, int i)
    {
        var (width, height) = (text.Width(TextSize), text.Height(TextSize));
        var fits = IsHorizontal ? width + 8 <= box.Width && height <= box.Height + 2 : height + 4 <= box.Height && width <= box.Width + 2;
        var inside = Json.Text("textposition") switch { "inside" => true, "outside" => false, _ => fits };
        var color = Rgba.Parse(Json.Text("textfont.color")) ?? (inside ? BarColor(i).Contrast : Style.FontColor);
        // A label that finds no room in its bar is made smaller; one that cannot be read any more is left out.
        var size = !inside || fits ? TextSize : TextSize * Math.Min((box.Width - 4) / width, (box.Height - 2) / height);
        if (size < 5)
            return;
        size = Math.Min(size, TextSize);
        var centred = Json.Text("insidetextanchor") == "middle";
        var towards = SizeAxis.Pixel(Bases[i] + Sizes[i]) >= SizeAxis.Pixel(Bases[i]) == (SizeAxis.End > SizeAxis.Start) ? 1 : -1;
        var direction = (SizeAxis.End > SizeAxis.Start ? 1 : -1) * towards * (Sizes[i] < 0 && SizeAxis.Pixel(Bases[i]) == SizeAxis.Pixel(Bases[i] + Sizes[i]) ? -1 : 1);
        var clearance = _errors is null ? 3 : 3 + Math.Abs(SizeAxis.Pixel(_errors.High(Bases[i] + Sizes[i], i)) - SizeAxis.Pixel(Bases[i] + Sizes[i]));
        if (IsHorizontal)
        {
            var end = direction > 0 ? box.X + box.Width : box.X;
            var (x, anchor) = inside && centred ? (box.X + box.Width / 2, "middle")
                : inside ? (end - direction * 4, direction > 0 ? "end" : "start")
                : (end + direction * clearance, direction > 0 ? "start" : "end");
            svg.Text(text, x, box.Y + box.Height / 2, size, color, anchor);
        }
        else
        {
            var end = direction < 0 ? box.Y : box.Y + box.Height;
            var (y, vertical) = inside && centred ? (box.Y + box.Height / 2, 0.5)
                : inside ? (end - direction * 2, direction < 0 ? 0 : 1)
                : (end + direction * (clearance - 1), direction < 0 ? 1.0 : 0);
            svg.Text(text, box.X + box.Width / 2, y, size, color, "middle", vertical);
        }
    }

    private Rgba BarColor(int i) => i >= _colors.Length ? Color
        : Mapping?.At(_colors[i].AsNumber()) ?? Rgba.Parse(_colors[i].AsText()) ?? Color;

    /// <summary>The rectangle of a bar in pixels.</summary>
    private (double X, double Y, double Width, double Height)? Box(int i)
    {
        var (a, b) = (PositionAxis.Pixel(From[i]), PositionAxis.Pixel(To[i]));
        var c = SizeAxis.Kind == AxisKind.Log && Bases[i] <= 0 ? SizeAxis.Start : SizeAxis.Pixel(Bases[i]);
        var d = SizeAxis.Pixel(Bases[i] + Sizes[i]);
        if (!double.IsFinite(a) || !double.IsFinite(b) || !double.IsFinite(c) || !double.IsFinite(d))
            return null;
        var (left, right, top, bottom) = IsHorizontal
            ? (Math.Min(c, d), Math.Max(c, d), Math.Min(a, b), Math.Max(a, b))
            : (Math.Min(a, b), Math.Max(a, b), Math.Min(c, d), Math.Max(c, d));
        return (left, top, right - left, bottom - top);
    }

    private static object Shown(Axis axis, double value) =>
        axis.Kind == AxisKind.Category && value >= 0 && value < axis.Categories.Count ? axis.Categories[(int)value] : value;
}
