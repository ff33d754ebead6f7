namespace Kit.Speculation.SpecBundle;

/// <summary>One decision: a model, a benchmark and a drafter, with the throughput of every draft setting.</summary>
/// <param name="Model">the target model</param>
/// <param name="Benchmark">the prompts</param>
/// <param name="Drafter">the drafter</param>
/// <param name="Plain">tokens per second without a drafter</param>
/// <param name="Throughput">tokens per second under each setting</param>
public sealed record DraftSeries(string Model, string Benchmark, string Drafter, double Plain, IReadOnlyDictionary<DraftSetting, double> Throughput)
{
    /// <summary>The setting that an oracle picks here: the fastest one.</summary>
    public DraftSetting Best => Throughput.OrderByDescending(it => it.Value).ThenBy(it => it.Key.Rank).First().Key;

    /// <summary>The oracle's throughput.</summary>
    public double BestThroughput => Throughput.Values.Max();

    /// <summary>The part of the oracle's throughput that a setting reaches here: 1 for the best one.</summary>
    public double ShareOfOracle(DraftSetting setting) => Throughput[setting] / BestThroughput;

    /// <summary>How many times faster than plain decoding a setting is here.</summary>
    public double SpeedUp(DraftSetting setting) => Throughput[setting] / Plain;
}
