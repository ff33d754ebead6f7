namespace Kit.Benchmarks.Peers;

/// <summary>The rounds of one measure on one side, nanoseconds of one unit.</summary>
internal sealed record Series(IReadOnlyList<double> Rounds)
{
    public double Minimum => Rounds.Min();

    public double Median
    {
        get
        {
            var sorted = Rounds.Order().ToList();
            return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
        }
    }

    /// <summary>(maximum - minimum) / median.</summary>
    public double Spread => (Rounds.Max() - Minimum) / Median;
}
