using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>
/// Exponential weights for exploration and exploitation, against rewards that an adversary chose:
/// p(a) = (1−γ) w(a)/Σw + γ/K, and w(A) ← w(A) exp(γ r̂ / K) with r̂ = r / p(A)
/// (Auer, Cesa-Bianchi, Freund and Schapire 2002b, figure 1). Rewards lie in [0, 1].
/// </summary>
/// <remarks>The weights are kept as logarithms, each of which grows by at most 1 a step, so that no length of game overflows them.</remarks>
public sealed class Exp3 : IBanditPolicy
{
    private readonly double _gamma;
    private readonly double[] _logWeights, _probabilities;

    /// <summary>A policy that has seen nothing yet.</summary>
    public Exp3(int arms, Exp3Options? options = null)
    {
        _gamma = Require.Between((options ?? new()).Exploration, double.Epsilon, 1, nameof(options.Exploration));
        _logWeights = new double[Require.AtLeastOne(arms)];
        _probabilities = new double[arms];
        Refresh();
    }

    /// <summary>With γ = min(1, √(K ln K / ((e−1) T))), regret of at most 2.63 √(T K ln K) (corollary 3.2).</summary>
    public static Exp3 ForHorizon(int arms, int steps) => new(arms, new()
    {
        Exploration = arms == 1 ? 1 : Math.Min(1, Math.Sqrt(arms * Math.Log(arms) / ((Math.E - 1) * Require.AtLeastOne(steps)))),
    });

    /// <summary>[K], ln w.</summary>
    public ReadOnlySpan<double> LogWeights => _logWeights;

    /// <summary>[K], p.</summary>
    public ReadOnlySpan<double> Probabilities => _probabilities;

    /// <inheritdoc/>
    public int Select(RandomStream random) => random.Categorical(_probabilities);

    /// <inheritdoc/>
    public void Update(int arm, double reward)
    {
        Require.UnitReward(reward, "EXP3");
        var estimate = reward / _probabilities[Require.Arm(arm, _probabilities.Length)];
        _logWeights[arm] += _gamma * estimate / _probabilities.Length;
        Refresh();
    }

    private void Refresh()
    {
        Softmax.Of(_logWeights, _probabilities);
        for (var a = 0; a < _probabilities.Length; a++)
            _probabilities[a] = (1 - _gamma) * _probabilities[a] + _gamma / _probabilities.Length;
    }
}
