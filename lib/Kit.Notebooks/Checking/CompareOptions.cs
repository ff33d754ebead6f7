namespace Kit.Notebooks.Checking;

/// <summary>What a comparison of two executions goes by.</summary>
public sealed record CompareOptions
{
    /// <summary>The notebook's name in the report.</summary>
    public string Name { get; init; } = "notebook";

    /// <summary>The tolerance where neither notebook nor cell declares one.</summary>
    public Tolerance Tolerance { get; init; } = new();
}
