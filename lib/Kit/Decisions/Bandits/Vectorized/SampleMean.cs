using System.Globalization;
using Kit.Foundation.Statistics;

namespace Kit.Decisions.Bandits.Vectorized;

/// <summary>A mean over problems and its standard error, s/√N.</summary>
public readonly record struct SampleMean(double Mean, double StandardError)
{
    /// <summary>The normal 95 % interval, mean ± 1.96 standard errors.</summary>
    public Estimate Interval => new(Mean, Mean - 1.96 * StandardError, Mean + 1.96 * StandardError);

    /// <summary>The mean in another unit: <c>100 * share</c> is in percent.</summary>
    public static SampleMean operator *(double factor, SampleMean it) => new(factor * it.Mean, Math.Abs(factor) * it.StandardError);

    /// <summary>For example <c>0.823 ± 0.008</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Mean:G4} ± {StandardError:G2}");
}
