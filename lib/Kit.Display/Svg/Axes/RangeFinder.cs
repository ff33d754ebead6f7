namespace Kit.Display.Svg.Axes;

/// <summary>Gathers what an axis must show, each value with the room it needs, and finds the range that holds all of it.</summary>
internal sealed class RangeFinder
{
    private readonly Dictionary<Room, double> _lowest = [];
    private readonly Dictionary<Room, double> _highest = [];

    public bool IsEmpty => _lowest.Count == 0;

    /// <summary>Adds a scaled value that needs some room below and above it.</summary>
    public void Include(double value, Room below, Room above)
    {
        if (!double.IsFinite(value))
            return;
        _lowest[below] = Math.Min(value, _lowest.GetValueOrDefault(below, double.PositiveInfinity));
        _highest[above] = Math.Max(value, _highest.GetValueOrDefault(above, double.NegativeInfinity));
    }

    /// <summary>Adds a value of something that grows from zero: no room is needed on zero's side.</summary>
    public void IncludeFromZero(double value, Room beyond) =>
        Include(value, value < 0 ? beyond : Room.None, value > 0 ? beyond : Room.None);

    /// <summary>The range for an axis of that many pixels: the pair of a low and a high value that needs the coarsest scale decides.</summary>
    public (double Low, double High) Find(double pixels)
    {
        if (IsEmpty)
            return (-1, 6);
        var (min, max) = (_lowest.Values.Min(), _highest.Values.Max());
        if (max - min <= Math.Max(Math.Abs(min), Math.Abs(max)) * 1e-13)
            return (min - 1, max + 1);

        var best = (Low: min, High: max, Scale: 0.0);
        foreach (var (below, low) in _lowest)
        {
            foreach (var (above, high) in _highest)
            {
                var (before, after) = (below.Of(pixels), above.Of(pixels));
                var scale = (high - low) / Math.Max(pixels - before - after, pixels / 10);
                if (scale > best.Scale)
                    best = (low - before * scale, high + after * scale, scale);
            }
        }

        return (Math.Min(best.Low, min), Math.Max(best.High, max));
    }
}
