using Kit.Foundation;

namespace Kit.Decisions.Bandits.Vectorized;

/// <summary>The k-armed testbed (Sutton and Barto 2018, section 2.3).</summary>
public sealed record TestbedOptions
{
    [Option("K, the arms of each problem", Source = "Sutton and Barto 2018, section 2.3")]
    public int Arms { get; init; } = 10;

    [Option("N, the problems that are played side by side", Source = "Sutton and Barto 2018, section 2.3")]
    public int Problems { get; init; } = 2000;

    [Option("how often each problem is played", Source = "Sutton and Barto 2018, section 2.3")]
    public int Steps { get; init; } = 1000;

    [Option("how the arms pay", Source = "Sutton and Barto 2018, section 2.3")]
    public RewardKind Rewards { get; init; } = RewardKind.Gaussian;

    [Option("the means of the K arms, the same in every problem; without them they are drawn, normal for Gaussian rewards and uniform on [0, 1] for Bernoulli rewards",
        Source = "Sutton and Barto 2018, section 2.3; uniform: ours")]
    public IReadOnlyList<double>? Means { get; init; }

    [Option("mean of the arms' means where they are drawn normal; 4 in the study of the gradient bandit", Source = "Sutton and Barto 2018, sections 2.3 and 2.8")]
    public double Level { get; init; }

    [Option("standard deviation of the arms' means where they are drawn normal; 0 starts all arms equal", Source = "Sutton and Barto 2018, section 2.3 and exercise 2.5")]
    public double Spread { get; init; } = 1;

    [Option("standard deviation of the step that each mean of a Gaussian arm takes after every pull; 0.01 in exercise 2.5", Source = "Sutton and Barto 2018, exercise 2.5")]
    public double Drift { get; init; }

    /// <exception cref="ArgumentException">options that do not fit together</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Arms, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Problems, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(Steps, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Spread);
        ArgumentOutOfRangeException.ThrowIfNegative(Drift);
        if (Means is not null && Means.Count != Arms)
            throw new ArgumentException($"Means has {Means.Count} numbers and Arms is {Arms}: give one mean for each arm");
        if (Rewards == RewardKind.Bernoulli && Means is not null && Means.Any(mean => !(mean is >= 0 and <= 1)))
            throw new ArgumentException("Means holds a number outside [0, 1]: for Bernoulli rewards each is a probability");
        if (Rewards == RewardKind.Bernoulli && Drift > 0)
            throw new ArgumentException("Drift is for Gaussian rewards: a probability that drifts would leave [0, 1]");
    }
}
