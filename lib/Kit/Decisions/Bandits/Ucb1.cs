using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>
/// The arm with the highest x̄ + √(2 ln n / n_j), n pulls having been made so far, after every arm was pulled once
/// (Auer, Cesa-Bianchi and Fischer 2002, figure 1). The guarantee is for rewards in [0, 1].
/// </summary>
public sealed class Ucb1(int arms) : IBanditPolicy
{
    private readonly ActionValues _q = new(arms);
    private readonly double[] _index = new double[arms];

    /// <summary>The upper bound of an arm at the coming step.</summary>
    public double Index(int arm) => _q.Pulls[Require.Arm(arm, arms)] == 0
        ? double.PositiveInfinity
        : _q.Values[arm] + Math.Sqrt(2 * Math.Log(_q.Steps) / _q.Pulls[arm]);

    /// <inheritdoc/>
    public int Select(RandomStream random)
    {
        for (var arm = 0; arm < arms; arm++)
            _index[arm] = Index(arm);
        return random.ArgMax(_index);
    }

    /// <inheritdoc/>
    public void Update(int arm, double reward) => _q.Update(arm, reward);
}
