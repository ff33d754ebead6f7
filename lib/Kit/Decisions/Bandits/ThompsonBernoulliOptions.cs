using Kit.Foundation;

namespace Kit.Decisions.Bandits;

/// <summary>Options of <see cref="ThompsonBernoulli"/>.</summary>
public sealed record ThompsonBernoulliOptions
{
    [Option("successes a of the prior Beta(a, b), at least 0.1", Source = "Agrawal and Goyal 2012, algorithm 1: uniform")]
    public double PriorSuccesses { get; init; } = 1;

    [Option("failures b of the prior Beta(a, b), at least 0.1", Source = "Agrawal and Goyal 2012, algorithm 1: uniform")]
    public double PriorFailures { get; init; } = 1;
}
