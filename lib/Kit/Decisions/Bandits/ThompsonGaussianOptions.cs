using Kit.Foundation;

namespace Kit.Decisions.Bandits;

/// <summary>Options of <see cref="ThompsonGaussian"/>.</summary>
public sealed record ThompsonGaussianOptions
{
    [Option("mean of the prior of every arm's mean", Source = "Agrawal and Goyal 2013, Further optimal regret bounds, algorithm 2")]
    public double PriorMean { get; init; }

    [Option("standard deviation of that prior", Source = "Agrawal and Goyal 2013, Further optimal regret bounds, algorithm 2")]
    public double PriorStandardDeviation { get; init; } = 1;

    [Option("standard deviation of the rewards, taken as known", Source = "Agrawal and Goyal 2013, Further optimal regret bounds, algorithm 2")]
    public double NoiseStandardDeviation { get; init; } = 1;
}
