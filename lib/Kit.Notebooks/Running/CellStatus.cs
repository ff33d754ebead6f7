namespace Kit.Notebooks.Running;

/// <summary>What became of a cell, and of a notebook.</summary>
public enum CellStatus
{
    /// <summary>It ran to its end, or was shown.</summary>
    Succeeded,

    /// <summary>It was not run: tagged <c>skip-execution</c>, in a language that is not run here, or behind a cell that failed.</summary>
    Skipped,

    /// <summary>It did not compile, or threw.</summary>
    Failed,

    /// <summary>It ran longer than it may.</summary>
    TimedOut,

    /// <summary>It took its process down.</summary>
    Crashed,

    /// <summary>The run was cancelled while it ran.</summary>
    Cancelled,
}
