using Kit.Foundation;

namespace Kit.Speculation.SpecBundle;

/// <summary>
/// SpecBundle as a decision problem: in each series pick one of five draft settings before seeing its throughput. A pick is
/// worth its share of the oracle's throughput, and a strategy is worth the plain mean of that share over the series.
/// </summary>
public sealed class DraftStudy
{
    /// <summary>A study of the given series, all of which must have the same settings.</summary>
    public DraftStudy(IEnumerable<DraftSeries> series)
    {
        Series = [.. series];
        if (Series.Count == 0)
        {
            throw new ArgumentException("a study needs a series", nameof(series));
        }

        Settings = [.. Sorted(Series[0])];
        if (Series.FirstOrDefault(it => !Sorted(it).SequenceEqual(Settings)) is { } odd)
        {
            throw new ArgumentException($"{odd.Model}, {odd.Benchmark}, {odd.Drafter} has the settings {string.Join(", ", Sorted(odd))}; expected {string.Join(", ", Settings)}", nameof(series));
        }
    }

    /// <summary>The decisions.</summary>
    public IReadOnlyList<DraftSeries> Series { get; }

    /// <summary>What may be picked, in order.</summary>
    public IReadOnlyList<DraftSetting> Settings { get; }

    /// <summary>Groups measurements into series by model, benchmark and drafter (see <see cref="DrafterName"/>).</summary>
    public static DraftStudy From(IEnumerable<SpecBundleRow> rows)
    {
        var all = rows.ToList();
        var plain = all.Where(row => row.IsPlain).GroupBy(row => (row.Model, row.Benchmark)).ToDictionary(
            cell => cell.Key,
            cell => cell.Select(row => row.Throughput).Distinct().ToList() is [var only]
                ? only
                : throw new ArgumentException($"{cell.Key.Model}, {cell.Key.Benchmark}: plain decoding has several throughputs", nameof(rows)));
        return new DraftStudy(all.Where(row => !row.IsPlain)
            .GroupBy(row => (row.Model, row.Benchmark, Drafter: DrafterName(row.Drafter)))
            .Select(group => new DraftSeries(group.Key.Model, group.Key.Benchmark, group.Key.Drafter, plain[(group.Key.Model, group.Key.Benchmark)],
                group.ToDictionary(row => new DraftSetting(row.Steps, row.TopK, row.DraftTokens), row => row.Throughput))));
    }

    /// <summary>
    /// A drafter's name without spaces: the source spells one of them both "…-Specforge" and "…-Spec for ge", and taking the
    /// two for two drafters would tear one series into two incomplete ones (89 instead of 88).
    /// </summary>
    public static string DrafterName(string printed) => printed.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The mean share of the oracle that one fixed setting reaches.</summary>
    public double MeanShare(DraftSetting setting) => MeanShare(setting, Series);

    /// <summary>The smallest share that one fixed setting reaches in any series.</summary>
    public double WorstShare(DraftSetting setting) => Series.Min(series => series.ShareOfOracle(setting));

    /// <summary>In how many series a setting is the fastest.</summary>
    public int Wins(DraftSetting setting) => Series.Count(series => series.Best == setting);

    /// <summary>The fixed setting with the highest mean share: chosen and judged on the same series, hence "in sample".</summary>
    public DraftSetting BestFixed() => BestFixed(Series);

    /// <summary>For each model: choose the setting on the other models' series, judge it on this model's.</summary>
    public IReadOnlyList<HeldOut> LeaveOneModelOut() => LeaveOneOut(series => series.Model);

    /// <summary>For each benchmark: choose the setting on the other benchmarks' series, judge it on this benchmark's.</summary>
    public IReadOnlyList<HeldOut> LeaveOneBenchmarkOut() => LeaveOneOut(series => series.Benchmark);

    /// <summary>For each group: choose on everything outside it, judge inside it.</summary>
    public IReadOnlyList<HeldOut> LeaveOneOut(Func<DraftSeries, string> group) =>
        [.. Series.GroupBy(group).OrderBy(it => it.Key, StringComparer.Ordinal).Select(inside =>
        {
            List<DraftSeries> outside = [.. Series.Where(series => group(series) != inside.Key)];
            var (choice, hindsight) = (BestFixed(outside), BestFixed([.. inside]));
            return new HeldOut(inside.Key, inside.Count(), choice, MeanShare(choice, [.. inside]), hindsight, MeanShare(hindsight, [.. inside]));
        })];

    private static IEnumerable<DraftSetting> Sorted(DraftSeries series) => series.Throughput.Keys.OrderBy(it => it.Rank);

    private DraftSetting BestFixed(IReadOnlyList<DraftSeries> series) => series.Count == 0
        ? throw new InvalidOperationException("nothing is left to choose on: the study has only one group")
        : Settings.MaxBy(setting => MeanShare(setting, series));

    private static double MeanShare(DraftSetting setting, IReadOnlyList<DraftSeries> series) => series.Average(it => it.ShareOfOracle(setting));
}
