using Kit.Foundation.Randomness;
using static TorchSharp.torch;

namespace Kit.Decisions.Bandits.Vectorized;

/// <summary>
/// Thompson sampling for normal rewards of known deviation σ under a normal prior N(μ₀, σ₀²) of each mean: one draw from each arm's
/// posterior, and the arm of the largest. With the defaults that is N(Σr/(n+1), 1/(n+1)) (Agrawal and Goyal 2013, "Further optimal regret
/// bounds for Thompson sampling", algorithm 2).
/// </summary>
public sealed class VectorizedThompsonGaussian : IVectorizedPolicy
{
    private readonly ArmAverages _averages;
    private readonly Draws _draws;
    private readonly double _priorMean, _priorPrecision, _precision;

    /// <summary>Nothing learnt yet.</summary>
    /// <param name="arms">K, how many arms each problem has</param>
    /// <param name="problems">N, how many problems</param>
    /// <param name="priorMean">μ₀</param>
    /// <param name="priorDeviation">σ₀</param>
    /// <param name="deviation">σ, of one reward around its arm's mean</param>
    public VectorizedThompsonGaussian(int arms, int problems, double priorMean = 0, double priorDeviation = 1, double deviation = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(priorDeviation);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(deviation);
        (_priorMean, _priorPrecision, _precision) = (priorMean, 1 / (priorDeviation * priorDeviation), 1 / (deviation * deviation));
        _averages = new ArmAverages(arms, problems);
        _draws = new Draws(arms, problems);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Tensor> State => _averages.State;

    /// <inheritdoc/>
    public Tensor Select(RandomStream random)
    {
        using var scope = NewDisposeScope();
        var seen = _averages.Counts * _precision;
        var precision = seen + _priorPrecision;
        var mean = seen.mul_(_averages.Values).add_(_priorMean * _priorPrecision).div_(precision);
        return Choice.ArgMax(mean.addcmul_(_draws.Normal(random), precision.rsqrt_(), 1), random).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Update(Tensor arms, Tensor rewards) => _averages.Update(arms, rewards);

    /// <inheritdoc/>
    public void Dispose()
    {
        _averages.Dispose();
        _draws.Dispose();
    }
}
