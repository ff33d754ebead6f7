using Kit.Foundation;

namespace Kit.Decisions.Bandits;

/// <summary>Options of <see cref="LinearThompson"/>.</summary>
public sealed record LinearThompsonOptions
{
    [Option("scale v of the posterior, the standard deviation of the rewards where that is known", Source = "Agrawal and Goyal 2013, algorithm 1; the default is ours, their proof has a larger one")]
    public double Scale { get; init; } = 1;

    [Option("ridge λ, the weight of θ = 0", Source = "Agrawal and Goyal 2013, algorithm 1: the identity matrix")]
    public double Ridge { get; init; } = 1;
}
