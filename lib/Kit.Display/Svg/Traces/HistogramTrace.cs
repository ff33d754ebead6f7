using System.Text.Json;
using Kit.Display.Svg.Axes;

namespace Kit.Display.Svg.Traces;

/// <summary>Counts of values in bins, drawn as bars that touch.</summary>
internal sealed class HistogramTrace(JsonElement json, int index, FigureStyle style) : BarTrace(json, index, style)
{
    private const int MostBins = 5000;
    private double[] _values = [];
    private double[] _weights = [];

    public override bool IsHorizontal => Json.Text("orientation") is { } given ? given == "h" : Json.Items("x").Length == 0 && Json.Items("y").Length > 0;

    public override bool TouchByDefault => PositionAxis.Kind != AxisKind.Category;

    private string Letter => IsHorizontal ? "y" : "x";

    /// <summary>Only the binned values decide an axis' kind: the other axis counts.</summary>
    public override IEnumerable<JsonElement> Values(bool ofX) => ofX == IsHorizontal ? [] : Json.Items(Letter);

    public override void Read()
    {
        var weights = Json.Items(IsHorizontal ? "x" : "y");
        var values = Json.Items(Letter).Select(PositionAxis.Coordinate).ToArray();
        var kept = Enumerable.Range(0, values.Length).Where(i => double.IsFinite(values[i])).ToArray();
        _values = [.. kept.Select(i => values[i])];
        _weights = [.. kept.Select(i => i < weights.Length ? weights[i].AsNumber() : double.NaN)];
    }

    /// <summary>Fills the bins; histograms that stand side by side share theirs, found from all their values.</summary>
    public void Bin(IReadOnlyList<HistogramTrace> sharing)
    {
        var (start, size, count) = PositionAxis.Kind == AxisKind.Category
            ? (-0.5, 1.0, Math.Max(PositionAxis.Categories.Count, 1))
            : FindBins([.. sharing.SelectMany(trace => trace._values)], sharing[0].Json, sharing[0].Letter);
        var bins = new List<double>[count];
        for (var i = 0; i < count; i++)
            bins[i] = [];
        for (var i = 0; i < _values.Length; i++)
        {
            // A value that lies on an edge, but for rounding, belongs to the bin above it.
            var bin = (int)Math.Floor((_values[i] - start) / size + 1e-9);
            if (bin >= 0 && bin < count)
                bins[bin].Add(_weights[i]);
        }

        var function = Json.Text("histfunc") ?? "count";
        var heights = bins.Select(bin => function switch
        {
            "sum" => bin.Where(double.IsFinite).Sum(),
            "avg" => bin.Any(double.IsFinite) ? bin.Where(double.IsFinite).Average() : 0,
            "min" => bin.Any(double.IsFinite) ? bin.Where(double.IsFinite).Min() : 0,
            "max" => bin.Any(double.IsFinite) ? bin.Where(double.IsFinite).Max() : 0,
            _ => bin.Count,
        }).ToArray();
        var total = Math.Max(heights.Sum(), double.Epsilon);
        var factor = (Json.Text("histnorm") ?? "") switch
        {
            "percent" => 100 / total,
            "probability" => 1 / total,
            "density" => 1 / size,
            "probability density" => 1 / (total * size),
            _ => 1,
        };
        if (Json.Flag("cumulative.enabled") == true)
        {
            for (var i = 1; i < count; i++)
                heights[i] += heights[i - 1];
        }

        Positions = [.. Enumerable.Range(0, count).Select(i => start + (i + 0.5) * size)];
        Sizes = [.. heights.Select(height => height * factor)];
        ReadLook();
    }

    /// <summary>plotly's automatic bins: a round size from the number asked for or from the spread, shifted so that whole numbers lie mid-bin.</summary>
    internal static (double Start, double Size, int Count) FindBins(double[] values, JsonElement json, string letter)
    {
        var (first, last) = values.Length == 0 ? (0, 1) : (values.Min(), values.Max());
        var size = json.Number($"{letter}bins.size") ?? double.NaN;
        var given = size > 0;
        if (!given)
        {
            var asked = json.Number($"nbins{letter}") is >= 1 and { } number ? number : 0;
            size = RoundUp(asked > 0 ? (last - first) / asked : AutomaticSize(values));
        }

        var start = json.Number($"{letter}bins.start") ?? (given ? Math.Floor(first / size) * size : Shift(Math.Ceiling(first / size - 1e-9) * size - size, values, size, first));
        var end = json.Number($"{letter}bins.end") ?? start + (1 + Math.Floor((last - start) / size + 1e-9)) * size;
        var count = Math.Ceiling((end - start) / size - 1e-6);
        return count is >= 1 and <= MostBins ? (start, size, (int)count) : (first, Math.Max((last - first) / 100, 1e-9) * 1.0001, 100);
    }

    private static double AutomaticSize(double[] values)
    {
        if (values.Length == 0)
            return 1;
        var sorted = values.Distinct().Order().ToArray();
        var least = BarLayout.Spacing(sorted);
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        var ratio = least / power;
        var smallest = power * (ratio >= 9.9 ? 9.9 : ratio >= 4.9 ? 4.9 : ratio >= 1.9 ? 1.9 : 0.9);
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return Math.Max(smallest, 2 * deviation / Math.Pow(values.Length, 0.4));
    }

    /// <summary>The next of 2, 5, 10 times a power of ten above the rough size.</summary>
    private static double RoundUp(double rough)
    {
        if (!(rough > 0) || !double.IsFinite(rough))
            return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var ratio = rough / power;
        return power * (ratio < 1 ? 1 : ratio < 2 ? 2 : ratio < 5 ? 5 : 10);
    }

    private static double Shift(double start, double[] values, double size, double first)
    {
        if (values.Length == 0)
            return start;
        if (values.All(value => value % 1 == 0))
        {
            if (size < 1)
                return first - 0.5 * size;
            start -= 0.5;
            return start + size < first ? start + size : start;
        }

        if (values.Count(value => NearEdge(value + size / 2)) >= values.Length * 0.1)
            return start;
        if (values.Count(NearEdge) > values.Length * 0.3 || NearEdge(first) || NearEdge(values.Max()))
            start += start + size / 2 < first ? size / 2 : -size / 2;
        return start;

        bool NearEdge(double value) => (1 + (value - start) * 100 / size) % 100 < 2;
    }
}
