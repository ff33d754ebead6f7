namespace Kit.Speculation.SpecBundle;

/// <summary>A decision as a vector of features; everything that is fitted is fitted on the training series alone.</summary>
public sealed class DraftFeatures
{
    private readonly DraftContext _shown;
    private readonly List<string> _benchmarks;
    private readonly double _mean, _deviation;

    /// <summary>The features of a context, with the scale and the benchmarks of the training series.</summary>
    public DraftFeatures(DraftContext shown, IReadOnlyList<DraftSeries> training)
    {
        if (training.Count == 0)
            throw new ArgumentException("features need at least one training series", nameof(training));
        _shown = shown;
        _benchmarks = [.. training.Select(series => series.Benchmark).Distinct().Order(StringComparer.Ordinal)];
        List<double> logs = [.. training.Select(series => Math.Log(series.Plain))];
        _mean = logs.Average();
        _deviation = Math.Sqrt(logs.Average(log => (log - _mean) * (log - _mean)));
    }

    /// <summary>How many features there are.</summary>
    public int Count => (_shown.HasFlag(DraftContext.Benchmark) ? _benchmarks.Count : 1) + (_shown.HasFlag(DraftContext.PlainThroughput) ? 1 : 0);

    /// <summary>One indicator a benchmark, or the constant 1; then the standardised logarithm of the plain throughput where it is shown.</summary>
    /// <exception cref="ArgumentException">the benchmark does not occur in the training series</exception>
    public double[] Of(DraftSeries series)
    {
        var features = new double[Count];
        if (_shown.HasFlag(DraftContext.Benchmark))
        {
            var position = _benchmarks.IndexOf(series.Benchmark);
            features[position >= 0 ? position : throw new ArgumentException($"the benchmark '{series.Benchmark}' was not trained on; known are {string.Join(", ", _benchmarks)}", nameof(series))] = 1;
        }
        else
        {
            features[0] = 1;
        }

        if (_shown.HasFlag(DraftContext.PlainThroughput))
            features[^1] = _deviation > 0 ? (Math.Log(series.Plain) - _mean) / _deviation : 0;
        return features;
    }
}
