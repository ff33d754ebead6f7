namespace Kit.Decisions.Bandits;

/// <summary>
/// The slope that no consistent policy can beat: its regret grows at least like C ln t with C = Σ Δ(a) / KL(μ(a), μ*) over the arms that
/// are not best (Lai and Robbins 1985, theorem 1). It says nothing about a finite t: a curve may lie below C ln t for long.
/// </summary>
public static class LaiRobbins
{
    /// <summary>C for Bernoulli arms.</summary>
    /// <param name="means">[K], each in [0, 1]; a best mean of 1 gives 0, for one failure then rules an arm out</param>
    public static double Constant(params double[] means) => Sum([.. means.Select(mean => Require.Between(mean, 0, 1))], BernoulliKl.Divergence);

    /// <summary>C for normal arms of equal variance, whose divergence is Δ² / 2σ².</summary>
    public static double GaussianConstant(double[] means, double standardDeviation = 1)
    {
        var variance = Math.Pow(Require.Positive(standardDeviation), 2);
        return Sum([.. means.Select(mean => Require.Finite(mean))], (mean, best) => Math.Pow(mean - best, 2) / (2 * variance));
    }

    private static double Sum(double[] means, Func<double, double, double> divergence)
    {
        Require.AtLeastOne(means.Length);
        var best = means.Max();
        return means.Where(mean => mean != best).Sum(mean => (best - mean) / divergence(mean, best));
    }
}
