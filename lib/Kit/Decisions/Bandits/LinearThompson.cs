using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>
/// Thompson sampling with θ(a) ~ N(A(a)⁻¹b(a), v² A(a)⁻¹) (Agrawal and Goyal 2013, "Thompson sampling for contextual bandits with linear
/// payoffs", algorithm 1), here with a θ for each arm as in <see cref="LinUcb"/>.
/// </summary>
/// <remarks>
/// Of θ(a) only xᵀθ(a) is looked at, and that is normal with mean xᵀA⁻¹b and variance v² xᵀA⁻¹x: one draw an arm instead of d.
/// </remarks>
public sealed class LinearThompson : IContextualPolicy
{
    private readonly double _scale;
    private readonly RidgeRegression[] _models;
    private readonly double[] _draws;

    /// <summary>A policy that has seen nothing yet.</summary>
    public LinearThompson(int arms, int features, LinearThompsonOptions? options = null)
    {
        options ??= new();
        _scale = Require.NotNegative(options.Scale);
        _draws = new double[Require.AtLeastOne(arms)];
        _models = [.. _draws.Select(_ => new RidgeRegression(features, options.Ridge))];
    }

    /// <summary>What is known about an arm.</summary>
    public RidgeRegression Model(int arm) => _models[Require.Arm(arm, _models.Length)];

    /// <inheritdoc/>
    public int Select(ReadOnlySpan<double> context, RandomStream random)
    {
        for (var arm = 0; arm < _models.Length; arm++)
            _draws[arm] = _models[arm].Mean(context) + _scale * _models[arm].Width(context) * random.Normal();
        return random.ArgMax(_draws);
    }

    /// <inheritdoc/>
    public void Update(ReadOnlySpan<double> context, int arm, double reward) => Model(arm).Update(context, reward);
}
