using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>
/// The arm with the highest xᵀθ(a) + α √(xᵀA(a)⁻¹x), a ridge regression for each arm (Li, Chu, Langford and Schapire 2010, algorithm 1,
/// disjoint linear models).
/// </summary>
public sealed class LinUcb : IContextualPolicy
{
    private readonly double _alpha;
    private readonly RidgeRegression[] _models;
    private readonly double[] _index;

    /// <summary>A policy that has seen nothing yet.</summary>
    public LinUcb(int arms, int features, LinUcbOptions? options = null)
    {
        options ??= new();
        _alpha = Require.NotNegative(options.Alpha);
        _index = new double[Require.AtLeastOne(arms)];
        _models = [.. _index.Select(_ => new RidgeRegression(features, options.Ridge))];
    }

    /// <summary>What is known about an arm.</summary>
    public RidgeRegression Model(int arm) => _models[Require.Arm(arm, _models.Length)];

    /// <inheritdoc/>
    public int Select(ReadOnlySpan<double> context, RandomStream random)
    {
        for (var arm = 0; arm < _models.Length; arm++)
            _index[arm] = _models[arm].Mean(context) + _alpha * _models[arm].Width(context);
        return random.ArgMax(_index);
    }

    /// <inheritdoc/>
    public void Update(ReadOnlySpan<double> context, int arm, double reward) => Model(arm).Update(context, reward);
}
