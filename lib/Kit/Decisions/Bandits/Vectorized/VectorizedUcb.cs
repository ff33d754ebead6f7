using Kit.Foundation.Randomness;
using static TorchSharp.torch;

namespace Kit.Decisions.Bandits.Vectorized;

/// <summary>
/// Upper confidence bounds: the arm of the largest Q(a) + c √(ln t / N(a)), untried arms first (Sutton and Barto 2018, equation 2.10).
/// UCB1 is the same with c = √2 and t counted from 0.
/// </summary>
public sealed class VectorizedUcb : IVectorizedPolicy
{
    private readonly ArmAverages _averages;
    private readonly double _c;
    private readonly int _firstStep;

    /// <summary>Nothing learnt yet.</summary>
    /// <param name="arms">K, how many arms each problem has</param>
    /// <param name="problems">N, how many problems</param>
    /// <param name="c">how far the bound lies above the average</param>
    public VectorizedUcb(int arms, int problems, double c)
        : this(arms, problems, c, firstStep: 1)
    {
    }

    private VectorizedUcb(int arms, int problems, double c, int firstStep)
    {
        if (!(c is > 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(c), c, "the width c of the bound is a positive number; without it the policy is greedy");
        (_c, _firstStep) = (c, firstStep);
        _averages = new ArmAverages(arms, problems);
    }

    /// <summary>UCB1, whose t is the number of pulls so far (Auer, Cesa-Bianchi and Fischer 2002, figure 1). Its guarantee is for rewards in [0, 1].</summary>
    public static VectorizedUcb Ucb1(int arms, int problems) => new(arms, problems, Math.Sqrt(2), firstStep: 0);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Tensor> State => _averages.State;

    /// <inheritdoc/>
    public Tensor Select(RandomStream random)
    {
        using var scope = NewDisposeScope();
        // c √(ln t / N) = √(c² ln t / N): infinite where N = 0. Below t = 2 the logarithm is not positive, but then every choice is of an untried arm.
        var width = (_averages.Plays + _firstStep).clamp_min_(2).log_().mul_(_c * _c) / _averages.Counts;
        return Choice.ArgMax(width.sqrt_().add_(_averages.Values), random).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Update(Tensor arms, Tensor rewards) => _averages.Update(arms, rewards);

    /// <inheritdoc/>
    public void Dispose() => _averages.Dispose();
}
