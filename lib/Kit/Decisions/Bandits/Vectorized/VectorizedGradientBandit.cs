using Kit.Foundation.Randomness;
using static TorchSharp.torch;

namespace Kit.Decisions.Bandits.Vectorized;

/// <summary>The gradient bandit: preferences H, moved along the gradient of the expected reward (Sutton and Barto 2018, equations 2.11 and 2.12).</summary>
public sealed class VectorizedGradientBandit : IVectorizedPolicy
{
    private readonly Tensor _preferences, _probabilities, _average, _plays;
    private readonly Draws _draws;
    private readonly double _stepSize;
    private readonly bool _baseline;

    /// <summary>All arms equally likely.</summary>
    /// <param name="arms">K, how many arms each problem has</param>
    /// <param name="problems">N, how many problems</param>
    /// <param name="stepSize">α</param>
    /// <param name="baseline">whether the average of the rewards before this one is taken off it; the first reward is its own average</param>
    public VectorizedGradientBandit(int arms, int problems, double stepSize, bool baseline = true)
    {
        Shape.Check(arms, problems);
        if (!(stepSize is > 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(stepSize), stepSize, "the step size α is a positive number");
        (_stepSize, _baseline) = (stepSize, baseline);
        _preferences = zeros(arms, problems, float64);
        _probabilities = full(arms, problems, 1.0 / arms, float64);
        _average = zeros(problems, float64);
        _plays = zeros(1, float64);
        _draws = new Draws(problems);
        State = new Dictionary<string, Tensor>
        {
            ["preferences"] = _preferences,
            ["probabilities"] = _probabilities,
            ["average"] = _average,
            ["plays"] = _plays,
        };
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Tensor> State { get; }

    /// <inheritdoc/>
    public Tensor Select(RandomStream random)
    {
        using var scope = NewDisposeScope();
        _probabilities.copy_(_preferences.softmax(0L));
        var below = _probabilities.cumsum(0);
        // The sum of the probabilities is 1 but for rounding; u times it lies below it, so that there is always an arm.
        var u = _draws.Uniform(random) * below[-1];
        return below.le(u).sum(0L).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Update(Tensor arms, Tensor rewards)
    {
        using var scope = NewDisposeScope();
        _plays.add_(1);
        var surprise = rewards - _average;
        if (_baseline)
        {
            _average.addcdiv_(surprise, _plays, 1);
            // The first reward is its own baseline: nothing is learnt from it but the baseline.
            if (_plays.item<double>() == 1)
                surprise.zero_();
        }

        // H(a) ← H(a) + α (R − R̄) (1[a = A] − π(a))
        var push = surprise.mul_(_stepSize).unsqueeze(0);
        _preferences.addcmul_(_probabilities, push, -1);
        _preferences.scatter_add_(0, arms.unsqueeze(0), push);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _preferences.Dispose();
        _probabilities.Dispose();
        _average.Dispose();
        _plays.Dispose();
        _draws.Dispose();
    }
}
