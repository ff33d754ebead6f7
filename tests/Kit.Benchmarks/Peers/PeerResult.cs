namespace Kit.Benchmarks.Peers;

/// <summary>One measure under one setting of the environment, both sides.</summary>
/// <param name="Setting">Which environment, for example OPENBLAS_* unset.</param>
/// <param name="Measure">What was measured.</param>
/// <param name="CSharp">Our rounds.</param>
/// <param name="Python">The peer's rounds; null where there is no peer.</param>
internal sealed record PeerResult(string Setting, Measure Measure, Series CSharp, Series? Python)
{
    /// <summary>Minimum to minimum; under 1 the C# side is faster.</summary>
    public double? Ratio => Python is null ? null : CSharp.Minimum / Python.Minimum;

    /// <summary>Whether what we hold ourselves to was held; null where there is nothing to hold or nobody to compare with.</summary>
    public bool? Held => CSharp.Minimum > Measure.Limit * 1e9 ? false : Ratio is { } ratio && Measure.Bound is { } bound ? ratio <= bound : null;
}
