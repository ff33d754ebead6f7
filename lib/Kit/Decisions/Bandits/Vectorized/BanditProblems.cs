using Kit.Foundation.Randomness;
using static TorchSharp.torch;

namespace Kit.Decisions.Bandits.Vectorized;

/// <summary>N bandits of K arms each, played side by side.</summary>
/// <remarks>
/// Tensors are [K, N], arms first: what is computed over the arms then runs along neighbouring problems, several at a time.
/// Under one seed every method meets the same means and, problem by problem and step by step, the same noise, whichever arm it pulls.
/// </remarks>
public sealed class BanditProblems : IDisposable
{
    private readonly RewardKind _rewards;
    private readonly double _drift;
    private readonly Draws _noise;
    private readonly Draws? _steps;
    private readonly RandomStreams _random;

    /// <summary>Draws the problems of a seed.</summary>
    /// <exception cref="ArgumentException">options that do not fit together</exception>
    public BanditProblems(TestbedOptions options, long seed)
    {
        options.Check();
        (_rewards, _drift) = (options.Rewards, options.Drift);
        _random = new RandomStreams(seed);
        _noise = new Draws(options.Problems);
        _steps = _drift > 0 ? new Draws(options.Arms, options.Problems) : null;
        if (options.Means is { } means)
        {
            using var column = tensor(means.ToArray()).unsqueeze(1);
            Means = column.repeat(1, options.Problems);
        }
        else
        {
            using var drawn = new Draws(options.Arms, options.Problems);
            Means = _rewards == RewardKind.Bernoulli
                ? drawn.Uniform(_random.Initialisation).clone()
                : drawn.Normal(_random.Initialisation).mul(options.Spread).add_(options.Level);
        }

        Best = Means.amax(0);
    }

    /// <summary>[K, N], the expected reward of each arm at the coming pull; the player never sees it.</summary>
    public Tensor Means { get; }

    /// <summary>[N], the largest of them.</summary>
    public Tensor Best { get; }

    /// <summary>Pulls an arm in each problem; arms that drift move on by one step.</summary>
    /// <param name="arms">[N] int64</param>
    /// <returns>[N] the rewards, and [N] how far the expected reward of each arm pulled lay below the best one: exactly 0 for a best arm</returns>
    public (Tensor Rewards, Tensor Regret) Pull(Tensor arms)
    {
        using var scope = NewDisposeScope();
        var expected = Means.gather(0, arms.unsqueeze(0)).squeeze(0);
        var regret = Best - expected;
        var rewards = _rewards == RewardKind.Bernoulli
            ? _noise.Uniform(_random.Environment).lt(expected).to(float64)
            : expected.add_(_noise.Normal(_random.Environment));
        if (_steps is not null)
        {
            Means.add_(_steps.Normal(_random["drift"]), _drift);
            Best.copy_(Means.amax(0));
        }

        return (rewards.MoveToOuterDisposeScope(), regret.MoveToOuterDisposeScope());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Means.Dispose();
        Best.Dispose();
        _noise.Dispose();
        _steps?.Dispose();
    }
}
