namespace Kit.Notebooks.Checking;

/// <summary>The cases of one notebook.</summary>
/// <param name="Name">the notebook's name</param>
/// <param name="Cases">its cases in order</param>
public sealed record JUnitSuite(string Name, IReadOnlyList<JUnitCase> Cases);
