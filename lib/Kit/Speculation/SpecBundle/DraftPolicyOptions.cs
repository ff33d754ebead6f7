using Kit.Foundation;

namespace Kit.Speculation.SpecBundle;

/// <summary>A contextual bandit that learns to pick draft settings from SpecBundle.</summary>
public sealed record DraftPolicyOptions
{
    [Option("what the policy sees before it picks", Source = "ours")]
    public DraftContext Context { get; init; } = DraftContext.Benchmark;

    [Option("decisions to learn from, each one draft setting tried once", Source = "ours; notebook 01 shows 100 to 10,000")]
    public int Rounds { get; init; } = 3000;

    [Option("simulated measurement noise: standard deviation of a throughput as a share of it", Source = "ours; SpecBundle prints one run a cell and no spread")]
    public double Noise { get; init; } = 0.05;

    [Option("width of LinUCB's confidence bound, in units of the reward (times plain decoding)", Source = "ours, after a look at held-out shares of a few values; Li et al. 2010 leave it to the user")]
    public double Alpha { get; init; } = 1;

    [Option("ridge of LinUCB; small, so that an untried setting looks better than any tried one", Source = "ours, like the width; Li et al. 2010, algorithm 1, has 1")]
    public double Ridge { get; init; } = 0.01;
}
