using System.Globalization;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace Kit.Charts;

/// <summary>How values are spread.</summary>
public static class DistributionFigures
{
    private const int Steps = 40;

    /// <summary>Several distributions side by side, each as its estimated density mirrored about an axis of its own: the arms of a testbed.</summary>
    /// <remarks>Gaussian kernels with Silverman's (1986, eq. 3.31) width, cut at the lowest and the highest value; every shape is equally wide.</remarks>
    /// <param name="series">samples of continuous values, at least two different ones each</param>
    /// <param name="facts">title, n and seeds</param>
    /// <param name="xTitle">what the distributions belong to</param>
    /// <param name="yTitle">what is distributed, with its unit</param>
    /// <exception cref="ArgumentException">a series that has no density: the message names it</exception>
    public static Figure Violins(IReadOnlyList<PlotSeries> series, FigureFacts facts, string xTitle, string yTitle)
    {
        Check(series);
        var shapes = series.SelectMany((it, i) =>
        {
            var (places, widths) = Density(it);
            double[] across = [.. widths.Select(width => i + width), .. widths.Reverse().Select(width => i - width)];
            var mean = it.Values.Average();
            return new[]
            {
                Chart.Scatter<double, double, string>([.. across, across[0]], [.. places, .. places.Reverse(), places[0]], StyleParam.Mode.Lines, Name: it.Name,
                    LineColor: Palette.Of(it.Name), LineWidth: 1.0, Fill: StyleParam.Fill.ToSelf, FillColor: Palette.Of(it.Name, 4), Opacity: 0.7, UseDefaults: false),
                Chart.Line<double, double, string>([i - 0.42, i + 0.42], [mean, mean], Name: $"mean of {it.Name}", LineColor: Color.fromHex(Palette.Ink), LineWidth: 2.0,
                    UseDefaults: false),
            };
        });
        var labels = series.Select(it => string.Create(CultureInfo.InvariantCulture, $"{it.Name}<br>{it.Values.Average():0.00;−0.00}")).ToList();
        return new Figure(
            Chart.Combine(shapes.ToArray()).WithXAxis(Plot.Named($"{xTitle}, with its mean", labels)).WithYAxis(Plot.Axis(yTitle, LineSet.Around(series.SelectMany(it => it.Values)))),
            facts.Text($"One shape for each of {series.Count} distributions, its mean as a line. {InWords(series)}"), legend: false, bottomMargin: 66);
    }

    /// <summary>One histogram a series, one below the other over the same bins. The counts are drawn, not the values, so a picture of many values stays small.</summary>
    /// <param name="series">samples</param>
    /// <param name="facts">title, n and seeds</param>
    /// <param name="xTitle">what is counted, with its unit</param>
    /// <param name="bins">how many bins of equal width lie between the lowest and the highest value of all</param>
    /// <exception cref="ArgumentException">a series with no spread, or no bins: the message says which</exception>
    public static Figure Histograms(IReadOnlyList<PlotSeries> series, FigureFacts facts, string xTitle, int bins = 30)
    {
        Check(series);
        if (bins < 1)
            throw new ArgumentException($"a histogram of {bins} bins is empty", nameof(bins));
        var (low, high) = (series.Min(it => it.Values.Min()), series.Max(it => it.Values.Max()));
        var size = (high - low) / bins;
        double[] middles = [.. Enumerable.Range(0, bins).Select(bin => low + ((bin + 0.5) * size))];
        var counts = series.Select(it => it.Values.CountBy(value => Math.Min((int)((value - low) / size), bins - 1)).ToDictionary()).ToList();
        var most = counts.Max(it => it.Values.Max());
        var panels = series.Select((it, i) => (it.Name, Chart.Column<double, double, string>(middles.Select((_, bin) => (double)counts[i].GetValueOrDefault(bin)).ToArray(),
                Keys: middles, Name: it.Name, MarkerColor: Palette.Of(it.Name, i), UseDefaults: false)
            .WithLayout(Layout.init<string>(BarGap: 0.04))
            .WithXAxis(Plot.Axis(xTitle, new AxisRange(low, high)))
            .WithYAxis(Plot.Axis("count", new AxisRange(0, 1.05 * most)))));
        return new Figure(Plot.SmallMultiples([.. panels], columns: 1), facts.Text($"{series.Count} histograms over the same {bins} bins. {InWords(series)}"),
            height: 110 + (160 * series.Count), legend: false, panels: true);
    }

    private static (double[] Places, double[] Widths) Density(PlotSeries series)
    {
        double[] sorted = [.. series.Values.Order()];
        var mean = sorted.Average();
        var deviation = Math.Sqrt(sorted.Sum(value => (value - mean) * (value - mean)) / (sorted.Length - 1));
        var quartiles = (sorted[sorted.Length * 3 / 4] - sorted[sorted.Length / 4]) / 1.34;
        var width = 0.9 * (quartiles > 0 ? Math.Min(deviation, quartiles) : deviation) * Math.Pow(sorted.Length, -0.2);
        double[] places = [.. Enumerable.Range(0, Steps + 1).Select(i => sorted[0] + (i * (sorted[^1] - sorted[0]) / Steps))];
        double[] heights = [.. places.Select(place => sorted.Sum(value => Math.Exp(-(place - value) * (place - value) / (2 * width * width))))];
        var highest = heights.Max();
        return ([.. places.Select(place => Math.Round(place, 4))], [.. heights.Select(height => Math.Round(0.42 * height / highest, 4))]);
    }

    private static string InWords(IReadOnlyList<PlotSeries> series) => string.Join("; ", series.Select(it => string.Create(CultureInfo.InvariantCulture,
        $"{it.Name}: mean {it.Values.Average():G3}, from {it.Values.Min():G3} to {it.Values.Max():G3}"))) + ".";

    private static void Check(IReadOnlyList<PlotSeries> series)
    {
        if (series.Count == 0)
            throw new ArgumentException("there are no distributions to draw", nameof(series));
        foreach (var it in series)
        {
            if (it.Values.FirstOrDefault(value => !double.IsFinite(value), 0) is var bad and not 0)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"'{it.Name}' holds {bad}; leave out what is not a number"), nameof(series));
            if (it.Values.Count < 2 || it.Values.Min() == it.Values.Max())
                throw new ArgumentException($"'{it.Name}' has {it.Values.Distinct().Count()} different values; a distribution needs two", nameof(series));
        }
    }
}
