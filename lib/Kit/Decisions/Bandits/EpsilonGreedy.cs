using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>The arm that looks best, but with probability ε any arm (Sutton and Barto 2018, section 2.4).</summary>
public sealed class EpsilonGreedy : IBanditPolicy
{
    private readonly EpsilonGreedyOptions _options;
    private readonly ActionValues _q;

    /// <summary>A policy that has seen nothing yet.</summary>
    public EpsilonGreedy(int arms, EpsilonGreedyOptions? options = null)
    {
        _options = options ?? new();
        Require.Between(_options.Epsilon, 0, 1, nameof(options.Epsilon));
        Require.NotNegative(_options.Decay ?? 0, nameof(options.Decay));
        Require.Positive(_options.Gap, nameof(options.Gap));
        _q = new ActionValues(arms, _options.StepSize, _options.InitialValue);
    }

    /// <summary>No exploration at all: ε = 0.</summary>
    public static EpsilonGreedy Greedy(int arms) => new(arms, new() { Epsilon = 0 });

    /// <summary>
    /// Greedy with estimates that begin too high, so that every reward disappoints and every arm gets its turn
    /// (Sutton and Barto 2018, figure 2.3). It works by a constant step size: the sample average would forget the start at once.
    /// </summary>
    public static EpsilonGreedy Optimistic(int arms, double initialValue = 5, double stepSize = 0.1) =>
        new(arms, new() { Epsilon = 0, InitialValue = initialValue, StepSize = stepSize });

    /// <summary>ε_t = min(1, cK / (d² t)), regret of order ln t where d is at most the gap and c > 5 (Auer, Cesa-Bianchi and Fischer 2002, theorem 3).</summary>
    public static EpsilonGreedy Decaying(int arms, double c = 1, double gap = 1) => new(arms, new() { Decay = c, Gap = gap });

    /// <summary>ε at the coming step.</summary>
    public double Epsilon => _options.Decay is { } c
        ? Math.Min(1, c * _q.Values.Length / (_options.Gap * _options.Gap * (_q.Steps + 1)))
        : _options.Epsilon;

    /// <summary>[K], the estimates.</summary>
    public ReadOnlySpan<double> Values => _q.Values;

    /// <inheritdoc/>
    public int Select(RandomStream random) =>
        random.Bernoulli(Epsilon) ? random.Integer(_q.Values.Length) : random.ArgMax(_q.Values);

    /// <inheritdoc/>
    public void Update(int arm, double reward) => _q.Update(arm, reward);
}
