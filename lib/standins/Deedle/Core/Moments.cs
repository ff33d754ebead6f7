namespace Deedle.Core;

/// <summary>Statistics of plain numbers; NaN where there are too few.</summary>
internal static class Moments
{
    public static double Sum(double[] values) => values.Length == 0 ? double.NaN : values.Sum();

    public static double Mean(double[] values) => values.Length == 0 ? double.NaN : values.Sum() / values.Length;

    public static double Min(double[] values) => values.Length == 0 ? double.NaN : values.Min();

    public static double Max(double[] values) => values.Length == 0 ? double.NaN : values.Max();

    /// <summary>Of a sample: divided by n - 1.</summary>
    public static double Variance(double[] values) => values.Length < 2 ? double.NaN : Central(values, 2) * values.Length / (values.Length - 1);

    public static double StdDev(double[] values) => Math.Sqrt(Variance(values));

    /// <summary>The sample estimate, adjusted for its size.</summary>
    public static double Skewness(double[] values)
    {
        double n = values.Length;
        return n < 3 ? double.NaN : Math.Sqrt(n * (n - 1)) / (n - 2) * Central(values, 3) / Math.Pow(Central(values, 2), 1.5);
    }

    /// <summary>The sample estimate of the excess over the normal distribution's.</summary>
    public static double Kurtosis(double[] values)
    {
        double n = values.Length;
        return n < 4 ? double.NaN : (6 + ((n + 1) * ((Central(values, 4) / Math.Pow(Central(values, 2), 2)) - 3))) * (n - 1) / ((n - 2) * (n - 3));
    }

    public static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return Quantile(sorted, 0.5);
    }

    /// <summary>Between the two nearest of the sorted values, in proportion.</summary>
    public static double Quantile(double[] sorted, double q)
    {
        if (sorted.Length == 0 || q is < 0 or > 1)
            return double.NaN;
        var place = q * (sorted.Length - 1);
        var below = (int)place;
        return below == sorted.Length - 1 ? sorted[below] : sorted[below] + ((sorted[below + 1] - sorted[below]) * (place - below));
    }

    private static double Central(double[] values, int power)
    {
        var mean = Mean(values);
        return values.Sum(v => Math.Pow(v - mean, power)) / values.Length;
    }
}
