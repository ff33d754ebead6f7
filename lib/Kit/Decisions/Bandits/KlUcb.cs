using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>
/// The arm with the highest q that is still believable: max { q : N(a) d(x̄, q) ≤ ln t + c ln ln t }, d the divergence between coins
/// (Garivier and Cappé 2011, algorithm 1). For rewards in [0, 1]; on Bernoulli arms it reaches the bound of Lai and Robbins.
/// </summary>
public sealed class KlUcb : IBanditPolicy
{
    private readonly KlUcbOptions _options;
    private readonly ActionValues _q;
    private readonly double[] _index;

    /// <summary>A policy that has seen nothing yet.</summary>
    public KlUcb(int arms, KlUcbOptions? options = null)
    {
        _options = options ?? new();
        Require.NotNegative(_options.LogLogFactor, nameof(options.LogLogFactor));
        Require.Between(_options.Tolerance, 1e-15, 1, nameof(options.Tolerance));
        _q = new ActionValues(arms);
        _index = new double[arms];
    }

    /// <summary>The largest q in [<paramref name="mean"/>, 1] with d(mean, q) ≤ <paramref name="divergence"/>, by bisection, for d grows with q.</summary>
    public static double UpperBound(double mean, double divergence, double tolerance = 1e-9)
    {
        var (low, high) = (Require.Between(mean, 0, 1), 1.0);
        while (high - low > tolerance)
        {
            var q = (low + high) / 2;
            (low, high) = BernoulliKl.Divergence(mean, q) > divergence ? (low, q) : (q, high);
        }

        return (low + high) / 2;
    }

    /// <summary>The index of an arm at the coming step t.</summary>
    public double Index(int arm)
    {
        if (_q.Pulls[Require.Arm(arm, _index.Length)] == 0)
            return double.PositiveInfinity;
        var logT = Math.Log(_q.Steps + 1);
        var bound = logT + _options.LogLogFactor * Math.Max(0, Math.Log(logT));
        return UpperBound(_q.Values[arm], bound / _q.Pulls[arm], _options.Tolerance);
    }

    /// <inheritdoc/>
    public int Select(RandomStream random)
    {
        for (var arm = 0; arm < _index.Length; arm++)
            _index[arm] = Index(arm);
        return random.ArgMax(_index);
    }

    /// <inheritdoc/>
    public void Update(int arm, double reward) => _q.Update(arm, Require.UnitReward(reward, "KL-UCB"));
}
