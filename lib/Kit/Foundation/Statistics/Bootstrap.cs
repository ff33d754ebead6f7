using Kit.Foundation.Randomness;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Kit.Foundation.Statistics;

/// <summary>
/// Intervals by resampling (Efron 1979): draw as many values as there are, with replacement, and see how much the statistic moves.
/// </summary>
/// <remarks>
/// Values are sorted before they are drawn from, so the interval depends on the values and the stream, not on the order in which seeds
/// finished. One value has no spread to resample and is refused; equal values give an interval of width 0. With few values every bootstrap
/// is too narrow: the 95 % interval of a mean of 5 normal values covers about 84 % of the time.
/// </remarks>
public static class Bootstrap
{
    /// <summary>The mean of independent values and its interval.</summary>
    /// <exception cref="ArgumentException">fewer than two values, or one that is not finite</exception>
    public static Estimate Mean(IReadOnlyList<double> values, RandomStream stream, double confidence = 0.95, int resamples = 10_000,
                                BootstrapInterval interval = BootstrapInterval.Bca) =>
        Of(values, ArrayStatistics.Mean, stream, confidence, resamples, interval);

    /// <summary>The mean of x − y over pairs (same seed, same task) and its interval.</summary>
    /// <exception cref="ArgumentException">unequal lengths, fewer than two pairs, or a number that is not finite</exception>
    public static Estimate PairedDifference(IReadOnlyList<double> x, IReadOnlyList<double> y, RandomStream stream, double confidence = 0.95,
                                            int resamples = 10_000, BootstrapInterval interval = BootstrapInterval.Bca) =>
        Mean(Input.Differences(x, y), stream, confidence, resamples, interval);

    /// <summary>Any statistic of independent values and its interval.</summary>
    /// <param name="values">at least two finite numbers</param>
    /// <param name="statistic">a function of the values whatever their order; it may reorder the array that it is given</param>
    /// <param name="stream">where the resamples come from</param>
    /// <param name="confidence">in (0, 1)</param>
    /// <param name="resamples">how many; the ends of a 95 % interval are steady to about 1 % of its width with 10,000</param>
    /// <param name="interval">how the interval is read off the resampled statistics</param>
    public static Estimate Of(IReadOnlyList<double> values, Func<double[], double> statistic, RandomStream stream, double confidence = 0.95,
                              int resamples = 10_000, BootstrapInterval interval = BootstrapInterval.Bca)
    {
        Input.Confidence(confidence);
        var sample = Sorted(values, nameof(values));
        var value = Finite(statistic([.. sample]));
        var replicates = Replicates([sample], statistic, stream, resamples);
        var (low, high) = ((1 - confidence) / 2, (1 + confidence) / 2);
        if (interval == BootstrapInterval.Bca)
        {
            var (bias, acceleration) = (Bias(replicates, value), Acceleration(sample, statistic));
            (low, high) = (BcaLevel(low, bias, acceleration), BcaLevel(high, bias, acceleration));
        }

        return new Estimate(value, Quantile(replicates, low), Quantile(replicates, high));
    }

    /// <summary>
    /// A statistic of all values together, with resamples drawn within each stratum, and its percentile interval: runs within tasks
    /// (Agarwal et al. 2021, section 4.1), prompts within benchmarks.
    /// </summary>
    /// <param name="strata">the values of each stratum, at least two each</param>
    /// <param name="statistic">a function of the pooled values, stratum after stratum; it may reorder the array that it is given</param>
    /// <param name="stream">where the resamples come from</param>
    /// <param name="confidence">in (0, 1)</param>
    /// <param name="resamples">how many</param>
    public static Estimate Stratified(IReadOnlyList<IReadOnlyList<double>> strata, Func<double[], double> statistic, RandomStream stream,
                                      double confidence = 0.95, int resamples = 10_000)
    {
        Input.Confidence(confidence);
        if (strata.Count == 0)
            throw new ArgumentException("strata is empty; at least one is needed", nameof(strata));
        double[][] samples = [.. strata.Select((values, i) => Sorted(values, $"strata[{i}]"))];
        var replicates = Replicates(samples, statistic, stream, resamples);
        return new Estimate(Finite(statistic([.. samples.SelectMany(it => it)])),
                            Quantile(replicates, (1 - confidence) / 2), Quantile(replicates, (1 + confidence) / 2));
    }

    private static double[] Sorted(IReadOnlyList<double> values, string name)
    {
        var sample = Input.Finite(values, atLeast: 2, name);
        Array.Sort(sample);
        return sample;
    }

    /// <summary>The statistic of each resample, sorted.</summary>
    private static double[] Replicates(double[][] strata, Func<double[], double> statistic, RandomStream stream, int resamples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        var replicates = new double[resamples];
        var drawn = new double[strata.Sum(it => it.Length)];
        for (var r = 0; r < resamples; r++)
        {
            var next = 0;
            foreach (var values in strata)
            {
                for (var i = 0; i < values.Length; i++)
                    drawn[next++] = values[stream.Integer(values.Length)];
            }

            replicates[r] = Finite(statistic(drawn));
        }

        Array.Sort(replicates);
        return replicates;
    }

    /// <summary>ẑ₀ = Φ⁻¹(share of resamples below the estimate), equal ones counted half (Efron and Tibshirani 1993, eq. 14.14).</summary>
    private static double Bias(double[] replicates, double value)
    {
        // The same mean summed in another order differs in its last bits, and of few-valued data many resamples have it.
        var tie = 1e-9 * (replicates[^1] - replicates[0]);
        var below = replicates.Count(it => it < value - tie);
        var above = replicates.Count(it => it > value + tie);
        if (below == replicates.Length || above == replicates.Length)
            throw new ArgumentException("every resampled statistic lies on one side of the estimate, where BCa is not defined; use BootstrapInterval.Percentile");

        return Normal.InvCDF(0, 1, 0.5 + (below - above) / (2.0 * replicates.Length));
    }

    /// <summary>â = Σ dᵢ³ / 6 (Σ dᵢ²)^(3/2), dᵢ = mean of the jackknife values − the one without value i (ibid., eq. 14.15).</summary>
    private static double Acceleration(double[] sample, Func<double[], double> statistic)
    {
        var without = new double[sample.Length];
        for (var i = 0; i < sample.Length; i++)
            without[i] = Finite(statistic([.. sample[..i], .. sample[(i + 1)..]]));
        var mean = ArrayStatistics.Mean(without);
        var (squares, cubes) = (without.Sum(it => Math.Pow(mean - it, 2)), without.Sum(it => Math.Pow(mean - it, 3)));
        return squares > 0 ? cubes / (6 * Math.Pow(squares, 1.5)) : 0;
    }

    /// <summary>Φ(ẑ₀ + (ẑ₀ + z_α) / (1 − â(ẑ₀ + z_α))) (ibid., eq. 14.10).</summary>
    private static double BcaLevel(double level, double bias, double acceleration)
    {
        var z = bias + Normal.InvCDF(0, 1, level);
        return acceleration * z < 1
            ? Normal.CDF(0, 1, bias + z / (1 - acceleration * z))
            : throw new ArgumentException("the values are too skewed, at this confidence, for BCa to be defined; use BootstrapInterval.Percentile");
    }

    // MathNet's own default is R8; NumPy, R and SciPy's bootstrap interpolate by R7 (Hyndman and Fan 1996).
    private static double Quantile(double[] sorted, double level) => SortedArrayStatistics.QuantileCustom(sorted, level, QuantileDefinition.R7);

    private static double Finite(double value) => double.IsFinite(value)
        ? value
        : throw new ArgumentException($"the statistic is {value} on some choice of the values; it must be finite on every one");
}
