using Kit.Display.Svg.Drawing;

namespace Kit.Display.Svg.Axes;

/// <summary>Chooses ticks whose labels do not overlap: fewer where there are many, rotated or thinned where the places are given.</summary>
internal static class TickFinder
{
    private const int MostTicks = 1000;

    public static TickSet Find(Axis axis, double fontSize)
    {
        if (!axis.IsVisible || axis.Json.Text("tickmode") is not "array" && axis.Json.Number("nticks") == 0 && axis.Json.At("tickvals").IsMissing() && axis.Json.At("dtick").IsMissing() && axis.Json.Flag("showticklabels") == false && axis.Json.Flag("showgrid") == false)
            return TickSet.None;

        var size = axis.TickSize(fontSize);
        if (axis.Json.Items("tickvals") is { Length: > 0 } values)
            return Arrange(axis, size, Given(axis, values), [], thin: false);

        switch (axis.Kind)
        {
            case AxisKind.Category:
                return Arrange(axis, size, Categories(axis), [], thin: true);
            case AxisKind.Log when axis.Json.At("dtick").IsMissing() || axis.Json.Number("dtick") is not null || axis.Json.Text("dtick")!.StartsWith('D'):
                return Logarithmic(axis, size);
            default:
                return axis.Kind == AxisKind.Date ? OnDates(axis, size) : Linear(axis, size);
        }
    }

    /// <summary>A step of 1, 2 or 5 times a power of ten, not below the rough one.</summary>
    public static double NiceStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough) + 1e-12));
        var ratio = rough / power;
        return power * (ratio <= 1 + 1e-9 ? 1 : ratio <= 2 + 1e-9 ? 2 : ratio <= 5 + 1e-9 ? 5 : 10);
    }

    private static (double Low, double High) Range(Axis axis) => (Math.Min(axis.Low, axis.High), Math.Max(axis.Low, axis.High));

    private static List<Tick> Given(Axis axis, System.Text.Json.JsonElement[] values)
    {
        var texts = axis.Json.Items("ticktext");
        var (low, high) = Range(axis);
        var slack = (high - low) * 1e-9;
        var ticks = new List<Tick>();
        for (var i = 0; i < Math.Min(values.Length, MostTicks); i++)
        {
            var at = axis.Reference(values[i], false);
            if (at < low - slack || at > high + slack || double.IsNaN(at))
                continue;
            var text = i < texts.Length ? texts[i].AsText() ?? ""
                : axis.Kind == AxisKind.Category ? values[i].AsText() ?? ""
                : axis.Kind == AxisKind.Date ? Dates.Format(at, axis.Json.Text("tickformat") ?? "%b %-d, %Y")
                : Label(axis, axis.Coordinate(values[i]), 0, 0);
            ticks.Add(new Tick(at, RichText.Parse(text)));
        }

        return ticks;
    }

    private static List<Tick> Categories(Axis axis)
    {
        var (low, high) = Range(axis);
        var ticks = new List<Tick>();
        for (var i = Math.Max(0, (int)Math.Ceiling(Math.Max(low, -1))); i < axis.Categories.Count && i <= high; i++)
            ticks.Add(new Tick(i, RichText.Parse(Affixed(axis, axis.Categories[i]))));

        return ticks;
    }

    private static TickSet Linear(Axis axis, double size)
    {
        var (low, high) = Range(axis);
        if (axis.Json.Number("dtick") is > 0 and { } given && (high - low) / given < MostTicks)
        {
            var origin = axis.Json.Number("tick0", 0);
            return Arrange(axis, size, Steps(axis, low, high, given, origin), [], thin: true);
        }

        var most = axis.Json.Number("nticks") is > 0 and { } asked ? asked : Math.Max(axis.Length / (axis.IsX ? 75 : 45), 4);
        for (var step = Math.Max(NiceStep((high - low) / most), axis.LeastStep); ; step = NiceStep(step * 1.01))
        {
            var ticks = Steps(axis, low, high, step, 0);
            if (ticks.Count > 2 && !Fits(axis, ticks, size, 0))
                continue;
            // One or two labels do not make a scale: a finer step is taken where it fits.
            var finer = Steps(axis, low, high, Math.Max(NiceStep(step * 0.39), axis.LeastStep), 0);
            return Arrange(axis, size, ticks.Count < 3 && finer.Count > ticks.Count && Fits(axis, finer, size, 0) ? finer : ticks, [], thin: true);
        }
    }

    private static List<Tick> Steps(Axis axis, double low, double high, double step, double origin)
    {
        var ticks = new List<Tick>();
        var first = Math.Ceiling((low - origin) / step - 1e-9);
        var largest = Math.Max(Math.Abs(low), Math.Abs(high));
        for (var i = 0; i < MostTicks && origin + (first + i) * step <= high + step * 1e-9; i++)
        {
            var at = origin + (first + i) * step;
            if (Math.Abs(at) < step * 1e-9)
                at = 0;
            ticks.Add(new Tick(at, RichText.Parse(Label(axis, at, step, largest))));
        }

        return ticks;
    }

    private static TickSet Logarithmic(Axis axis, double size)
    {
        var (low, high) = Range(axis);
        var decades = high - low;
        if (decades < 0.9 && axis.Json.At("dtick").IsMissing())
        {
            // Less than a decade: round numbers, unevenly spaced.
            var (from, to) = (Math.Pow(10, low), Math.Pow(10, high));
            for (var step = NiceStep((to - from) / Math.Max(axis.Length / (axis.IsX ? 75 : 45), 2)); ; step = NiceStep(step * 1.01))
            {
                var ticks = Steps(axis, from, to, step, 0).Select(tick => tick with { At = Math.Log10(tick.At) }).ToList();
                if (ticks.Count <= 2 || Fits(axis, ticks, size, 0))
                    return Arrange(axis, size, ticks, [], thin: true);
            }
        }

        var every = axis.Json.Number("dtick") is { } dtick ? Math.Max(1, Math.Round(dtick)) : Math.Max(1, Math.Ceiling(decades / Math.Max(axis.Length / (axis.IsX ? 50 : 25), 2)));
        int[] digits = axis.Json.Text("dtick") switch
        {
            "D1" => [1, 2, 3, 4, 5, 6, 7, 8, 9],
            "D2" => [1, 2, 5],
            null => decades <= 2.2 ? [1, 2, 5] : [1],
            _ => [1],
        };
        var major = new List<Tick>();
        var minor = new List<double>();
        var firstDecade = Math.Max(Math.Floor(low), -330);
        for (var decade = firstDecade; decade <= Math.Min(high, 310) && decade - firstDecade < 700; decade++)
        {
            for (var digit = 1; digit <= 9; digit++)
            {
                var at = decade + Math.Log10(digit);
                if (at < low - 1e-9 || at > high + 1e-9)
                    continue;
                if (digits.Contains(digit) && (digit > 1 || (decade % every + every) % every == 0))
                    major.Add(new Tick(at, RichText.Parse(Label(axis, digit * Math.Pow(10, decade), 0, 0))));
                else if (decades < 8)
                    minor.Add(at);
            }
        }

        if (digits.Length > 1 && !Fits(axis, major, size, 0))
            major = [.. major.Where(tick => Math.Abs(tick.At - Math.Round(tick.At)) < 1e-9)];
        return Arrange(axis, size, major, minor, thin: true);
    }

    private static TickSet OnDates(Axis axis, double size)
    {
        var (low, high) = Range(axis);
        for (var most = Math.Max(axis.Length / (axis.IsX ? 90 : 45), 4); ; most *= 0.7)
        {
            var (positions, format) = Dates.Ticks(low, high, most);
            format = axis.Json.Text("tickformat") is { Length: > 0 } own && own.Contains('%') ? own : format;
            var ticks = positions.Select(at => new Tick(at, RichText.Parse(Affixed(axis, Dates.Format(at, format))))).ToList();
            if (ticks.Count <= 2 || most < 1 || Fits(axis, ticks, size, 0))
                return Arrange(axis, size, ticks, [], thin: true);
        }
    }

    private static string Label(Axis axis, double value, double step, double largest)
    {
        var text = NumberFormat.D3(value, axis.Json.Text("tickformat"));
        if (text is null && step > 0)
            text = NumberFormat.Axis(value, step, largest, axis.Json.Flag("separatethousands") == true);
        if (text is null && axis.Kind == AxisKind.Log && value > 0 && (value >= 1e4 || value < 1e-3))
        {
            var power = Math.Floor(Math.Log10(value) + 1e-9);
            var digit = Math.Round(value / Math.Pow(10, power));
            text = $"{(digit == 1 ? "" : NumberFormat.Plain(digit) + "×")}10<sup>{NumberFormat.Plain(power)}</sup>";
        }

        return Affixed(axis, text ?? NumberFormat.Plain(value));
    }

    private static string Affixed(Axis axis, string text) => axis.Json.Text("tickprefix") + text + axis.Json.Text("ticksuffix");

    /// <summary>Turns labels that would overlap, and thins them where turning is not enough and leaving some out misleads nobody.</summary>
    private static TickSet Arrange(Axis axis, double size, List<Tick> ticks, List<double> minor, bool thin)
    {
        if (axis.Json.Flag("showticklabels") == false)
            return new TickSet([.. ticks.Select(tick => tick with { Label = RichText.Parse("") })], minor, 0);

        if (axis.Json.Number("tickangle") is { } angle)
            return new TickSet(Thinned(axis, ticks, size, angle, thin), minor, angle);

        if (!axis.IsX || Fits(axis, ticks, size, 0))
            return new TickSet(Thinned(axis, ticks, size, 0, thin), minor, 0);

        // Long names read better broken over two or three lines than turned.
        var slot = Spacing(axis, ticks) - 6;
        var wrapped = ticks.Select(tick => tick with { Label = tick.Label.Wrap(slot, size) }).ToList();
        if (Fits(axis, wrapped, size, 0) && wrapped.All(tick => tick.Label.Lines.Count <= 3))
            return new TickSet(wrapped, minor, 0);

        foreach (var turn in new[] { -35.0, -90 })
        {
            if (Fits(axis, ticks, size, turn))
                return new TickSet(ticks, minor, turn);
        }

        return new TickSet(Thinned(axis, ticks, size, -90, thin: true), minor, -90);
    }

    private static List<Tick> Thinned(Axis axis, List<Tick> ticks, double size, double angle, bool thin)
    {
        for (var every = 1; thin && every < ticks.Count; every++)
        {
            var kept = ticks.Where((_, i) => i % every == 0).ToList();
            if (Fits(axis, kept, size, angle))
                return kept;
        }

        return ticks;
    }

    private static double Spacing(Axis axis, List<Tick> ticks)
    {
        var spacing = axis.Length;
        for (var i = 1; i < ticks.Count; i++)
            spacing = Math.Min(spacing, Math.Abs(axis.PixelOfScaled(ticks[i].At) - axis.PixelOfScaled(ticks[i - 1].At)));

        return spacing;
    }

    private static bool Fits(Axis axis, List<Tick> ticks, double size, double angle)
    {
        var sin = Math.Abs(Math.Sin(angle * Math.PI / 180));
        for (var i = 1; i < ticks.Count; i++)
        {
            var distance = Math.Abs(axis.PixelOfScaled(ticks[i].At) - axis.PixelOfScaled(ticks[i - 1].At));
            var (a, b) = (ticks[i - 1].Label, ticks[i].Label);
            if (a.IsEmpty || b.IsEmpty)
                continue;
            // Turned labels are parallel strips: their heights must pass each other.
            var need = !axis.IsX ? Math.Max(a.Height(size), b.Height(size)) * 0.95
                : sin > 0.2 ? Math.Max(a.Height(size), b.Height(size)) / sin
                : (a.Width(size) + b.Width(size)) / 2 + 5;
            if (distance < need)
                return false;
        }

        return true;
    }
}
