using Kit.Foundation;

namespace Kit.Decisions.Bandits;

/// <summary>Options of <see cref="KlUcb"/>.</summary>
public sealed record KlUcbOptions
{
    [Option("c of ln t + c ln ln t; the proof needs 3, practice is best with 0", Source = "Garivier and Cappé 2011, section 2 and algorithm 1")]
    public double LogLogFactor { get; init; }

    [Option("how far the index may lie from the root of its equation", Source = "ours")]
    public double Tolerance { get; init; } = 1e-9;
}
