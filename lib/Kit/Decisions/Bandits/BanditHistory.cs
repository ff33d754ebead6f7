using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>One game, step by step.</summary>
public sealed class BanditHistory
{
    private readonly int[] _arms;
    private readonly double[] _rewards, _regret, _weakRegret, _gains;
    private readonly bool[] _optimal;
    private int _step;

    internal BanditHistory(int steps, int arms)
    {
        _gains = new double[arms];
        _arms = new int[Require.AtLeastOne(steps)];
        (_rewards, _regret, _weakRegret, _optimal) = (new double[steps], new double[steps], new double[steps], new bool[steps]);
    }

    /// <summary>[T], the arms pulled.</summary>
    public IReadOnlyList<int> Arms => _arms;

    /// <summary>[T], what they paid.</summary>
    public IReadOnlyList<double> Rewards => _rewards;

    /// <summary>
    /// [T], cumulative pseudo-regret: by how much the expected rewards of the arms pulled so far fall short of the best arm's at each step.
    /// Where means change over time or with the context, the arm compared with changes too.
    /// </summary>
    public IReadOnlyList<double> Regret => _regret;

    /// <summary>
    /// [T], cumulative pseudo-regret against the one arm that is best over all steps so far: the weak regret of Auer et al. 2002b,
    /// section 2. It equals <see cref="Regret"/> where nothing changes; who adapts may push it below zero.
    /// </summary>
    public IReadOnlyList<double> WeakRegret => _weakRegret;

    /// <summary>[T], whether no arm had a higher expected reward than the one pulled.</summary>
    public IReadOnlyList<bool> Optimal => _optimal;

    /// <summary>The share of pulls that were optimal.</summary>
    public double OptimalShare => _optimal.Count(optimal => optimal) / (double)_optimal.Length;

    /// <summary>Pulls an arm and writes down what it was expected to pay, which has to be asked before.</summary>
    internal double Pull(IBandit bandit, int arm, RandomStream random)
    {
        var (mean, best, bestGain) = (bandit.Mean(arm), double.NegativeInfinity, double.NegativeInfinity);
        for (var a = 0; a < _gains.Length; a++)
        {
            var other = bandit.Mean(a);
            best = Math.Max(best, other);
            bestGain = Math.Max(bestGain, _gains[a] += other - mean);
        }

        _arms[_step] = arm;
        _optimal[_step] = mean == best;
        _regret[_step] = (_step > 0 ? _regret[_step - 1] : 0) + (best - mean);
        _weakRegret[_step] = bestGain;
        return _rewards[_step++] = bandit.Pull(arm, random);
    }
}
