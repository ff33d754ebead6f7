namespace Kit.Foundation.Runs;

/// <summary>Where a part of a run was computed.</summary>
/// <param name="FromStep">the first step that was</param>
/// <param name="Machine">on what</param>
/// <param name="Commit">with which sources</param>
public sealed record MachineEntry(long FromStep, MachineFacts Machine, CommitFacts Commit);
