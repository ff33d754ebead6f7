using Kit.Foundation;

namespace RunHost;

/// <summary>What <see cref="Learner"/> learns, and how.</summary>
internal sealed record LearnerOptions
{
    [Option("problems that are learned side by side", Source = "ours")]
    public int Problems { get; init; } = 16;

    [Option("arms of each problem", Source = "ours")]
    public int Arms { get; init; } = 10;

    [Option("updates", Source = "ours")]
    public long Steps { get; init; } = 400;

    [Option("learning rate of Adam", Source = "ours")]
    public double LearningRate { get; init; } = 0.05;

    [Option("share of the newest reward in the baseline", Source = "ours")]
    public double BaselineRate { get; init; } = 0.1;
}
