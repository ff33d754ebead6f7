namespace Kit.Foundation.Runs;

/// <summary>What a run needs besides the options of its algorithm.</summary>
public sealed record RunSettings
{
    /// <summary>Threads of the engine, at least one.</summary>
    [Option("threads that compute tensors; another number gives other last digits", Source = "ours: the same numbers on every machine")]
    public int Threads { get; init; } = 1;

    /// <summary>Steps from one checkpoint to the next, at least one.</summary>
    [Option("steps between two checkpoints", Source = "ours")]
    public long CheckpointEvery { get; init; } = 100;

    /// <summary>Checkpoints on the disk, at least one.</summary>
    [Option("checkpoints that are kept, the newest ones", Source = "ours")]
    public int Keep { get; init; } = 3;
}
