using System.Globalization;

namespace Kit.Charts;

/// <summary>The lines of one picture: checked, thinned to what a notebook can store, and put into words.</summary>
internal sealed class LineSet
{
    /// <summary>In a picture and on a line: with these a stored picture stays below 100 kB and a line still looks drawn.</summary>
    private const int MostInAll = 900, MostOnALine = 200;

    private readonly IReadOnlyList<PlotLine> _lines;
    private readonly bool _logX;

    /// <exception cref="ArgumentException">no lines, two of one name, values that do not fit together or are not finite: the message names the line</exception>
    public LineSet(IReadOnlyList<PlotLine> lines, bool logX)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (lines.Count == 0)
            throw new ArgumentException("there are no lines to draw", nameof(lines));
        if (lines.GroupBy(line => line.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"two lines are named '{twice.Key}'; a legend needs a name for each", nameof(lines));
        foreach (var line in lines)
            Check(line, logX);
        (_lines, _logX) = (lines, logX);
    }

    /// <summary>What the drawing leaves out; empty where it shows every point.</summary>
    public string Note
    {
        get
        {
            var (most, drawn) = (_lines.Max(line => line.X.Count), _lines.Max(line => Kept(line).Count));
            return drawn == most ? "" : string.Create(CultureInfo.InvariantCulture, $"{drawn} of {most:N0} points a line drawn{(_logX ? "" : ", denser early")}");
        }
    }

    /// <summary>
    /// At most 200 points a line and 900 in all, five digits each. Points are picked, never averaged, so that each one drawn is a value
    /// that was given: the first, the last, and between them points spaced evenly in log x on a logarithmic axis, and with
    /// quadratically growing distance on a linear one, since learning happens early.
    /// </summary>
    public IReadOnlyList<PlotLine> Thinned() => [.. _lines.Select(line =>
    {
        var kept = Kept(line);
        return line with { X = Pick(line.X, kept)!, Y = Pick(line.Y, kept)!, Lower = Pick(line.Lower, kept), Upper = Pick(line.Upper, kept) };
    })];

    /// <summary>Ends of the vertical axis that hold every line, band and reference; an axis of what is never negative does not go below zero.</summary>
    public AxisRange Range(IEnumerable<PlotReference> references) =>
        Around(_lines.SelectMany(line => line.Y.Concat(line.Lower ?? []).Concat(line.Upper ?? [])).Concat(references.Select(it => it.Value)));

    /// <summary>The last value of each line, from the highest.</summary>
    public string Ends() => string.Join("; ", _lines.OrderByDescending(line => line.Y[^1]).Select(line => string.Create(CultureInfo.InvariantCulture,
        $"{line.Name} {line.Y[^1]:G4}{(line is { Lower: { } lower, Upper: { } upper } ? $" [{lower[^1]:G4}, {upper[^1]:G4}]" : "")}")));

    /// <summary>Ends of an axis that hold the values with that share of their spread as room on both sides.</summary>
    public static AxisRange Around(IEnumerable<double> values, double margin = 0.04)
    {
        double[] all = [.. values];
        var (low, high) = (all.Min(), all.Max());
        var room = high > low ? margin * (high - low) : Math.Max(margin * Math.Abs(high), margin);
        return new AxisRange(low >= 0 && low < room ? 0 : low - room, high + room);
    }

    private static void Check(PlotLine line, bool logX)
    {
        if (line.X.Count < 2)
            throw new ArgumentException($"'{line.Name}' has {line.X.Count} points; a line needs two");
        foreach (var (what, values) in new[] { ("values", line.Y), ("lower edges", line.Lower), ("upper edges", line.Upper) })
        {
            if (values is not null && values.Count != line.X.Count)
                throw new ArgumentException($"'{line.Name}' has {values.Count} {what} at {line.X.Count} positions");
        }

        if ((line.Lower is null) != (line.Upper is null))
            throw new ArgumentException($"'{line.Name}' has one edge of its band; give both or none");
        for (var i = 0; i < line.X.Count; i++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"'{line.Name}' at {line.X[i]}");
            if (!double.IsFinite(line.X[i]) || !double.IsFinite(line.Y[i]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{at} is {line.Y[i]}: leave such points out, or draw the line up to there"));
            if (logX && line.X[i] <= 0)
                throw new ArgumentException($"{at}: a logarithmic axis has no place for it; count steps from 1");
            if (i > 0 && line.X[i] <= line.X[i - 1])
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{at} follows {line.X[i - 1]}: positions must rise"));
            if (line is { Lower: { } lower, Upper: { } upper } && !(lower[i] <= upper[i] && double.IsFinite(lower[i]) && double.IsFinite(upper[i])))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{at} has a band from {lower[i]} to {upper[i]}"));
        }
    }

    private List<int> Kept(PlotLine line)
    {
        var (count, most) = (line.X.Count, Math.Min(MostOnALine, MostInAll / _lines.Count));
        return count <= most ? [.. Enumerable.Range(0, count)] : [.. Enumerable.Range(0, most).Select(i => Index(i / (most - 1.0))).Distinct()];

        int Index(double along)
        {
            if (!_logX)
                return (int)Math.Round(along * along * (count - 1));
            var target = line.X[0] * Math.Pow(line.X[^1] / line.X[0], along);
            var (low, high) = (0, count - 1);
            while (high - low > 1)
                (low, high) = line.X[(low + high) / 2] <= target ? ((low + high) / 2, high) : (low, (low + high) / 2);
            return target - line.X[low] < line.X[high] - target ? low : high;
        }
    }

    private static double[]? Pick(IReadOnlyList<double>? values, List<int> kept) =>
        values is null ? null : [.. kept.Select(i => double.Parse(values[i].ToString("G5", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))];
}
