using Kit.Foundation.Randomness;
using static TorchSharp.torch;

namespace Kit.Decisions.Bandits.Vectorized;

/// <summary>
/// ε-greedy over action values (Sutton and Barto 2018, sections 2.2 to 2.6). With ε = 0 it is greedy; with a high initial value and a
/// constant step size it is the optimistic start of section 2.6.
/// </summary>
public sealed class VectorizedEpsilonGreedy : IVectorizedPolicy
{
    private readonly ArmAverages _averages;
    private readonly Draws _draws;
    private readonly int _arms;
    private readonly double _epsilon;
    private readonly double? _stepSize;

    /// <summary>Nothing learnt yet.</summary>
    /// <param name="arms">K, how many arms each problem has</param>
    /// <param name="problems">N, how many problems</param>
    /// <param name="epsilon">ε, the chance of any arm instead of the best one so far</param>
    /// <param name="stepSize">α in (0, 1]; null for the average of all rewards</param>
    /// <param name="initialValue">Q₁, the value of an arm before its first reward; without a step size that reward replaces it</param>
    public VectorizedEpsilonGreedy(int arms, int problems, double epsilon, double? stepSize = null, double initialValue = 0)
    {
        if (!(epsilon is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "ε is a probability, from 0 to 1");
        if (stepSize is not (null or (> 0 and <= 1)))
            throw new ArgumentOutOfRangeException(nameof(stepSize), stepSize, "the step size α is above 0 and at most 1, or null for averages");
        (_arms, _epsilon, _stepSize) = (arms, epsilon, stepSize);
        _averages = new ArmAverages(arms, problems, initialValue);
        _draws = new Draws(problems);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Tensor> State => _averages.State;

    /// <inheritdoc/>
    public Tensor Select(RandomStream random)
    {
        using var scope = NewDisposeScope();
        var arms = Choice.ArgMax(_averages.Values, random);
        if (_epsilon > 0)
        {
            // Given u < ε, u/ε is uniform again: one number says whether to explore and which arm.
            var u = _draws.Uniform(random);
            arms = where(u.lt(_epsilon), (u * (_arms / _epsilon)).to(int64).clamp_max_(_arms - 1), arms);
        }

        return arms.MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Update(Tensor arms, Tensor rewards) => _averages.Update(arms, rewards, _stepSize);

    /// <inheritdoc/>
    public void Dispose()
    {
        _averages.Dispose();
        _draws.Dispose();
    }
}
