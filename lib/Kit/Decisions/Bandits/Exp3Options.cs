using Kit.Foundation;

namespace Kit.Decisions.Bandits;

/// <summary>Options of <see cref="Exp3"/>.</summary>
public sealed record Exp3Options
{
    [Option("share γ of uniform exploration, in (0, 1]; Exp3.ForHorizon has the paper's choice for a known length", Source = "ours")]
    public double Exploration { get; init; } = 0.1;
}
