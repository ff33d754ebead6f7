namespace Kit.Decisions.Bandits;

/// <summary>The Kullback–Leibler divergence between two coins.</summary>
public static class BernoulliKl
{
    /// <summary>d(p, q) = p ln(p/q) + (1−p) ln((1−p)/(1−q)), with 0 ln 0 = 0; infinite where q rules out what p allows.</summary>
    /// <param name="p">in [0, 1]</param>
    /// <param name="q">in [0, 1]</param>
    /// <returns>in nats, from 0 to +∞</returns>
    public static double Divergence(double p, double q)
    {
        return Term(Require.Between(p, 0, 1), Require.Between(q, 0, 1)) + Term(1 - p, 1 - q);

        static double Term(double p, double q) => p == 0 ? 0 : p * Math.Log(p / q);
    }
}
