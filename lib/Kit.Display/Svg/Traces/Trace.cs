using System.Text.Json;
using Kit.Display.Svg.Axes;
using Kit.Display.Svg.Drawing;

namespace Kit.Display.Svg.Traces;

/// <summary>One element of a figure's data.</summary>
internal abstract class Trace
{
    private static readonly Dictionary<string, Func<JsonElement, int, FigureStyle, Trace>> Kinds = new()
    {
        ["scatter"] = (json, index, style) => new ScatterTrace(json, index, style),
        ["scattergl"] = (json, index, style) => new ScatterTrace(json, index, style),
        ["bar"] = (json, index, style) => new BarTrace(json, index, style),
        ["histogram"] = (json, index, style) => new HistogramTrace(json, index, style),
        ["box"] = (json, index, style) => new BoxTrace(json, index, style),
        ["heatmap"] = (json, index, style) => new HeatmapTrace(json, index, style),
    };

    protected Trace(JsonElement json, int index, FigureStyle style)
    {
        (Json, Index, Style) = (json, index, style);
        Color = Rgba.Parse(json.Text("marker.color")) ?? Rgba.Parse(json.Text("line.color")) ?? style.Color(index);
        Name = RichText.Parse(json.Text("name") ?? $"trace {index}");
    }

    public JsonElement Json { get; }

    public int Index { get; }

    public FigureStyle Style { get; }

    public RichText Name { get; }

    /// <summary>The colour that stands for the whole trace.</summary>
    public Rgba Color { get; protected init; }

    public string Type => Json.Text("type") ?? "scatter";

    public Axis X { get; private set; } = null!;

    public Axis Y { get; private set; } = null!;

    public bool IsDrawn => Json.Text("visible") is null or "true";

    /// <summary>Whether a legend lists it, where the figure has one.</summary>
    public virtual bool IsListed => Json.Flag("showlegend") ?? true;

    /// <summary>Bars below lines: the order in which kinds of traces are drawn.</summary>
    public virtual int Layer => 3;

    /// <summary>How the trace's numbers become colours, where they do.</summary>
    public ColorMapping? Mapping { get; protected set; }

    public static Trace Create(JsonElement json, int index, FigureStyle style)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new FigureException($"data[{index}] must be an object, not {json.ValueKind}.");
        var type = json.Text("type") ?? "scatter";
        return Kinds.TryGetValue(type, out var create)
            ? create(json, index, style)
            : throw new FigureException($"data[{index}] has the trace type '{type}', which the static picture cannot draw; known: {string.Join(", ", Kinds.Keys)}.");
    }

    public void Use(Axis x, Axis y) => (X, Y) = (x, y);

    /// <summary>The values that decide what kind of axis this is.</summary>
    public virtual IEnumerable<JsonElement> Values(bool ofX) => Json.Items(ofX ? "x" : "y");

    /// <summary>Turns the JSON into numbers; the kinds of the axes are known by now.</summary>
    public abstract void Read();

    /// <summary>Tells the axes what must be seen.</summary>
    public abstract void Extend();

    /// <summary>Draws what lies below every trace's lines: the areas.</summary>
    public virtual void DrawBelow(SvgBuilder svg)
    {
    }

    public abstract void Draw(SvgBuilder svg);

    /// <summary>Draws what may reach over the edge of the plot: markers and labels.</summary>
    public virtual void DrawUnclipped(SvgBuilder svg)
    {
    }

    /// <summary>Draws the trace's sample in the legend, centred on the given height.</summary>
    public virtual void DrawKey(SvgBuilder svg, double x, double y, double width)
    {
        var line = LineStyle.Read(Json.At("marker.line"), Rgba.AxisLine, 0);
        svg.Element("rect", ("x", x + width / 2 - 7), ("y", y - 6), ("width", 14), ("height", 12), ("fill", Color.WithOpacity(Json.Number("opacity", 1) * Json.Number("marker.opacity", 1))),
            ("stroke", line.IsVisible ? line.Color : null), ("stroke-width", line.IsVisible ? line.Width : null));
    }

    /// <summary>Coordinates from an array, or 0, 1, 2 … (x0, dx) where the trace has none.</summary>
    protected double[] Coordinates(bool ofX, int count)
    {
        var letter = ofX ? "x" : "y";
        var axis = ofX ? X : Y;
        if (Json.Items(letter) is { Length: > 0 } items)
            return [.. items.Select(axis.Coordinate)];

        var (first, step) = (Json.Number($"{letter}0", 0), Json.Number($"d{letter}", 1));
        return [.. Enumerable.Range(0, count).Select(i => first + i * step)];
    }

    protected static bool IsInside(Axis x, Axis y, double px, double py) =>
        px >= Math.Min(x.Start, x.End) - 0.01 && px <= Math.Max(x.Start, x.End) + 0.01 &&
        py >= Math.Min(y.Start, y.End) - 0.01 && py <= Math.Max(y.Start, y.End) + 0.01;
}
