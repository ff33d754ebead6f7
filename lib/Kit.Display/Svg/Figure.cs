using System.Text.Json;
using System.Text.RegularExpressions;
using Kit.Display.Svg.Axes;
using Kit.Display.Svg.Drawing;
using Kit.Display.Svg.Parts;
using Kit.Display.Svg.Traces;

namespace Kit.Display.Svg;

/// <summary>A figure read from JSON: traces on axes, every number known, nothing placed yet.</summary>
internal sealed partial class Figure
{
    private readonly Dictionary<string, Axis> _axes = [];

    private Figure(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || root.At("data").ValueKind != JsonValueKind.Array)
            throw new FigureException("a figure is a JSON object with 'data', an array of traces, and 'layout'.");

        Layout = root.At("layout");
        Style = new FigureStyle(Layout);
        Traces = [.. root.At("data").EnumerateArray().Select((trace, i) => Trace.Create(trace, i, Style)).Where(trace => trace.Json.Text("visible") != "false")];
        var grid = new SubplotGrid(Layout.At("grid"));
        foreach (var trace in Traces)
        {
            var (x, y) = (AxisOf(trace, "xaxis", 'x'), AxisOf(trace, "yaxis", 'y'));
            trace.Use(x, y);
            if (!Subplots.Any(subplot => subplot.X == x && subplot.Y == y))
                Subplots.Add(new Subplot(x, y));
        }

        if (Subplots.Count == 0)
            Subplots.Add(new Subplot(AxisNamed("x"), AxisNamed("y")));
        foreach (var axis in _axes.Values.ToList())
            Arrange(axis, grid);
        ReadTraces();
    }

    public JsonElement Layout { get; }

    public FigureStyle Style { get; }

    /// <summary>The traces that are drawn or listed.</summary>
    public IReadOnlyList<Trace> Traces { get; }

    public List<Subplot> Subplots { get; } = [];

    public IEnumerable<Axis> Axes => _axes.Values;

    public RichText Title => RichText.Parse(Layout.Title());

    public static Figure Read(string json, out JsonDocument document)
    {
        try
        {
            document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 256 });
        }
        catch (JsonException e)
        {
            throw new FigureException($"the figure is not valid JSON: {e.Message}", e);
        }

        return new Figure(document.RootElement);
    }

    /// <summary>The axis that a shape or an annotation refers to, or null for "paper" and unknown ones.</summary>
    public Axis? Find(string? id) => id is not null && _axes.TryGetValue(Normal(id), out var axis) ? axis : null;

    /// <summary>What the figure shows, in a sentence, where its author wrote no alternative text.</summary>
    public string Describe()
    {
        var kinds = Traces.Select(trace => trace.Type switch { "scatter" or "scattergl" => "line or point", "bar" => "bar", "heatmap" => "heat map", var type => type }).Distinct().ToArray();
        var names = Traces.Where(trace => trace.Json.Text("name") is { Length: > 0 }).Select(trace => trace.Name.Plain).Distinct().Take(8).ToArray();
        var axes = _axes.Values.Where(axis => !axis.Title.IsEmpty).Select(axis => $"{(axis.IsX ? "horizontal" : "vertical")} axis {axis.Title.Plain}").Distinct().Take(4).ToArray();
        var parts = new List<string> { kinds.Length == 0 ? "Empty chart" : $"Chart ({string.Join(", ", kinds)})" };
        if (!Title.IsEmpty)
            parts[0] += $": {Title.Plain}";
        if (names.Length > 0)
            parts.Add($"shows {string.Join(", ", names)}");
        return string.Join("; ", parts.Concat(axes)) + ".";
    }

    private static string Normal(string id) => id.EndsWith('1') && id.Length == 2 ? id[..1] : id;

    private Axis AxisOf(Trace trace, string property, char letter)
    {
        var id = Normal(trace.Json.Text(property) ?? letter.ToString());
        if (!AxisPattern().IsMatch(id) || id[0] != letter)
            throw new FigureException($"data[{trace.Index}].{property} is '{id}'; an axis is named {letter}, {letter}2, {letter}3 …");
        return AxisNamed(id);
    }

    private Axis AxisNamed(string id)
    {
        if (!_axes.TryGetValue(id, out var axis))
            _axes[id] = axis = new Axis(id, Layout.At($"{id[0]}axis{id[1..]}"));
        return axis;
    }

    private void Arrange(Axis axis, SubplotGrid grid)
    {
        axis.Overlaying = Find(axis.Json.Text("overlaying")) is { } under && under != axis && under.IsX == axis.IsX ? under : null;
        var holder = axis.Overlaying ?? axis;
        var domain = axis.Json.Items("domain") is { Length: 2 } own ? own : holder.Json.Items("domain");
        if (domain.Length == 2)
        {
            var (from, to) = (domain[0].AsNumber(), domain[1].AsNumber());
            axis.Domain = from >= 0 && to > from && to <= 1 + 1e-6 ? (from, Math.Min(to, 1)) : throw new FigureException($"the domain of axis {axis.Id} must be [from, to] with 0 ≤ from < to ≤ 1.");
        }
        else
        {
            axis.Domain = grid.Domain(holder.Id);
        }

        axis.Anchor = Find(axis.Json.Text("anchor")) is { } anchor && anchor.IsX != axis.IsX ? anchor : null;
        if (axis.Anchor is null && axis.Json.Text("anchor") != "free")
        {
            // Without a word, an axis is drawn at the lowest or leftmost subplot that uses it.
            axis.Anchor = Subplots.Where(subplot => subplot.X == axis || subplot.Y == axis).Select(subplot => axis.IsX ? subplot.Y : subplot.X)
                .OrderBy(other => other.Json.Items("domain") is { Length: 2 } given ? given[0].AsNumber() : grid.Domain(other.Id).From).FirstOrDefault();
        }
    }

    private void ReadTraces()
    {
        foreach (var axis in _axes.Values)
        {
            var users = Traces.Where(trace => trace.X == axis || trace.Y == axis).ToArray();
            axis.DecideKind(users.SelectMany(trace => trace.Values(trace.X == axis)));
            if (axis.Kind == AxisKind.Category && axis.Json.Text("categoryorder") is "category ascending" or "category descending")
            {
                foreach (var value in users.SelectMany(trace => trace.Values(trace.X == axis)))
                    _ = axis.Coordinate(value);
                axis.OrderCategories();
            }
        }

        foreach (var trace in Traces)
            trace.Read();
        foreach (var subplot in Subplots)
            Combine([.. Traces.Where(trace => trace.X == subplot.X && trace.Y == subplot.Y && trace.IsDrawn)]);
        foreach (var axis in _axes.Values)
        {
            for (var (other, hops) = (Find(axis.Json.Text("matches")), 0); other is not null && other != axis && hops < 8; other = Find(other.Json.Text("matches")), hops++)
                axis.ShareRange(other);
        }

        foreach (var trace in Traces.Where(trace => trace.IsDrawn))
            trace.Extend();
    }

    /// <summary>What the traces of one subplot owe to each other: shared bins, stacks, places side by side, areas between lines.</summary>
    private void Combine(IReadOnlyList<Trace> traces)
    {
        var histograms = traces.OfType<HistogramTrace>().ToArray();
        foreach (var histogram in histograms)
        {
            var sharing = Layout.Text("barmode") == "overlay" ? [histogram] : histograms.Where(other => other.IsHorizontal == histogram.IsHorizontal).ToArray();
            histogram.Bin(sharing);
        }

        foreach (var direction in traces.OfType<BarTrace>().GroupBy(bar => bar.IsHorizontal))
            BarLayout.Arrange([.. direction], Layout);
        foreach (var direction in traces.OfType<BoxTrace>().GroupBy(box => box.IsHorizontal))
            BoxTrace.Arrange([.. direction], Layout);
        foreach (var stack in traces.OfType<ScatterTrace>().Where(trace => trace.StackGroup is not null).GroupBy(trace => trace.StackGroup))
        {
            var places = stack.SelectMany(trace => trace.Places).Distinct().Order().ToArray();
            ScatterTrace? below = null;
            foreach (var trace in stack)
            {
                trace.StackOn(below, places);
                below = trace;
            }
        }

        ScatterTrace? previous = null;
        foreach (var trace in traces.OfType<ScatterTrace>().Where(trace => trace.StackGroup is null))
        {
            trace.Below = previous;
            previous = trace;
        }
    }

    [GeneratedRegex("^[xy]([2-9]|[1-9][0-9]{1,3})?$")]
    private static partial Regex AxisPattern();
}
