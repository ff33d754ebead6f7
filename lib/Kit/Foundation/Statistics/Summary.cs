using System.Globalization;
using MathNet.Numerics.Statistics;

namespace Kit.Foundation.Statistics;

/// <summary>A sample in six numbers, for example a score over seeds.</summary>
/// <param name="Count">n</param>
/// <param name="Mean">arithmetic mean</param>
/// <param name="StandardDeviation">with divisor n − 1; not a number for one value</param>
/// <param name="StandardError">of the mean: standard deviation / √n; not a number for one value</param>
/// <param name="Minimum">smallest value</param>
/// <param name="Maximum">largest value</param>
public sealed record Summary(int Count, double Mean, double StandardDeviation, double StandardError, double Minimum, double Maximum)
{
    /// <summary>Summarises at least one finite value.</summary>
    public static Summary Of(IReadOnlyList<double> values)
    {
        var sample = Input.Finite(values);
        var (mean, deviation) = ArrayStatistics.MeanStandardDeviation(sample);
        return new Summary(sample.Length, mean, deviation, deviation / Math.Sqrt(sample.Length), sample.Min(), sample.Max());
    }

    /// <summary>
    /// Standard error of the difference between two independent means, √(se² + se²), variances not assumed equal (Welch 1938). For pairs
    /// summarise the differences instead.
    /// </summary>
    public double StandardErrorOfDifference(Summary other) =>
        Math.Sqrt(StandardError * StandardError + other.StandardError * other.StandardError);

    /// <summary>Mean ± standard error, for example <c>0.812 ± 0.011 (n = 20)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Mean:G4} ± {StandardError:G2} (n = {Count})");
}
