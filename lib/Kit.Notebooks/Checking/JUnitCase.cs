namespace Kit.Notebooks.Checking;

/// <summary>One line of a junit report.</summary>
/// <param name="Name">the case's name</param>
public sealed record JUnitCase(string Name)
{
    /// <summary>What is wrong, or null.</summary>
    public string? Failure { get; init; }

    /// <summary>Why it was not run, or null.</summary>
    public string? Skipped { get; init; }

    /// <summary>How long it took, or null where that was not measured.</summary>
    public TimeSpan? Duration { get; init; }
}
