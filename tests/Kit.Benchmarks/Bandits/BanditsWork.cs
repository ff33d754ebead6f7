using Kit.Decisions.Bandits.Vectorized;

namespace Kit.Benchmarks.Bandits;

/// <summary>The work of peers/bandits.py: nine methods on the 10-armed testbed of Sutton and Barto (2018), figures 2.2 to 2.5.</summary>
internal static class BanditsWork
{
    public const string Verb = "bandits-worker";

    private static readonly TestbedOptions Standard = new(), Raised = new() { Level = 4 };

    private static readonly TestbedRun[] Methods =
    [
        new("greedy", Standard, o => new VectorizedEpsilonGreedy(o.Arms, o.Problems, 0)),
        new("epsilon-0.01", Standard, o => new VectorizedEpsilonGreedy(o.Arms, o.Problems, 0.01)),
        new("epsilon-0.1", Standard, o => new VectorizedEpsilonGreedy(o.Arms, o.Problems, 0.1)),
        new("optimistic", Standard, o => new VectorizedEpsilonGreedy(o.Arms, o.Problems, 0, stepSize: 0.1, initialValue: 5)),
        new("ucb", Standard, o => new VectorizedUcb(o.Arms, o.Problems, 2)),
        new("gradient-0.1", Raised, o => new VectorizedGradientBandit(o.Arms, o.Problems, 0.1)),
        new("gradient-0.4", Raised, o => new VectorizedGradientBandit(o.Arms, o.Problems, 0.4)),
        new("gradient-0.1-plain", Raised, o => new VectorizedGradientBandit(o.Arms, o.Problems, 0.1, baseline: false)),
        new("gradient-0.4-plain", Raised, o => new VectorizedGradientBandit(o.Arms, o.Problems, 0.4, baseline: false)),
    ];

    /// <summary>By name: what to repeat, and how many units one repetition holds.</summary>
    public static (Action Run, int Count) Prepare(string measure) => measure switch
    {
        "testbed" => (() => Testbed.RunAll(Methods, seed: 1), 1),
        "testbed-two-threads" => (() => Testbed.RunAll(Methods, seed: 1, degreeOfParallelism: 2), 1),
        _ when Methods.FirstOrDefault(method => method.Name == measure) is { } method => (() => Testbed.RunAll([method], seed: 1), 1),
        _ => throw new ArgumentException($"there is no measure '{measure}'.", nameof(measure)),
    };
}
