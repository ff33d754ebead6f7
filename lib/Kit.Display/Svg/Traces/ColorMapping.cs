using System.Text.Json;
using Kit.Display.Svg.Drawing;

namespace Kit.Display.Svg.Traces;

/// <summary>From numbers to colours; the limits are given (zmin, zmax, zmid, or with c) or those of the values.</summary>
internal sealed class ColorMapping(JsonElement json, char letter, bool shared)
{
    private readonly ColorScale _scale = ColorScale.Read(json.At("colorscale"), json.Flag("reversescale") == true);
    private double _lowest = double.PositiveInfinity;
    private double _highest = double.NegativeInfinity;
    private (double Low, double High)? _limits;

    public JsonElement Json { get; } = json;

    /// <summary>Whether a colour bar explains it; markers show one only where asked.</summary>
    public bool ShowsBar => Json.Flag("showscale") ?? (shared || letter == 'z');

    public (double Low, double High) Limits => _limits ??= FindLimits();

    public void Include(IEnumerable<double> values)
    {
        _limits = null;
        foreach (var value in values)
        {
            if (double.IsNaN(value))
                continue;
            _lowest = Math.Min(_lowest, value);
            _highest = Math.Max(_highest, value);
        }
    }

    public Rgba At(double value) => _scale.At((value - Limits.Low) / (Limits.High - Limits.Low));

    /// <summary>The colour at a fraction of the bar.</summary>
    public Rgba AtFraction(double fraction) => _scale.At(fraction);

    private (double Low, double High) FindLimits()
    {
        var low = Json.Number($"{letter}min") ?? (double.IsFinite(_lowest) ? _lowest : 0);
        var high = Json.Number($"{letter}max") ?? (double.IsFinite(_highest) ? _highest : 1);
        if (Json.Number($"{letter}mid") is { } middle)
        {
            var reach = Math.Max(Math.Abs(high - middle), Math.Abs(middle - low));
            (low, high) = (middle - reach, middle + reach);
        }

        return high > low ? (low, high) : (low - 0.5, low + 0.5);
    }
}
