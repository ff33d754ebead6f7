using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>
/// Gaussian arms whose means start equal and walk apart, each by its own normal step after every pull of any arm
/// (Sutton and Barto 2018, exercise 2.5).
/// </summary>
public sealed class DriftingArms : IBandit
{
    private readonly double[] _means;
    private readonly double _drift, _standardDeviation;

    /// <summary>Arms at their start.</summary>
    /// <param name="arms">how many arms</param>
    /// <param name="drift">standard deviation of a mean's step</param>
    /// <param name="standardDeviation">of the reward around its mean</param>
    /// <param name="start">where every mean begins</param>
    public DriftingArms(int arms = 10, double drift = 0.01, double standardDeviation = 1, double start = 0)
    {
        _means = new double[Require.AtLeastOne(arms)];
        Array.Fill(_means, Require.Finite(start));
        (_drift, _standardDeviation) = (Require.NotNegative(drift), Require.NotNegative(standardDeviation));
    }

    /// <inheritdoc/>
    public int Arms => _means.Length;

    /// <inheritdoc/>
    public double Pull(int arm, RandomStream random)
    {
        var reward = Mean(arm) + _standardDeviation * random.Normal();
        for (var i = 0; i < _means.Length; i++)
            _means[i] += _drift * random.Normal();
        return reward;
    }

    /// <inheritdoc/>
    public double Mean(int arm) => _means[Require.Arm(arm, Arms)];
}
