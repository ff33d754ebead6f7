using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Kit.Foundation.Statistics;

/// <summary>
/// The signed-rank test of pairs (Wilcoxon 1945). Under the hypothesis that differences are symmetric about 0 each keeps its rank and takes
/// either sign with probability ½; the p-value is computed under that, given the ranks, so ties need no special case.
/// </summary>
/// <remarks>
/// Ties are ties of doubles: 0.3 − 0.2 and 0.2 − 0.1 differ in their last bit and get two ranks. Where scores are counts or round numbers,
/// pass counts, or the differences rounded.
/// </remarks>
public static class WilcoxonSignedRank
{
    /// <summary>Tests pairs (x, y) through their differences x − y.</summary>
    /// <exception cref="ArgumentException">unequal lengths, no pairs, or a number that is not finite</exception>
    public static WilcoxonResult Test(IReadOnlyList<double> x, IReadOnlyList<double> y, Alternative alternative = Alternative.TwoSided,
                                      ZeroDifferences zeros = ZeroDifferences.Drop, int exactUpTo = 50, bool continuity = true) =>
        Test(Input.Differences(x, y), alternative, zeros, exactUpTo, continuity);

    /// <summary>Tests differences.</summary>
    /// <param name="differences">finite, at least one; only zeros give a p-value of 1</param>
    /// <param name="alternative"><see cref="Alternative.Greater"/> looks for differences above 0</param>
    /// <param name="zeros">what becomes of differences that are 0</param>
    /// <param name="exactUpTo">the largest number of ranked differences for which the exact distribution is used, at most 60</param>
    /// <param name="continuity">whether the normal approximation moves W⁺ by ½ towards its mean; R's default, not SciPy's</param>
    public static WilcoxonResult Test(IReadOnlyList<double> differences, Alternative alternative = Alternative.TwoSided,
                                      ZeroDifferences zeros = ZeroDifferences.Drop, int exactUpTo = 50, bool continuity = true)
    {
        var all = Input.Finite(differences);
        if (exactUpTo is < 0 or > 60)
            throw new ArgumentOutOfRangeException(nameof(exactUpTo), exactUpTo, "exactUpTo lies between 0 and 60: beyond, the counts of sign patterns overflow");
        double[] ranked = zeros == ZeroDifferences.Drop ? [.. all.Where(it => it != 0)] : all;

        // RanksInplace reorders its argument, hence the new array.
        var ranks = ArrayStatistics.RanksInplace([.. ranked.Select(Math.Abs)], RankDefinition.Average);
        var wPlus = ranks.Where((_, i) => ranked[i] > 0).Sum();
        var wMinus = ranks.Where((_, i) => ranked[i] < 0).Sum();
        double[] used = [.. ranks.Where((_, i) => ranked[i] != 0)];

        var exact = used.Length == 0 || ranked.Length <= exactUpTo;
        var (less, greater) = exact ? ExactTails(used, wPlus) : NormalTails(used, wPlus, continuity ? 0.5 : 0);
        var p = alternative switch
        {
            Alternative.Greater => greater,
            Alternative.Less => less,
            _ => Math.Min(1, 2 * Math.Min(less, greater)),
        };
        return new WilcoxonResult(wPlus, wMinus, used.Length, p, exact ? "exact" : "normal");
    }

    /// <summary>P(W ≤ w) and P(W ≥ w), by counting the sign patterns that give each sum; mid-ranks are whole numbers once doubled.</summary>
    private static (double Less, double Greater) ExactTails(double[] ranks, double w)
    {
        int[] doubled = [.. ranks.Select(rank => (int)(2 * rank))];
        var patterns = new long[doubled.Sum() + 1];
        patterns[0] = 1;
        var largest = 0;
        foreach (var rank in doubled)
        {
            largest += rank;
            for (var sum = largest; sum >= rank; sum--)
                patterns[sum] += patterns[sum - rank];
        }

        var (at, all) = ((int)(2 * w), (double)(1L << ranks.Length));
        return (patterns[..(at + 1)].Sum() / all, patterns[at..].Sum() / all);
    }

    /// <summary>The same with W normal, of mean Σr/2 and variance Σr²/4, which holds the usual corrections for ties and zeros.</summary>
    private static (double Less, double Greater) NormalTails(double[] ranks, double w, double correction)
    {
        var (mean, deviation) = (ranks.Sum() / 2, Math.Sqrt(ranks.Sum(rank => rank * rank)) / 2);
        return (Normal.CDF(0, 1, (w + correction - mean) / deviation), Normal.CDF(0, 1, (mean - w + correction) / deviation));
    }
}
