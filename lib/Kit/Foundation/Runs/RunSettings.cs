namespace Kit.Foundation.Runs;

/// <summary>What a run needs besides the options of its algorithm.</summary>
public sealed record RunSettings
{
    [Option("threads that compute tensors; another number gives other last digits", Source = "ours: the same numbers on every machine")]
    public int Threads { get; init; } = 1;

    [Option("steps between two checkpoints", Source = "ours")]
    public long CheckpointEvery { get; init; } = 100;

    [Option("checkpoints that are kept, the newest ones", Source = "ours")]
    public int Keep { get; init; } = 3;
}
