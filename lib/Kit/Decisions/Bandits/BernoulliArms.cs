using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>Arms that pay 1 or 0.</summary>
public sealed class BernoulliArms : IBandit
{
    private readonly double[] _means;

    /// <summary>One arm for each chance of a reward.</summary>
    /// <param name="means">[K], each in [0, 1]</param>
    public BernoulliArms(params double[] means)
    {
        Require.AtLeastOne(means.Length);
        foreach (var mean in means)
            Require.Between(mean, 0, 1);
        _means = [.. means];
    }

    /// <inheritdoc/>
    public int Arms => _means.Length;

    /// <inheritdoc/>
    public double Pull(int arm, RandomStream random) => random.Bernoulli(Mean(arm)) ? 1 : 0;

    /// <inheritdoc/>
    public double Mean(int arm) => _means[Require.Arm(arm, Arms)];
}
