using Kit.Foundation;

namespace Kit.Decisions.Bandits;

/// <summary>Options of <see cref="Ucb"/>.</summary>
public sealed record UcbOptions
{
    [Option("width c of the confidence bound", Source = "Sutton and Barto 2018, figure 2.4")]
    public double Width { get; init; } = 2;

    [Option("constant step size α; none for the sample average", Source = "Sutton and Barto 2018, sections 2.4 and 2.5")]
    public double? StepSize { get; init; }
}
