namespace Kit.Benchmarks.Engine;

/// <summary>One measure under one setting of the environment, both sides.</summary>
/// <param name="Setting">Which environment: as found, or OPENBLAS_* unset.</param>
/// <param name="Measure">What was measured.</param>
/// <param name="CSharp">Our rounds.</param>
/// <param name="Python">The peer's rounds; null where there is no peer.</param>
internal sealed record EngineResult(string Setting, Measure Measure, Series CSharp, Series? Python)
{
    /// <summary>Minimum to minimum; under 1 the C# side is faster.</summary>
    public double? Ratio => Python is null ? null : CSharp.Minimum / Python.Minimum;

    public bool? Held => Ratio is { } ratio && Measure.Bound is { } bound ? ratio <= bound : null;
}
