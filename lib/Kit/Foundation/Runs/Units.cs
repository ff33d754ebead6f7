using System.Globalization;

namespace Kit.Foundation.Runs;

/// <summary>Counts, times and rates as people read them.</summary>
public static class Units
{
    /// <summary>1,234</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>12 s, 3 min 5 s, 2 h 10 min, 3 d 4 h; the two largest units, rounded.</summary>
    public static string Time(TimeSpan time)
    {
        var seconds = (long)Math.Round(Math.Max(0, time.TotalSeconds));
        if (seconds < 60)
            return Invariant($"{seconds} s");
        if (seconds < 3600)
            return Invariant($"{seconds / 60} min {seconds % 60} s");
        var minutes = (seconds + 30) / 60;
        if (minutes < 24 * 60)
            return Invariant($"{minutes / 60} h {minutes % 60} min");
        var hours = (minutes + 30) / 60;
        return Invariant($"{hours / 24} d {hours % 24} h");
    }

    /// <summary>1,234 steps/s, 3.2 steps/s; 12 s/step where a step takes longer than ten seconds.</summary>
    public static string Rate(double perSecond, string unit = "step") => perSecond switch
    {
        >= 9.95 => Invariant($"{perSecond:N0} {unit}s/s"),
        > 0.1 => Invariant($"{perSecond:0.0} {unit}s/s"),
        > 0 => $"{Time(TimeSpan.FromSeconds(1 / perSecond))}/{unit}",
        _ => $"0 {unit}s/s",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
