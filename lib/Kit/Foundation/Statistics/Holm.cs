namespace Kit.Foundation.Statistics;

/// <summary>Several tests at once, the chance of any false rejection held at α however they depend on each other (Holm 1979).</summary>
public static class Holm
{
    /// <summary>Adjusted p-values: the k-th smallest of m times m − k + 1, never below the one before it, at most 1; in the order given.</summary>
    /// <param name="pValues">in [0, 1], at least one</param>
    public static double[] Adjust(IReadOnlyList<double> pValues)
    {
        var p = Input.Finite(pValues);
        var odd = Array.FindIndex(p, it => it is < 0 or > 1);
        if (odd >= 0)
            throw new ArgumentException($"pValues[{odd}] is {p[odd]}; a p-value lies in [0, 1]", nameof(pValues));
        int[] order = [.. Enumerable.Range(0, p.Length).OrderBy(i => p[i])];
        var adjusted = new double[p.Length];
        var largest = 0.0;
        for (var k = 0; k < p.Length; k++)
            adjusted[order[k]] = largest = Math.Max(largest, Math.Min(1, (p.Length - k) * p[order[k]]));
        return adjusted;
    }

    /// <summary>Which hypotheses are rejected at level α: those whose adjusted p-value is at most α.</summary>
    public static bool[] Rejects(IReadOnlyList<double> pValues, double alpha = 0.05)
    {
        if (!(alpha > 0 && alpha < 1))
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "alpha lies strictly between 0 and 1, for example 0.05");
        return [.. Adjust(pValues).Select(it => it <= alpha)];
    }
}
