using System.Text.Json;

namespace Kit.Display.Svg.Drawing;

/// <summary>Colours along 0…1: one of plotly's named scales or an array of [position, colour].</summary>
internal sealed class ColorScale
{
    // Stops as in plotly.js; a list without positions is evenly spaced.
    private static readonly Dictionary<string, string> Named = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Viridis"] = "#440154 #48186a #472d7b #424086 #3b528b #33638d #2c728e #26828e #21918c #1fa088 #28ae80 #3fbc73 #5ec962 #84d44b #addc30 #d8e219 #fde725",
        ["Cividis"] = "#00204c #002a66 #00346e #273f6c #3c4a6b #4c556b #5b5f6d #686a70 #757575 #838178 #928c78 #a19876 #b0a572 #c0b16d #d1bf66 #e1cc5c #f3db4f #ffe945",
        ["Plasma"] = "#0d0887 #46039f #7201a8 #9c179e #bd3786 #d8576b #ed7953 #fb9f3a #fdca26 #f0f921",
        ["Inferno"] = "#000004 #1b0c41 #4a0c6b #781c6d #a52c60 #cf4446 #ed6925 #fb9b06 #f7d13d #fcffa4",
        ["Magma"] = "#000004 #180f3d #440f76 #721f81 #9e2f7f #cd4071 #f1605d #fd9668 #feca8d #fcfdbf",
        ["Greys"] = "#000000 #ffffff",
        ["YlGnBu"] = "#081d58 #253494 #225ea8 #1d91c0 #41b6c4 #7fcdbb #c7e9b4 #edf8d9 #ffffd9",
        ["Greens"] = "#00441b #006d2c #238b45 #41ab5d #74c476 #a1d99b #c7e9c0 #e5f5e0 #f7fcf5",
        ["YlOrRd"] = "#800026 #bd0026 #e31a1c #fc4e2a #fd8d3c #feb24c #fed976 #ffeda0 #ffffcc",
        ["Bluered"] = "#0000ff #ff0000",
        ["RdBu"] = "0:#050aac .35:#6a89f7 .5:#bebebe .6:#dcaa84 .7:#e6915a 1:#b20a1c",
        ["Reds"] = "0:#dcdcdc .2:#f5c39d .4:#f5a069 1:#b20a1c",
        ["Blues"] = "0:#050aac .35:#283cbe .5:#4664f5 .6:#5a78f5 .7:#6a89f7 1:#dcdcdc",
        ["Picnic"] = "#0000ff #3399ff #66ccff #99ccff #ccccff #ffffff #ffccff #ff99ff #ff66cc #ff6666 #ff0000",
        ["Rainbow"] = "#96005a #0000c8 #0019ff #0098ff #2cff96 #97ff00 #ffea00 #ff6f00 #ff0000",
        ["Portland"] = "#0c3383 #0a88ba #f2d338 #f28f38 #d91e1e",
        ["Jet"] = "0:#000083 .125:#003caa .375:#05ffff .625:#ffff00 .875:#fa0000 1:#800000",
        ["Hot"] = "0:#000000 .3:#e60000 .6:#ffd200 1:#ffffff",
        ["Blackbody"] = "0:#000000 .2:#e60000 .4:#e6d200 .7:#ffffff 1:#a0c8ff",
        ["Earth"] = "0:#000082 .1:#00b4b4 .2:#28d228 .4:#e6e632 .6:#784614 1:#ffffff",
        ["Electric"] = "0:#000000 .15:#1e0064 .4:#780064 .6:#a05a00 .8:#e6c800 1:#fffadc",
    };

    private readonly (double At, Rgba Color)[] _stops;

    private ColorScale((double, Rgba)[] stops) => _stops = stops;

    public static ColorScale Read(JsonElement json, bool reversed)
    {
        var stops = json.ValueKind == JsonValueKind.Array ? FromArray(json) : FromName(json.AsText() ?? "Viridis");
        if (reversed)
            stops = [.. stops.Select(stop => (1 - stop.At, stop.Color)).Reverse()];

        return new ColorScale(stops);
    }

    public Rgba At(double t)
    {
        t = double.IsNaN(t) ? 0 : Math.Clamp(t, 0, 1);
        var next = Array.FindIndex(_stops, stop => stop.At >= t);
        if (next <= 0)
            return next == 0 ? _stops[0].Color : _stops[^1].Color;

        var (low, high) = (_stops[next - 1], _stops[next]);
        return high.At > low.At ? Rgba.Mix(low.Color, high.Color, (t - low.At) / (high.At - low.At)) : high.Color;
    }

    private static (double At, Rgba Color)[] FromName(string name)
    {
        var reversed = name.EndsWith("_r", StringComparison.Ordinal);
        if (!Named.TryGetValue(reversed ? name[..^2] : name, out var text))
            throw new FigureException($"unknown colour scale '{name}'; known: {string.Join(", ", Named.Keys)}, or an array of [position, colour].");

        var parts = text.Split(' ');
        var stops = parts.Select((part, i) => part.Split(':') is [var at, var color]
            ? (double.Parse(at), Rgba.Parse(color)!.Value)
            : (i / (parts.Length - 1.0), Rgba.Parse(part)!.Value)).ToArray();
        return reversed ? [.. stops.Select(stop => (1 - stop.Item1, stop.Item2)).Reverse()] : stops;
    }

    private static (double At, Rgba Color)[] FromArray(JsonElement json)
    {
        var items = json.EnumerateArray().ToArray();
        var stops = items.Select((item, i) => item.ValueKind == JsonValueKind.Array && item.GetArrayLength() == 2
            ? (item[0].AsNumber(), Rgba.Parse(item[1].AsText()))
            : (items.Length > 1 ? i / (items.Length - 1.0) : 0, Rgba.Parse(item.AsText()))).ToArray();
        if (stops.Length == 0 || stops.Any(stop => double.IsNaN(stop.Item1) || stop.Item2 is null))
            throw new FigureException("'colorscale' must be a name or an array of [position from 0 to 1, colour].");

        return [.. stops.OrderBy(stop => stop.Item1).Select(stop => (stop.Item1, stop.Item2!.Value))];
    }
}
