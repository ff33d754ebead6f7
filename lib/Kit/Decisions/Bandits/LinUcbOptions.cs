using Kit.Foundation;

namespace Kit.Decisions.Bandits;

/// <summary>Options of <see cref="LinUcb"/>.</summary>
public sealed record LinUcbOptions
{
    [Option("width α of the confidence bound", Source = "Li et al. 2010, algorithm 1; the default is ours")]
    public double Alpha { get; init; } = 1;

    [Option("ridge λ, the weight of θ = 0", Source = "Li et al. 2010, algorithm 1: the identity matrix")]
    public double Ridge { get; init; } = 1;
}
