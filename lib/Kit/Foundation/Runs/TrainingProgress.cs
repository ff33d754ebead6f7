namespace Kit.Foundation.Runs;

/// <summary>How far long work is; observers are <see cref="IProgress{T}"/> of this.</summary>
/// <param name="Step">steps done</param>
/// <param name="Steps">steps in all</param>
/// <param name="Elapsed">since the work began here; what was done before a resume does not count</param>
/// <param name="StepsPerSecond">recent rate; 0 while unknown</param>
/// <param name="Remaining">time left at that rate; null while unknown</param>
/// <param name="Metrics">the latest metrics by name</param>
public sealed record TrainingProgress(long Step, long Steps, TimeSpan Elapsed, double StepsPerSecond, TimeSpan? Remaining,
    IReadOnlyDictionary<string, double> Metrics)
{
    /// <summary>Whether this is the last report.</summary>
    public bool Finished => Step >= Steps;
}
