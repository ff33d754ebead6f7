namespace Kit.Cli.Testing;

/// <summary>How one test ended.</summary>
public enum TestOutcome
{
    /// <summary>It passed.</summary>
    Passed,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It was skipped, for a reason that it states.</summary>
    Skipped,
}
