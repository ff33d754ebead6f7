using Kit.Benchmarks.Peers;

namespace Kit.Benchmarks.Bandits;

/// <summary>The 10-armed testbed against the same loop in NumPy.</summary>
internal static class BanditsBenchmark
{
    public static PeerBenchmark Create() => new()
    {
        Name = "bandits",
        Description = "The 10-armed testbed, 2,000 problems, against the same loop in NumPy.",
        WorkerVerb = BanditsWork.Verb,
        PeerPackage = "python3-numpy",
        Note = "NumPy works on one thread",
        Settings = [("one engine thread", new Dictionary<string, string?> { ["OMP_NUM_THREADS"] = "1", ["KIT_THREADS"] = "1" })],
        Measures =
        [
            new("testbed-two-threads", "9 methods x 1,000 steps, two methods side by side", 1, 1 / 1.5, Limit: 20),
            new("testbed", "9 methods x 1,000 steps, one after the other", 1, null),
            new("epsilon-0.1", "epsilon-greedy, 1,000 steps", 0.6, null),
            new("ucb", "UCB, 1,000 steps", 0.6, null),
            new("gradient-0.1", "gradient bandit, 1,000 steps", 0.6, null),
        ],
    };
}
