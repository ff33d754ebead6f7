namespace Kit.Foundation;

/// <summary>One measurement of SpecBundle: how fast a model decodes with one drafter at one draft setting.</summary>
/// <param name="Model">the target model</param>
/// <param name="Benchmark">the prompts</param>
/// <param name="BatchSize">requests decoded together</param>
/// <param name="Steps">draft depth: drafting steps per cycle</param>
/// <param name="TopK">branches kept at each step</param>
/// <param name="DraftTokens">tokens of the draft tree that the target verifies, its root included</param>
/// <param name="Drafter">the drafter's repository as printed, or "none"</param>
/// <param name="Throughput">output tokens per second</param>
/// <param name="AcceptLength">mean tokens committed per cycle (τ); 1 without a drafter</param>
public sealed record SpecBundleRow(string Model, string Benchmark, int BatchSize, int Steps, int TopK, int DraftTokens, string Drafter,
    double Throughput, double AcceptLength)
{
    /// <summary>Whether this is the plain decoding that the others are compared with.</summary>
    public bool IsPlain => Drafter == "none";
}
