using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>
/// Thompson sampling for normal rewards of known variance: precision 1/s² + n/σ², mean (m/s² + Σr/σ²) / precision. With the defaults
/// that is N(Σr/(n+1), 1/(n+1)) (Agrawal and Goyal 2013, "Further optimal regret bounds for Thompson sampling", algorithm 2).
/// </summary>
public sealed class ThompsonGaussian : IBanditPolicy
{
    private readonly double _priorMean, _priorPrecision, _noisePrecision;
    private readonly double[] _sums, _draws;
    private readonly int[] _pulls;

    /// <summary>A policy that has seen nothing yet.</summary>
    public ThompsonGaussian(int arms, ThompsonGaussianOptions? options = null)
    {
        options ??= new();
        _priorMean = Require.Finite(options.PriorMean);
        _priorPrecision = Math.Pow(Require.Positive(options.PriorStandardDeviation), -2);
        _noisePrecision = Math.Pow(Require.Positive(options.NoiseStandardDeviation), -2);
        _sums = new double[Require.AtLeastOne(arms)];
        _draws = new double[arms];
        _pulls = new int[arms];
    }

    /// <summary>The posterior of an arm's mean.</summary>
    public (double Mean, double StandardDeviation) Posterior(int arm)
    {
        var precision = _priorPrecision + _pulls[Require.Arm(arm, _pulls.Length)] * _noisePrecision;
        return ((_priorMean * _priorPrecision + _sums[arm] * _noisePrecision) / precision, 1 / Math.Sqrt(precision));
    }

    /// <inheritdoc/>
    public int Select(RandomStream random)
    {
        for (var arm = 0; arm < _draws.Length; arm++)
        {
            var (mean, standardDeviation) = Posterior(arm);
            _draws[arm] = mean + standardDeviation * random.Normal();
        }

        return random.ArgMax(_draws);
    }

    /// <inheritdoc/>
    public void Update(int arm, double reward)
    {
        _sums[Require.Arm(arm, _sums.Length)] += Require.Finite(reward);
        _pulls[arm]++;
    }
}
