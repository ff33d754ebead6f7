using Kit.Foundation.Randomness;
using static TorchSharp.torch;

namespace Kit.Decisions.Bandits.Vectorized;

/// <summary>
/// Thompson sampling for rewards of 0 or 1 under the uniform prior: one draw from each arm's Beta(1 + wins, 1 + losses), and the arm of the
/// largest (Thompson 1933; Russo et al. 2018, algorithm 3.2).
/// </summary>
/// <remarks>The draws are the kit's own, number by number: libtorch's gamma numbers come from its generator alone.</remarks>
public sealed class VectorizedThompsonBernoulli : IVectorizedPolicy
{
    private readonly double[] _wins, _losses, _samples;
    private readonly Tensor _winsTensor, _lossesTensor, _samplesTensor;

    /// <summary>Nothing learnt yet.</summary>
    /// <param name="arms">K, how many arms each problem has</param>
    /// <param name="problems">N, how many problems</param>
    public VectorizedThompsonBernoulli(int arms, int problems)
    {
        Shape.Check(arms, problems);
        (_wins, _losses, _samples) = (new double[arms * problems], new double[arms * problems], new double[arms * problems]);
        (_winsTensor, _lossesTensor, _samplesTensor) = (Over(_wins), Over(_losses), Over(_samples));
        State = new Dictionary<string, Tensor> { ["wins"] = _winsTensor, ["losses"] = _lossesTensor };

        Tensor Over(double[] numbers)
        {
            using var flat = frombuffer(numbers, float64);
            return flat.view(arms, problems);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Tensor> State { get; }

    /// <inheritdoc/>
    public Tensor Select(RandomStream random)
    {
        for (var i = 0; i < _samples.Length; i++)
            _samples[i] = random.Beta(1 + _wins[i], 1 + _losses[i]);
        return Choice.ArgMax(_samplesTensor, random);
    }

    /// <inheritdoc/>
    public void Update(Tensor arms, Tensor rewards)
    {
        using var scope = NewDisposeScope();
        var index = arms.unsqueeze(0);
        _winsTensor.scatter_add_(0, index, rewards.unsqueeze(0));
        _lossesTensor.scatter_add_(0, index, (1 - rewards).unsqueeze(0));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _winsTensor.Dispose();
        _lossesTensor.Dispose();
        _samplesTensor.Dispose();
    }
}
