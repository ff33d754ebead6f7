using System.Globalization;

namespace Kit.Decisions.Bandits.Vectorized;

/// <summary>A mean over problems and its standard error, s/√N.</summary>
public readonly record struct SampleMean(double Mean, double StandardError)
{
    /// <summary>For example <c>0.823 ± 0.008</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Mean:G4} ± {StandardError:G2}");
}
