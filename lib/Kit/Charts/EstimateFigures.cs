using System.Globalization;
using Kit.Foundation.Statistics;
using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace Kit.Charts;

/// <summary>Numbers with their intervals, side by side.</summary>
public static class EstimateFigures
{
    /// <summary>So much of the axis is left free at its ends, for the numbers written at the whiskers.</summary>
    private const double Room = 0.08;

    /// <summary>Points with whiskers. The axis of values need not start at zero, so small differences can be seen.</summary>
    /// <param name="categories">what is estimated, or of whom</param>
    /// <param name="series">one estimate a category; a single series takes the colours of the categories</param>
    /// <param name="facts">title, n, seeds and what a whisker means</param>
    /// <param name="categoryTitle">what the categories are</param>
    /// <param name="valueTitle">what is estimated, with its unit</param>
    /// <param name="references">levels to compare with: the best fixed choice, an oracle</param>
    /// <param name="lying">whether the values run to the right, for categories with long names; the first category is then on top</param>
    /// <param name="range">ends of the axis of values; those of the intervals where null</param>
    /// <exception cref="ArgumentException">an estimate that cannot be drawn: the message names its series and category</exception>
    public static Figure Points(IReadOnlyList<string> categories, IReadOnlyList<EstimateSeries> series, FigureFacts facts, string categoryTitle, string valueTitle,
        IReadOnlyList<PlotReference>? references = null, bool lying = false, AxisRange? range = null)
    {
        Check(categories, series);
        var ends = range ?? LineSet.Around(series.SelectMany(it => it.Estimates).SelectMany(it => new[] { it.Low, it.High }).Concat((references ?? []).Select(it => it.Value)), Room);
        return Draw(Plot.Points(categories, series, categoryTitle, valueTitle, ends, lying), categories, series, facts, valueTitle, references ?? [], lying, ends);
    }

    /// <summary>Bars with whiskers, for values whose size counts and not only their difference: the axis always holds zero.</summary>
    /// <inheritdoc cref="Points"/>
    public static Figure Bars(IReadOnlyList<string> categories, IReadOnlyList<EstimateSeries> series, FigureFacts facts, string categoryTitle, string valueTitle,
        IReadOnlyList<PlotReference>? references = null, bool lying = false)
    {
        Check(categories, series);
        var ends = LineSet.Around(series.SelectMany(it => it.Estimates).SelectMany(it => new[] { it.Low, it.High }).Concat((references ?? []).Select(it => it.Value)).Append(0), Room);
        return Draw(Plot.BarsWithWhiskers(categories, series, categoryTitle, valueTitle, ends, lying), categories, series, facts, valueTitle, references ?? [], lying, ends);
    }

    private static Figure Draw(GenericChart chart, IReadOnlyList<string> categories, IReadOnlyList<EstimateSeries> series, FigureFacts facts, string valueTitle,
        IReadOnlyList<PlotReference> references, bool lying, AxisRange ends)
    {
        const int width = 760;
        var left = lying ? 44 + (categories.Max(Figure.TextWidth) * 9 / 10) : 64;
        var right = lying ? Plot.RoomFor([]) : Plot.RoomFor(references);
        var rows = Figure.LegendRows(series.Select(it => it.Name), width - left - right);
        var legend = series.Count > 1;
        var format = $"F{Decimals(series[0].Estimates)}";
        if (!legend)
            chart = chart.WithAnnotations(categories.Select((category, i) => Number(category, series[0].Estimates[i], i)).ToArray());
        var all = series.SelectMany(it => it.Estimates.Select((estimate, i) => (Name: legend ? $"{categories[i]}, {it.Name}" : categories[i], estimate)))
            .OrderByDescending(it => it.estimate.Value).Select(it => $"{it.Name} {it.estimate}");
        return new Figure(chart.WithReferences(references, ends, lying),
            facts.Text($"The {valueTitle} with intervals, from the highest: {string.Join("; ", all)}.{Plot.InWords(references)}"), width,
            lying ? 150 + (categories.Count * Math.Max(26, 18 * series.Count)) : 400, legend, panels: lying && references.Count > 0, leftMargin: left,
            rightMargin: right, legendRows: rows);

        Annotation Number(string category, Estimate estimate, int i)
        {
            var text = estimate.Value.ToString(format, CultureInfo.InvariantCulture);
            return lying
                ? Plot.Label(text, estimate.High, i, "x", "y", 11, Palette.Ink, StyleParam.XAnchorPosition.Left, right: 3)
                : Plot.Label(text, i, estimate.High, "x", "y", 11, Palette.Ink, vertical: StyleParam.YAnchorPosition.Bottom);
        }
    }

    /// <summary>As many decimals as the narrowest interval gives a meaning to.</summary>
    private static int Decimals(IReadOnlyList<Estimate> estimates)
    {
        var narrowest = estimates.Select(it => (it.High - it.Low) / 2).Where(half => half > 0).DefaultIfEmpty(0.01).Min();
        return Math.Clamp((int)Math.Ceiling(-Math.Log10(narrowest) - 1e-9), 0, 4);
    }

    private static void Check(IReadOnlyList<string> categories, IReadOnlyList<EstimateSeries> series)
    {
        if (categories.Count == 0 || series.Count == 0)
            throw new ArgumentException($"there are {series.Count} series of {categories.Count} categories: nothing to draw", nameof(series));
        if (categories.GroupBy(it => it).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"two categories are named '{twice.Key}'", nameof(categories));
        foreach (var it in series)
        {
            if (it.Estimates.Count != categories.Count)
                throw new ArgumentException($"'{it.Name}' has {it.Estimates.Count} estimates for {categories.Count} categories", nameof(series));
            for (var i = 0; i < categories.Count; i++)
            {
                var estimate = it.Estimates[i];
                if (!(double.IsFinite(estimate.Low) && double.IsFinite(estimate.High) && estimate.Low <= estimate.Value && estimate.Value <= estimate.High))
                    throw new ArgumentException($"'{it.Name}' at '{categories[i]}' is {estimate}: an interval holds its value and has finite ends", nameof(series));
            }
        }
    }
}
