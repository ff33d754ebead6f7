namespace Kit.Notebooks.Checking;

/// <summary>What a check says of a cell.</summary>
public enum Verdict
{
    /// <summary>The fresh outputs agree with the stored ones.</summary>
    Passed,

    /// <summary>They do not.</summary>
    Failed,

    /// <summary>The cell is tagged <c>skip-execution</c>.</summary>
    Skipped,
}
