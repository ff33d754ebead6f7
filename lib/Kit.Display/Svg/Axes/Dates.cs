using System.Globalization;
using System.Text.RegularExpressions;

namespace Kit.Display.Svg.Axes;

/// <summary>Dates on an axis, counted in milliseconds since 1970 as plotly does.</summary>
internal static partial class Dates
{
    public const double Day = 86_400_000;

    // Steps up to weeks in milliseconds; months and years have no fixed length.
    private static readonly double[] Steps =
    [
        1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000,
        3_600_000, 7_200_000, 10_800_000, 21_600_000, 43_200_000, Day, 2 * Day, 7 * Day, 14 * Day,
    ];

    private static readonly int[] Months = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000];

    public static bool IsDate(string text) => DatePattern().IsMatch(text) && !double.IsNaN(Parse(text));

    public static double Parse(string text) =>
        DateTime.TryParse(text.Length == 4 ? text + "-01" : text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? (date - DateTime.UnixEpoch).TotalMilliseconds : double.NaN;

    /// <summary>Tick positions at round moments, at most <paramref name="count"/> or a few more, and the format that tells them apart.</summary>
    public static (List<double> Positions, string Format) Ticks(double low, double high, double count)
    {
        var rough = Math.Max((high - low) / Math.Max(count, 1), 1e-3);
        var positions = new List<double>();
        var step = Array.Find(Steps, step => step >= rough);
        if (step > 0)
        {
            // Weeks begin on a Monday: 1970-01-05.
            var origin = step >= 7 * Day ? 4 * Day : 0;
            for (var at = origin + Math.Ceiling((low - origin) / step - 1e-9) * step; at <= high + 1e-9 * step && positions.Count < 500; at += step)
                positions.Add(at);
            return (positions, step >= Day ? "%b %-d, %Y" : step >= 60_000 ? "%H:%M" : step >= 1000 ? "%H:%M:%S" : "%H:%M:%S.%L");
        }

        var months = Array.Find(Months, months => months * 30.44 * Day >= rough);
        months = months == 0 ? Months[^1] : months;
        var first = Date(low);
        var month = first.Year * 12 + first.Month - 1;
        for (month = Math.Max(month - month % months, 12); month < 9999 * 12 && positions.Count < 500; month += months)
        {
            var at = (new DateTime(month / 12, month % 12 + 1, 1) - DateTime.UnixEpoch).TotalMilliseconds;
            if (at > high)
                break;
            if (at >= low)
                positions.Add(at);
        }

        return (positions, months >= 12 ? "%Y" : "%b %Y");
    }

    /// <summary>A subset of strftime; null where the format has no %.</summary>
    public static string Format(double milliseconds, string format)
    {
        var date = Date(milliseconds);
        return DirectivePattern().Replace(format, match => match.Value switch
        {
            "%Y" => date.ToString("yyyy"),
            "%y" => date.ToString("yy"),
            "%m" => date.ToString("MM"),
            "%-m" => date.ToString("%M"),
            "%d" => date.ToString("dd"),
            "%-d" or "%e" => date.ToString("%d"),
            "%b" => date.ToString("MMM"),
            "%B" => date.ToString("MMMM"),
            "%a" => date.ToString("ddd"),
            "%A" => date.ToString("dddd"),
            "%H" => date.ToString("HH"),
            "%I" => date.ToString("hh"),
            "%M" => date.ToString("mm"),
            "%S" => date.ToString("ss"),
            "%L" => date.ToString("fff"),
            "%p" => date.ToString("tt"),
            "%%" => "%",
            _ => "",
        });
    }

    private static DateTime Date(double milliseconds) =>
        DateTime.UnixEpoch.AddMilliseconds(Math.Clamp(milliseconds, -62_135_596_800_000, 253_402_300_799_000));

    [GeneratedRegex(@"^-?\d{4}-\d{1,2}(-\d{1,2}([ T]\d{1,2}(:\d{2}(:\d{2}(\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?)?)?$")]
    private static partial Regex DatePattern();

    [GeneratedRegex("%-?[a-zA-Z%]")]
    private static partial Regex DirectivePattern();
}
