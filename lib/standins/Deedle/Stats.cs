using Deedle.Core;
using Microsoft.FSharp.Core;

namespace Deedle;

// Over the values that are there: missing ones and NaN are skipped; a result that needs more values than there are is NaN.
public static class Stats
{
    public static int count<K, V>(Series<K, V> series) => series.ValueCount;

    public static int uniqueCount<K, V>(Series<K, V> series) => series.Values.Distinct().Count();

    public static double sum<K, V>(Series<K, V> series) => Moments.Sum(Numbers(series));

    public static double mean<K, V>(Series<K, V> series) => Moments.Mean(Numbers(series));

    public static double variance<K, V>(Series<K, V> series) => Moments.Variance(Numbers(series));

    public static double stdDev<K, V>(Series<K, V> series) => Moments.StdDev(Numbers(series));

    public static double skew<K, V>(Series<K, V> series) => Moments.Skewness(Numbers(series));

    public static double kurt<K, V>(Series<K, V> series) => Moments.Kurtosis(Numbers(series));

    public static double min<K, V>(Series<K, V> series) => Moments.Min(Numbers(series));

    public static double max<K, V>(Series<K, V> series) => Moments.Max(Numbers(series));

    public static double median<K, V>(Series<K, V> series) => Moments.Median(Numbers(series));

    public static FSharpOption<V> tryMin<K, V>(Series<K, V> series) => TryBest(series, -1);

    public static FSharpOption<V> tryMax<K, V>(Series<K, V> series) => TryBest(series, 1);

    public static Series<string, double> quantile<K, V>(double[] quantiles, Series<K, V> series)
    {
        var sorted = Numbers(series);
        Array.Sort(sorted);
        return quantiles.Select(q => KeyValue.Create(q.ToString(), Moments.Quantile(sorted, q))).ToSeries();
    }

    public static Series<string, double> describe<K, V>(Series<K, V> series)
    {
        KeyValuePair<string, double>[] start =
        [
            new("unique", uniqueCount(series)), new("mean", mean(series)), new("std", stdDev(series)), new("min", min(series)),
        ];
        return start.Concat(quantile([0.25, 0.5, 0.75], series).ObservationsAll.Select(o => KeyValue.Create(o.Key, o.Value.OrDefault(double.NaN))))
            .Append(new("max", max(series))).ToSeries();
    }

    public static double cov<K, V1, V2>(Series<K, V1> series1, Series<K, V2> series2)
    {
        var (a, b) = Common(series1, series2);
        var (meanA, meanB) = (Moments.Mean(a), Moments.Mean(b));
        return a.Length < 2 ? double.NaN : a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum() / (a.Length - 1);
    }

    public static double corr<K, V1, V2>(Series<K, V1> series1, Series<K, V2> series2)
    {
        var (a, b) = Common(series1, series2);
        return cov(series1, series2) / (Moments.StdDev(a) * Moments.StdDev(b));
    }

    public static Series<K, double> movingCount<K, V>(int size, Series<K, V> series) => Moving(series, size, v => v.Length);

    public static Series<K, double> movingSum<K, V>(int size, Series<K, V> series) => Moving(series, size, Moments.Sum);

    public static Series<K, double> movingMean<K, V>(int size, Series<K, V> series) => Moving(series, size, Moments.Mean);

    public static Series<K, double> movingVariance<K, V>(int size, Series<K, V> series) => Moving(series, size, Moments.Variance);

    public static Series<K, double> movingStdDev<K, V>(int size, Series<K, V> series) => Moving(series, size, Moments.StdDev);

    public static Series<K, double> movingMin<K, V>(int size, Series<K, V> series) => Moving(series, size, Moments.Min);

    public static Series<K, double> movingMax<K, V>(int size, Series<K, V> series) => Moving(series, size, Moments.Max);

    public static Series<K, double> movingMedian<K, V>(int size, Series<K, V> series) => Moving(series, size, Moments.Median);

    public static Series<K, double> expandingCount<K, V>(Series<K, V> series) => Expanding(series, v => v.Length);

    public static Series<K, double> expandingSum<K, V>(Series<K, V> series) => Expanding(series, Moments.Sum);

    public static Series<K, double> expandingMean<K, V>(Series<K, V> series) => Expanding(series, Moments.Mean);

    public static Series<K, double> expandingVariance<K, V>(Series<K, V> series) => Expanding(series, Moments.Variance);

    public static Series<K, double> expandingStdDev<K, V>(Series<K, V> series) => Expanding(series, Moments.StdDev);

    public static Series<K, double> expandingMin<K, V>(Series<K, V> series) => Expanding(series, Moments.Min);

    public static Series<K, double> expandingMax<K, V>(Series<K, V> series) => Expanding(series, Moments.Max);

    public static Series<K, double> expandingMedian<K, V>(Series<K, V> series) => Expanding(series, Moments.Median);

    public static Series<C, int> count<R, C>(Frame<R, C> frame) => frame.Columns.SelectValues(count);

    public static Series<C, int> uniqueCount<R, C>(Frame<R, C> frame) => frame.Columns.SelectValues(uniqueCount);

    public static Series<C, double> sum<R, C>(Frame<R, C> frame) => frame.GetColumns<double>().SelectValues(sum);

    public static Series<C, double> mean<R, C>(Frame<R, C> frame) => frame.GetColumns<double>().SelectValues(mean);

    public static Series<C, double> variance<R, C>(Frame<R, C> frame) => frame.GetColumns<double>().SelectValues(variance);

    public static Series<C, double> stdDev<R, C>(Frame<R, C> frame) => frame.GetColumns<double>().SelectValues(stdDev);

    public static Series<C, double> skew<R, C>(Frame<R, C> frame) => frame.GetColumns<double>().SelectValues(skew);

    public static Series<C, double> kurt<R, C>(Frame<R, C> frame) => frame.GetColumns<double>().SelectValues(kurt);

    public static Series<C, double> min<R, C>(Frame<R, C> frame) => frame.GetColumns<double>().SelectValues(min);

    public static Series<C, double> max<R, C>(Frame<R, C> frame) => frame.GetColumns<double>().SelectValues(max);

    public static Series<C, double> median<R, C>(Frame<R, C> frame) => frame.GetColumns<double>().SelectValues(median);

    public static Frame<string, C> describe<R, C>(Frame<R, C> frame) => Frame.FromColumns(frame.GetColumns<double>().SelectValues(describe));

    public static Frame<C, C> covFrame<R, C>(Frame<R, C> frame) => Pairs(frame, cov);

    public static Frame<C, C> corrFrame<R, C>(Frame<R, C> frame) => Pairs(frame, corr);

    private static double[] Numbers<K, V>(Series<K, V> series) => [.. series.Values.Select(v => Convert.ToDouble(v)).Where(v => !double.IsNaN(v))];

    private static FSharpOption<V> TryBest<K, V>(Series<K, V> series, int sign)
    {
        var values = series.Values.ToList();
        return values.Count == 0
            ? FSharpOption<V>.None
            : FSharpOption<V>.Some(values.Aggregate((a, b) => sign * Order<V>.Default.Compare(b, a) > 0 ? b : a));
    }

    private static (double[] First, double[] Second) Common<K, V1, V2>(Series<K, V1> series1, Series<K, V2> series2)
    {
        var pairs = series1.ZipInner(series2).Values.ToList();
        return ([.. pairs.Select(p => Convert.ToDouble(p.Item1))], [.. pairs.Select(p => Convert.ToDouble(p.Item2))]);
    }

    private static Series<K, double> Moving<K, V>(Series<K, V> series, int size, Func<double[], double> f)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return OverPositions(series, i => i < size - 1 ? double.NaN : f(Between(series, i - size + 1, i)));
    }

    private static Series<K, double> Expanding<K, V>(Series<K, V> series, Func<double[], double> f) =>
        OverPositions(series, i => f(Between(series, 0, i)));

    private static double[] Between<K, V>(Series<K, V> series, int first, int last) =>
        [.. Enumerable.Range(first, last - first + 1).Where(series.Vector.Has).Select(i => Convert.ToDouble(series.Vector[i].Value))];

    private static Series<K, double> OverPositions<K, V>(Series<K, V> series, Func<int, double> f) =>
        new(series.Index, Column<double>.Of([.. Enumerable.Range(0, series.KeyCount).Select(f)]));

    private static Frame<C, C> Pairs<R, C>(Frame<R, C> frame, Func<Series<R, double>, Series<R, double>, double> f)
    {
        var columns = frame.GetColumns<double>().DropMissing();
        return Frame.FromColumns(columns.SelectValues(a => columns.SelectValues(b => f(a, b))));
    }
}
