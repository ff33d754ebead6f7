using System.Text.Json;
using Kit.Display.Svg.Axes;

namespace Kit.Display.Svg.Traces;

/// <summary>Puts the bars of one subplot side by side, on top of or in front of each other, as plotly does.</summary>
internal static class BarLayout
{
    public static void Arrange(IReadOnlyList<BarTrace> traces, JsonElement layout)
    {
        if (traces.Count == 0)
            return;

        var mode = layout.Text("barmode") ?? "group";
        var all = traces.SelectMany(trace => trace.Positions).Where(double.IsFinite).ToArray();
        var distinct = all.Distinct().Order().ToArray();
        var alone = traces[0].PositionAxis.Kind == AxisKind.Date ? Dates.Day : 1;
        var step = Spacing(distinct, alone);
        var touch = traces.Any(trace => trace.TouchByDefault) && (mode != "group" || traces.Count == 1);
        var slot = step * (1 - layout.Number("bargap", touch ? 0 : 0.2, 0, 0.99));
        var groups = traces.Select(trace => trace.Json.Text("offsetgroup") ?? $"\u0001{trace.Index}").Distinct().ToList();
        // Bars that never meet need not share the place between them.
        var share = mode == "group" && all.Length > distinct.Length ? groups.Count : 1;
        var width = slot / share * (1 - layout.Number("bargroupgap", 0, 0, 0.99));
        var totals = Norm(traces, layout);
        var heights = new Dictionary<(double Position, bool Negative), double>();
        foreach (var trace in traces)
        {
            if (mode == "overlay")
            {
                // Traces that ignore each other have their own widths too.
                step = Spacing([.. trace.Positions.Where(double.IsFinite).Distinct().Order()], alone);
                width = step * (1 - layout.Number("bargap", touch ? 0 : 0.2, 0, 0.99)) * (1 - layout.Number("bargroupgap", 0, 0, 0.99));
            }

            trace.Slot = step;
            var group = groups.IndexOf(trace.Json.Text("offsetgroup") ?? $"\u0001{trace.Index}");
            var offset = share > 1 ? (group + 0.5 - share / 2.0) * slot / share : 0;
            var widths = trace.Json.PerPoint("width", trace.Positions.Length);
            var offsets = trace.Json.PerPoint("offset", trace.Positions.Length);
            for (var i = 0; i < trace.Positions.Length; i++)
            {
                var position = trace.Positions[i];
                if (totals is not null && totals.GetValueOrDefault(position) is not 0 and var total)
                    trace.Sizes[i] *= total;
                var own = widths[i].AsNumber() is var given && given > 0 ? given : width;
                var from = offsets[i].AsNumber() is var left && double.IsFinite(left) ? position + left : position + offset - own / 2;
                var start = trace.Bases[i];
                if (mode is "stack" or "relative" && double.IsFinite(trace.Sizes[i]))
                {
                    var key = (position, mode == "relative" && trace.Sizes[i] < 0);
                    start += heights.GetValueOrDefault(key);
                    heights[key] = heights.GetValueOrDefault(key) + trace.Sizes[i];
                }

                trace.Place(i, from, from + own, start);
            }
        }
    }

    /// <summary>The least distance between neighbouring places; a given one, else 1, where there is only one.</summary>
    public static double Spacing(double[] sorted, double alone = 1)
    {
        var least = double.PositiveInfinity;
        for (var i = 1; i < sorted.Length; i++)
            least = Math.Min(least, sorted[i] - sorted[i - 1]);

        return double.IsFinite(least) && least > 0 ? least : alone;
    }

    /// <summary>What each place's bars are multiplied with so that they add up to 1 or 100; null where the layout does not ask for it.</summary>
    private static Dictionary<double, double>? Norm(IReadOnlyList<BarTrace> traces, JsonElement layout)
    {
        if (layout.Text("barnorm") is not ("fraction" or "percent"))
            return null;

        return traces.SelectMany(trace => trace.Positions.Zip(trace.Sizes))
            .Where(bar => double.IsFinite(bar.First) && double.IsFinite(bar.Second))
            .GroupBy(bar => bar.First)
            .ToDictionary(place => place.Key, place => place.Sum(bar => Math.Abs(bar.Second)) is > 0 and var sum
                ? (layout.Text("barnorm") == "percent" ? 100 : 1) / sum : 0);
    }
}
