using Kit.Foundation;

namespace Kit.Decisions.Bandits;

/// <summary>Options of <see cref="EpsilonGreedy"/>.</summary>
public sealed record EpsilonGreedyOptions
{
    [Option("chance ε of pulling any arm at random", Source = "Sutton and Barto 2018, section 2.3")]
    public double Epsilon { get; init; } = 0.1;

    [Option("c of the schedule ε_t = min(1, cK / (d² t)), which takes the place of ε; none for a constant ε", Source = "Auer, Cesa-Bianchi and Fischer 2002, figure 3")]
    public double? Decay { get; init; }

    [Option("d of that schedule, at most the gap between the best arm and the next; with 1 the schedule is min(1, cK / t)", Source = "Auer, Cesa-Bianchi and Fischer 2002, figure 3; the default is ours")]
    public double Gap { get; init; } = 1;

    [Option("constant step size α; none for the sample average", Source = "Sutton and Barto 2018, sections 2.4 and 2.5")]
    public double? StepSize { get; init; }

    [Option("estimate of every arm before its first reward; a large one makes the start optimistic", Source = "Sutton and Barto 2018, section 2.6")]
    public double InitialValue { get; init; }
}
