namespace Kit.Decisions.Bandits;

/// <summary>
/// What each arm is thought to be worth: Q(a) ← Q(a) + α (R − Q(a)), with α = 1/N(a) for the sample average or a constant for arms that
/// drift (Sutton and Barto 2018, eq. 2.3 and 2.5).
/// </summary>
/// <param name="arms">how many arms</param>
/// <param name="stepSize">α in (0, 1], or null for the sample average</param>
/// <param name="initialValue">Q before the first reward; the sample average forgets it at once, a constant α slowly</param>
public sealed class ActionValues(int arms, double? stepSize = null, double initialValue = 0)
{
    private readonly double[] _values = [.. Enumerable.Repeat(Require.Finite(initialValue), Require.AtLeastOne(arms))];
    private readonly int[] _pulls = new int[arms];
    private readonly double? _stepSize = stepSize is { } alpha ? Require.Between(alpha, double.Epsilon, 1, nameof(stepSize)) : null;

    /// <summary>[K], the estimates Q(a).</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>[K], how often each arm was pulled, N(a).</summary>
    public ReadOnlySpan<int> Pulls => _pulls;

    /// <summary>How often any arm was pulled.</summary>
    public int Steps { get; private set; }

    /// <summary>Takes in what an arm paid.</summary>
    public void Update(int arm, double reward)
    {
        Require.Arm(arm, arms);
        Require.Finite(reward);
        Steps++;
        _pulls[arm]++;
        _values[arm] += (_stepSize ?? 1.0 / _pulls[arm]) * (reward - _values[arm]);
    }
}
