using static TorchSharp.torch;

namespace Kit.Decisions.Bandits.Vectorized;

/// <summary>How often each arm was pulled and what it paid on average (Sutton and Barto 2018, equation 2.3).</summary>
internal sealed class ArmAverages : IDisposable
{
    private readonly Tensor _one;

    public ArmAverages(int arms, int problems, double initialValue = 0)
    {
        Shape.Check(arms, problems);
        Values = full(arms, problems, initialValue, float64);
        Counts = zeros(arms, problems, float64);
        Plays = zeros(1, float64);
        _one = ones(1, 1, float64).expand(1, problems);
        State = new Dictionary<string, Tensor> { ["values"] = Values, ["counts"] = Counts, ["plays"] = Plays };
    }

    /// <summary>[K, N], the mean reward of each arm; the initial value where it was never pulled.</summary>
    public Tensor Values { get; }

    /// <summary>[K, N], how often each arm was pulled.</summary>
    public Tensor Counts { get; }

    /// <summary>[1], how many arms were pulled so far in each problem.</summary>
    public Tensor Plays { get; }

    public IReadOnlyDictionary<string, Tensor> State { get; }

    /// <summary>Q ← Q + α (R − Q), where α is 1/n without a step size.</summary>
    public void Update(Tensor arms, Tensor rewards, double? stepSize = null)
    {
        using var scope = NewDisposeScope();
        var index = arms.unsqueeze(0);
        Plays.add_(1);
        Counts.scatter_add_(0, index, _one);
        var error = rewards.unsqueeze(0) - Values.gather(0, index);
        Values.scatter_add_(0, index, stepSize is { } alpha ? error.mul_(alpha) : error.div_(Counts.gather(0, index)));
    }

    public void Dispose()
    {
        Values.Dispose();
        Counts.Dispose();
        Plays.Dispose();
        _one.Dispose();
    }
}
