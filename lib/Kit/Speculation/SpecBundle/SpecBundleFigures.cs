using System.Globalization;
using Kit.Charts;
using Kit.Foundation;
using Plotly.NET;

namespace Kit.Speculation.SpecBundle;

/// <summary>SpecBundle as pictures.</summary>
public static class SpecBundleFigures
{
    private const string Seeds = "one run each";

    /// <summary>The share of the oracle that each fixed setting reaches: one point a series.</summary>
    public static Figure Shares(DraftStudy study)
    {
        var series = study.Settings.Select(setting => new PlotSeries(setting.ToString(), [.. study.Series.Select(it => 100 * it.ShareOfOracle(setting))]));
        var means = study.Settings.Select(setting => Plot.Label($"mean {Percent(study.MeanShare(setting))}", setting.ToString(), 104, "x", "y", 11, Palette.Ink));
        var best = study.BestFixed();
        return new Figure(
            Plot.Boxes([.. series], "fixed draft setting (steps-topk-tokens)", "share of the oracle (%)", new AxisRange(55, 107)).WithAnnotations(means.ToArray()),
            new FigureText
            {
                Title = "What each fixed draft setting reaches of the oracle's throughput",
                Provenance = Provenance.Quoted,
                Count = study.Series.Count,
                Counted = "series",
                Seeds = Seeds,
                Source = "SpecBundle",
                Alternative = $"One box a setting over {study.Series.Count} series. {best} has the highest mean, {Percent(study.MeanShare(best))}, and its worst series is at {Percent(study.WorstShare(best))}. "
                    + string.Join(", ", study.Settings.Where(it => it != best).OrderByDescending(study.MeanShare).Select(it => $"{it} has {Percent(study.MeanShare(it))} (worst {Percent(study.WorstShare(it))})"))
                    + ". The settings with a wide tree (topk 3 and 4) are the lowest.",
            }, legend: false);
    }

    /// <summary>The best setting of every series, and what one fixed setting reaches there.</summary>
    public static Figure BestSettings(DraftStudy study, DraftSetting pick)
    {
        List<string> benchmarks = [.. study.Series.Select(it => it.Benchmark).Distinct()];
        List<string> rows = [.. study.Series.Select(RowName).Distinct()];
        var cells = rows.Select(row => benchmarks.Select(benchmark => study.Series.SingleOrDefault(it => RowName(it) == row && it.Benchmark == benchmark)).ToList()).ToList();
        return new Figure(
            Plot.HeatMap(benchmarks, rows,
                [.. cells.Select(row => row.Select(it => it is null ? double.NaN : 100 * it.ShareOfOracle(pick)).ToList())],
                [.. cells.Select(row => row.Select(it => it is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{it.Best} {100 * it.ShareOfOracle(pick):F1}")).ToList())],
                "benchmark", "model · drafter"),
            new FigureText
            {
                Title = $"The best setting of each series, and the share (%) that {pick} reaches there",
                Provenance = Provenance.Quoted,
                Count = study.Series.Count,
                Counted = "series",
                Seeds = Seeds,
                Source = "SpecBundle; empty: not printed",
                Alternative = $"A grid of {rows.Count} rows (model and drafter) and {benchmarks.Count} benchmarks; each cell names the fastest setting and the share of its throughput that {pick} reaches. "
                    + string.Join(", ", study.Settings.OrderByDescending(study.Wins).Select(it => $"{it} is fastest in {study.Wins(it)}"))
                    + $" of the {study.Series.Count} series. The best setting changes along rows and along columns; {pick} never falls below {Percent(study.WorstShare(pick))}.",
            }, width: 900, height: 560, legend: false, leftMargin: 260);
    }

    /// <summary>Leave-one-model-out against hindsight: what each loses against the oracle, model by model.</summary>
    public static Figure HeldOutModels(DraftStudy study)
    {
        var folds = study.LeaveOneModelOut();
        List<double> chosen = [.. folds.Select(it => 100 * (1 - it.Share))], hindsight = [.. folds.Select(it => 100 * (1 - it.ShareOfBestInside))];
        var (overall, byModel) = (HeldOut.MeanOverSeries(folds), folds.Average(it => it.Share));
        return new Figure(
            Plot.LyingBars([.. folds.Select(it => ShortModel(it.LeftOut))],
            [
                new PlotSeries("chosen on the other models", chosen, [.. folds.Select(it => it.Choice.ToString())]),
                new PlotSeries("best fixed setting in hindsight", hindsight, [.. folds.Select(it => it.BestInside.ToString())]),
            ], "lost against the oracle, mean over its series (%)", "judged model", new AxisRange(0, 8)),
            new FigureText
            {
                Title = "What is lost by choosing for a model that was not looked at",
                Provenance = Provenance.Quoted,
                Count = folds.Count,
                Counted = $"models, {study.Series.Count} series",
                Seeds = Seeds,
                Source = "SpecBundle",
                Alternative = $"Two bars a model, each the loss against the oracle: with the setting chosen on the other {folds.Count - 1} models, and with the best one in hindsight. Left out, the choice reaches {Percent(overall)} over the series "
                    + $"({Percent(byModel)} as a mean over models); in {folds.Count(it => it.Choice == it.BestInside)} of {folds.Count} models it is the setting that hindsight picks. "
                    + string.Join(" ", folds.OrderByDescending(it => it.ShareOfBestInside - it.Share).Take(1).Select(it => $"The largest loss is on {ShortModel(it.LeftOut)}: {Percent(it.Share)} instead of {Percent(it.ShareOfBestInside)}.")),
            }, height: 560, leftMargin: 200);
    }

    /// <summary>A model's name without the parts that all of them share.</summary>
    public static string ShortModel(string model) => new[] { "-Instruct", "-2507", "-FP8", "-17B-16E" }
        .Aggregate(model, (name, part) => name.Replace(part, "", StringComparison.Ordinal));

    private static string RowName(DraftSeries series) =>
        $"{ShortModel(series.Model)} · {(series.Drafter.Contains("SpecForge", StringComparison.OrdinalIgnoreCase) ? "SpecForge" : series.Drafter.Split('/')[0])}";

    private static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + " %";
}
