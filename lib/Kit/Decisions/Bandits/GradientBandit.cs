using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>
/// Preferences instead of values: H(a) ← H(a) + α (R − R̄) (1[a = A] − π(a)) with π = softmax(H), stochastic gradient ascent on the
/// expected reward (Sutton and Barto 2018, eq. 2.12).
/// </summary>
/// <remarks>R̄ averages the rewards before this one, and is this one at the first step, which therefore teaches nothing.</remarks>
public sealed class GradientBandit : IBanditPolicy
{
    private readonly GradientBanditOptions _options;
    private readonly double[] _preferences, _probabilities;
    private double _average;
    private int _steps;

    /// <summary>A policy that has seen nothing yet.</summary>
    public GradientBandit(int arms, GradientBanditOptions? options = null)
    {
        _options = options ?? new();
        Require.Positive(_options.StepSize, nameof(options.StepSize));
        _preferences = new double[Require.AtLeastOne(arms)];
        _probabilities = new double[arms];
        Softmax.Of(_preferences, _probabilities);
    }

    /// <summary>[K], H.</summary>
    public ReadOnlySpan<double> Preferences => _preferences;

    /// <summary>[K], π.</summary>
    public ReadOnlySpan<double> Probabilities => _probabilities;

    /// <inheritdoc/>
    public int Select(RandomStream random) => random.Categorical(_probabilities);

    /// <inheritdoc/>
    public void Update(int arm, double reward)
    {
        Require.Arm(arm, _preferences.Length);
        Require.Finite(reward);
        var baseline = !_options.Baseline ? 0 : _steps == 0 ? reward : _average;
        for (var a = 0; a < _preferences.Length; a++)
            _preferences[a] += _options.StepSize * (reward - baseline) * ((a == arm ? 1 : 0) - _probabilities[a]);
        Softmax.Of(_preferences, _probabilities);
        _average += (reward - _average) / ++_steps;
    }
}
