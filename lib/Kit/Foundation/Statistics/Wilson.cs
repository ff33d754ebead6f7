using MathNet.Numerics.Distributions;

namespace Kit.Foundation.Statistics;

/// <summary>The score interval of a proportion (Wilson 1927).</summary>
public static class Wilson
{
    /// <summary>
    /// Every p that a two-sided score test would not reject: (p̂ + z²/2n ± z √(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n), without continuity
    /// correction. It stays inside [0, 1] and has a width even at 0 and n successes, where p̂ ± z·se has none.
    /// </summary>
    /// <param name="successes">from 0 to <paramref name="trials"/></param>
    /// <param name="trials">independent, at least 1</param>
    /// <param name="confidence">in (0, 1)</param>
    /// <returns>the observed share and the interval, of which it is not the middle</returns>
    public static Estimate Interval(long successes, long trials, double confidence = 0.95)
    {
        Input.Confidence(confidence);
        if (trials < 1)
            throw new ArgumentOutOfRangeException(nameof(trials), trials, "trials is at least 1");
        if (successes < 0 || successes > trials)
            throw new ArgumentOutOfRangeException(nameof(successes), successes, $"successes lies between 0 and trials = {trials}");
        var n = (double)trials;
        var p = successes / n;
        var z = Normal.InvCDF(0, 1, (1 + confidence) / 2);
        var middle = (p + z * z / (2 * n)) / (1 + z * z / n);
        var half = z * Math.Sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);

        // At the ends middle ∓ half is 0 or 1 but for rounding.
        return new Estimate(p, successes == 0 ? 0 : middle - half, successes == trials ? 1 : middle + half);
    }
}
