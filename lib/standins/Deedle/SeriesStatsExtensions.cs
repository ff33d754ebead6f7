using Microsoft.FSharp.Core;

namespace Deedle;

public static class SeriesStatsExtensions
{
    public static double Sum<K, V>(this Series<K, V> series) => Stats.sum(series);

    public static double Min<K, V>(this Series<K, V> series) => Stats.min(series);

    public static double Max<K, V>(this Series<K, V> series) => Stats.max(series);

    public static double Mean<K, V>(this Series<K, V> series) => Stats.mean(series);

    public static double StdDev<K, V>(this Series<K, V> series) => Stats.stdDev(series);

    public static double Skewness<K, V>(this Series<K, V> series) => Stats.skew(series);

    public static double Kurtosis<K, V>(this Series<K, V> series) => Stats.kurt(series);

    public static double Median<K, V>(this Series<K, V> series) => Stats.median(series);

    public static FSharpOption<V> TryMin<K, V>(this Series<K, V> series) => Stats.tryMin(series);

    public static FSharpOption<V> TryMax<K, V>(this Series<K, V> series) => Stats.tryMax(series);

    public static Series<K2, double> MeanLevel<K1, V, K2>(this Series<K1, V> series, Func<K1, K2> groupSelector) =>
        Level(series, groupSelector).SelectValues(Stats.mean);

    public static Series<K2, double> MedianLevel<K1, V, K2>(this Series<K1, V> series, Func<K1, K2> groupSelector) =>
        Level(series, groupSelector).SelectValues(Stats.median);

    public static Series<K2, double> SumLevel<K1, V, K2>(this Series<K1, V> series, Func<K1, K2> groupSelector) =>
        Level(series, groupSelector).SelectValues(Stats.sum);

    // Not an extension method in the real package either.
    public static Series<K2, double> StdDevLevel<K1, V, K2>(Series<K1, V> series, Func<K1, K2> groupSelector) =>
        Level(series, groupSelector).SelectValues(Stats.stdDev);

    public static Series<K2, V> MinLevel<K1, V, K2>(this Series<K1, V> series, Func<K1, K2> groupSelector) =>
        Level(series, groupSelector).SelectOptional(g => Stats.tryMin(g.Value.Value) is { } some ? new OptionalValue<V>(some.Value) : default);

    public static Series<K2, V> MaxLevel<K1, V, K2>(this Series<K1, V> series, Func<K1, K2> groupSelector) =>
        Level(series, groupSelector).SelectOptional(g => Stats.tryMax(g.Value.Value) is { } some ? new OptionalValue<V>(some.Value) : default);

    private static Series<K2, Series<K1, V>> Level<K1, V, K2>(Series<K1, V> series, Func<K1, K2> groupSelector) =>
        series.GroupPositions(_ => true, i => groupSelector(series.Index[i]));
}
