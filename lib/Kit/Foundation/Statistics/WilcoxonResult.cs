namespace Kit.Foundation.Statistics;

/// <summary>The outcome of a signed-rank test.</summary>
/// <param name="WPlus">sum of the ranks of positive differences (R's V)</param>
/// <param name="WMinus">sum of the ranks of negative differences; SciPy's two-sided statistic is the smaller of the two</param>
/// <param name="Used">number of differences other than zero</param>
/// <param name="PValue">for the alternative that was asked for</param>
/// <param name="Method">"exact" or "normal"</param>
public sealed record WilcoxonResult(double WPlus, double WMinus, int Used, double PValue, string Method)
{
    /// <summary>
    /// Matched-pairs rank-biserial correlation (W⁺ − W⁻)/(W⁺ + W⁻) (Kerby 2014): 1 where all differences are positive, −1 where all are
    /// negative, 0 where they balance or none is left.
    /// </summary>
    public double RankBiserial => Used == 0 ? 0 : (WPlus - WMinus) / (WPlus + WMinus);
}
