using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>
/// The arm with the highest upper confidence bound, A_t = argmax Q(a) + c √(ln t / N(a)); an arm never pulled comes first
/// (Sutton and Barto 2018, eq. 2.10).
/// </summary>
public sealed class Ucb(int arms, UcbOptions? options = null) : IBanditPolicy
{
    private readonly ActionValues _q = new(arms, options?.StepSize);
    private readonly double _width = Require.NotNegative((options ?? new()).Width, nameof(options.Width));
    private readonly double[] _index = new double[arms];

    /// <summary>The upper bound of an arm at the coming step t.</summary>
    public double Index(int arm) => _q.Pulls[Require.Arm(arm, arms)] == 0
        ? double.PositiveInfinity
        : _q.Values[arm] + _width * Math.Sqrt(Math.Log(_q.Steps + 1) / _q.Pulls[arm]);

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
