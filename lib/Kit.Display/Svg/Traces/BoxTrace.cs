using System.Text.Json;
using Kit.Display.Svg.Axes;
using Kit.Display.Svg.Drawing;

namespace Kit.Display.Svg.Traces;

/// <summary>Box plots, from raw values or from quartiles that the figure gives.</summary>
internal sealed class BoxTrace(JsonElement json, int index, FigureStyle style) : Trace(json, index, style)
{
    /// <summary>What one box shows.</summary>
    internal sealed record Summary(double Position, double[] Values, double Q1, double Median, double Q3, double LowerFence, double UpperFence, double Mean, double Deviation);

    private List<Summary> _boxes = [];
    private double _halfWidth = 0.25;
    private double _offset;

    public override int Layer => 2;

    public bool IsHorizontal => Json.Text("orientation") is { } given ? given == "h" : Json.Items("y").Length == 0 && Json.Items("x").Length > 0 && Json.Items("q1").Length == 0;

    public IReadOnlyList<Summary> Boxes => _boxes;

    private Axis PositionAxis => IsHorizontal ? Y : X;

    private Axis ValueAxis => IsHorizontal ? X : Y;

    private string PositionLetter => IsHorizontal ? "y" : "x";

    private string ValueLetter => IsHorizontal ? "x" : "y";

    private bool HasPositions => Json.Items(PositionLetter).Length > 0;

    /// <summary>A box without a place stands at its name.</summary>
    private JsonElement DefaultPosition => Json.At(PositionLetter + "0") is { ValueKind: not JsonValueKind.Undefined } given ? given
        : JsonSerializer.SerializeToElement(Name.Plain);

    public override IEnumerable<JsonElement> Values(bool ofX) => ofX != IsHorizontal
        ? HasPositions ? Json.Items(PositionLetter) : [DefaultPosition]
        : Json.Items(ofX ? "x" : "y");

    public override void Read()
    {
        var positions = Json.Items(PositionLetter).Select(PositionAxis.Coordinate).ToArray();
        if (Json.Items("q1") is { Length: > 0 } q1)
        {
            var (median, q3, lower, upper, mean, deviation) = (Json.Items("median"), Json.Items("q3"), Json.Items("lowerfence"), Json.Items("upperfence"), Json.Items("mean"), Json.Items("sd"));
            _boxes = [.. q1.Select((first, i) => new Summary(
                i < positions.Length ? positions[i] : HasPositions || q1.Length > 1 ? i : PositionAxis.Coordinate(DefaultPosition), [],
                first.AsNumber(), At(median, i, double.NaN), At(q3, i, double.NaN), At(lower, i, first.AsNumber()), At(upper, i, At(q3, i, double.NaN)), At(mean, i, double.NaN), At(deviation, i, double.NaN)))
                .Where(box => double.IsFinite(box.Q1) && double.IsFinite(box.Q3) && double.IsFinite(box.Median))];
            return;
        }

        var values = Json.Items(ValueLetter).Select(ValueAxis.Coordinate).ToArray();
        var fallback = positions.Length > 0 ? double.NaN : PositionAxis.Coordinate(DefaultPosition);
        _boxes = [.. values.Select((value, i) => (Value: value, Position: positions.Length == 0 ? fallback : i < positions.Length ? positions[i] : double.NaN))
            .Where(point => double.IsFinite(point.Value) && double.IsFinite(point.Position))
            .GroupBy(point => point.Position)
            .Select(group => Summarise(group.Key, [.. group.Select(point => point.Value)], Json.Text("quartilemethod") ?? "linear"))];

        static double At(JsonElement[] items, int i, double fallback) => i < items.Length && items[i].AsNumber() is var number && double.IsFinite(number) ? number : fallback;
    }

    /// <summary>Quartiles by plotly's methods and fences at the outermost values within 1.5 interquartile ranges.</summary>
    internal static Summary Summarise(double position, double[] values, string method)
    {
        Array.Sort(values);
        var half = values.Length / 2;
        var (low, high) = method switch
        {
            "exclusive" when values.Length > 1 => (values[..half], values[^half..]),
            "inclusive" => (values[..(values.Length - half)], values[half..]),
            _ => ([], []),
        };
        var median = Quantile(values, 0.5);
        var q1 = low.Length > 0 ? Quantile(low, 0.5) : Quantile(values, 0.25);
        var q3 = high.Length > 0 ? Quantile(high, 0.5) : Quantile(values, 0.75);
        var reach = 1.5 * (q3 - q1);
        var lower = Math.Min(q1, values.First(value => value >= q1 - reach));
        var upper = Math.Max(q3, values.Last(value => value <= q3 + reach));
        var mean = values.Average();
        return new Summary(position, values, q1, median, q3, lower, upper, mean, Math.Sqrt(values.Average(value => (value - mean) * (value - mean))));
    }

    /// <summary>Places the boxes of one subplot; with boxmode "group" side by side.</summary>
    public static void Arrange(IReadOnlyList<BoxTrace> traces, JsonElement layout)
    {
        var places = traces.SelectMany(trace => trace._boxes).Select(box => box.Position).Distinct().Order().ToArray();
        var half = BarLayout.Spacing(places) / 2;
        var (gap, groupGap) = (layout.Number("boxgap", 0.3, 0, 0.99), layout.Number("boxgroupgap", 0.3, 0, 0.99));
        var side = layout.Text("boxmode") == "group" ? traces.Count : 1;
        for (var i = 0; i < traces.Count; i++)
        {
            traces[i]._halfWidth = traces[i].Json.Number("width") is > 0 and { } width ? width / 2 : half * (1 - gap) * (1 - groupGap) / side;
            traces[i]._offset = side > 1 ? 2 * half * (-0.5 + (i + 0.5) / side) * (1 - gap) : 0;
            foreach (var box in traces[i]._boxes)
            {
                traces[i].PositionAxis.Extent.Include(box.Position - half, Room.None, Room.None);
                traces[i].PositionAxis.Extent.Include(box.Position + half, Room.None, Room.None);
            }
        }
    }

    public override void Extend()
    {
        foreach (var box in _boxes)
        {
            foreach (var value in box.Values.Concat([box.LowerFence, box.UpperFence, box.Q1, box.Q3]))
                ValueAxis.Extent.Include(ValueAxis.Scale(value), Room.Beyond(3), Room.Beyond(3));
        }
    }

    public override void Draw(SvgBuilder svg)
    {
        var line = LineStyle.Read(Json.At("line"), Color, 2);
        var fill = Rgba.Parse(Json.Text("fillcolor")) ?? Color.WithOpacity(0.5);
        var opacity = Json.Number("opacity", 1, 0, 1);
        foreach (var box in _boxes)
        {
            var (left, middle, right) = (Across(box, -1), Across(box, 0), Across(box, 1));
            var path = new PathBuilder();
            Line(path, (left, box.Q1), (right, box.Q1), (right, box.Q3), (left, box.Q3)).End();
            svg.Element("path", ("d", path), ("fill", fill.WithOpacity(opacity)), ("stroke", line.Color.WithOpacity(opacity)), ("stroke-width", line.Width), ("stroke-linejoin", "round"));
            path = new PathBuilder();
            Line(path, (left, box.Median), (right, box.Median));
            var (capLeft, capRight) = (Across(box, -0.5), Across(box, 0.5));
            foreach (var (quartile, fence) in new[] { (box.Q1, box.LowerFence), (box.Q3, box.UpperFence) })
            {
                Line(path, (middle, quartile), (middle, fence));
                Line(path, (capLeft, fence), (capRight, fence));
            }

            svg.Element("path", ("d", path), ("fill", "none"), ("stroke", line.Color.WithOpacity(opacity)), ("stroke-width", line.Width));
            if (Json.Text("boxmean") is "true" or "sd" && double.IsFinite(box.Mean))
            {
                path = new PathBuilder();
                Line(path, (left, box.Mean), (right, box.Mean));
                if (Json.Text("boxmean") == "sd" && double.IsFinite(box.Deviation))
                    Line(path, (left, box.Mean), (middle, box.Mean - box.Deviation), (right, box.Mean), (middle, box.Mean + box.Deviation), (left, box.Mean));
                svg.Element("path", ("d", path), ("fill", "none"), ("stroke", line.Color.WithOpacity(opacity)), ("stroke-width", Math.Max(line.Width / 2, 1)), ("stroke-dasharray", "4 3"));
            }
        }
    }

    public override void DrawUnclipped(SvgBuilder svg)
    {
        var shown = Json.Text("boxpoints") ?? "outliers";
        if (shown == "false")
            return;

        var size = Json.Number("marker.size", 6, 0, 40);
        var jitter = Json.Number("jitter", shown == "all" ? 0.3 : 0, 0, 1);
        var place = Json.Number("pointpos", shown == "all" ? -1.5 : 0, -2, 2);
        var color = (Rgba.Parse(Json.Text("marker.color")) ?? Color).WithOpacity(Json.Number("marker.opacity", 1, 0, 1) * Json.Number("opacity", 1, 0, 1));
        foreach (var box in _boxes)
        {
            for (var i = 0; i < box.Values.Length; i++)
            {
                var value = box.Values[i];
                if (shown != "all" && value >= box.LowerFence && value <= box.UpperFence)
                    continue;
                // An even spread by the golden ratio: like plotly's jitter, but the same every time.
                var across = Across(box, place + jitter * 2 * ((i + 1) * 0.6180339887498949 % 1 - 0.5));
                var (x, y) = IsHorizontal ? (ValueAxis.Pixel(value), across) : (across, ValueAxis.Pixel(value));
                if (double.IsFinite(x) && double.IsFinite(y) && IsInside(X, Y, x, y))
                    MarkerSymbol.Draw(svg, Json.Text("marker.symbol"), x, y, size, color, Rgba.White, 0);
            }
        }
    }

    public override void DrawKey(SvgBuilder svg, double x, double y, double width)
    {
        var line = LineStyle.Read(Json.At("line"), Color, 2);
        svg.Element("rect", ("x", x + width / 2 - 7), ("y", y - 5), ("width", 14), ("height", 10),
            ("fill", Rgba.Parse(Json.Text("fillcolor")) ?? Color.WithOpacity(0.5)), ("stroke", line.Color), ("stroke-width", Math.Min(line.Width, 2)));
    }

    private static double Quantile(double[] sorted, double q)
    {
        var place = Math.Clamp(q * sorted.Length - 0.5, 0, sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private double Across(Summary box, double side) => PositionAxis.Pixel(box.Position + _offset + side * _halfWidth);

    private PathBuilder Line(PathBuilder path, params ReadOnlySpan<(double Across, double Value)> points)
    {
        for (var i = 0; i < points.Length; i++)
        {
            var along = ValueAxis.Pixel(points[i].Value);
            var (x, y) = IsHorizontal ? (along, points[i].Across) : (points[i].Across, along);
            _ = i == 0 ? path.Move(x, y) : path.Line(x, y);
        }

        return path;
    }
}
