namespace Deedle;

public static class FrameStatsExtensions
{
    public static Series<C, double> Sum<R, C>(this Frame<R, C> df) => Stats.sum(df);

    public static Series<C, double> Min<R, C>(this Frame<R, C> df) => Stats.min(df);

    public static Series<C, double> Max<R, C>(this Frame<R, C> df) => Stats.max(df);

    public static Series<C, double> Mean<R, C>(this Frame<R, C> df) => Stats.mean(df);

    public static Series<C, double> StdDev<R, C>(this Frame<R, C> df) => Stats.stdDev(df);

    public static Series<C, double> Variance<R, C>(this Frame<R, C> df) => Stats.variance(df);

    public static Series<C, double> Skewness<R, C>(this Frame<R, C> df) => Stats.skew(df);

    public static Series<C, double> Kurtosis<R, C>(this Frame<R, C> df) => Stats.kurt(df);

    public static Series<C, double> Median<R, C>(this Frame<R, C> df) => Stats.median(df);

    public static Series<C, int> UniqueCount<R, C>(this Frame<R, C> df) => Stats.uniqueCount(df);

    public static Frame<string, C> Describe<R, C>(this Frame<R, C> df) => Stats.describe(df);
}
