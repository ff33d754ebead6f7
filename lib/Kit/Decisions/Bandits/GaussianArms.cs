using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>Arms that pay their mean plus normal noise.</summary>
public sealed class GaussianArms : IBandit
{
    private readonly double[] _means;
    private readonly double _standardDeviation;

    /// <summary>One arm for each mean.</summary>
    /// <param name="means">[K]</param>
    /// <param name="standardDeviation">of the noise, the same for all arms</param>
    public GaussianArms(double[] means, double standardDeviation = 1)
    {
        Require.AtLeastOne(means.Length);
        foreach (var mean in means)
            Require.Finite(mean);
        _means = [.. means];
        _standardDeviation = Require.NotNegative(standardDeviation);
    }

    /// <summary>A problem of the ten-armed testbed (Sutton and Barto 2018, section 2.3): means from N(<paramref name="centre"/>, 1), noise of variance 1.</summary>
    /// <param name="random">draws the problem</param>
    /// <param name="arms">how many arms</param>
    /// <param name="centre">the mean of the means: 0, and 4 for the gradient bandits of section 2.8</param>
    public static GaussianArms Testbed(RandomStream random, int arms = 10, double centre = 0)
    {
        var means = new double[Require.AtLeastOne(arms)];
        random.FillNormal(means);
        return new GaussianArms([.. means.Select(mean => centre + mean)]);
    }

    /// <inheritdoc/>
    public int Arms => _means.Length;

    /// <inheritdoc/>
    public double Pull(int arm, RandomStream random) => Mean(arm) + _standardDeviation * random.Normal();

    /// <inheritdoc/>
    public double Mean(int arm) => _means[Require.Arm(arm, Arms)];
}
