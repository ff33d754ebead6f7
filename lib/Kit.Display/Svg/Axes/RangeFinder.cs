namespace Kit.Display.Svg.Axes;

/// <summary>Gathers what an axis must show, each value with the pixels it needs beyond itself, and finds the range that holds all of it.</summary>
internal sealed class RangeFinder
{
    private readonly Dictionary<double, double> _lowest = [];
    private readonly Dictionary<double, double> _highest = [];

    public bool IsEmpty => _lowest.Count == 0;

    /// <summary>Adds a scaled value that needs some pixels of room below and above it.</summary>
    public void Include(double value, double roomBelow, double roomAbove)
    {
        if (!double.IsFinite(value))
            return;
        (roomBelow, roomAbove) = (Math.Round(roomBelow), Math.Round(roomAbove));
        _lowest[roomBelow] = Math.Min(value, _lowest.GetValueOrDefault(roomBelow, double.PositiveInfinity));
        _highest[roomAbove] = Math.Max(value, _highest.GetValueOrDefault(roomAbove, double.NegativeInfinity));
    }

    public void Clear()
    {
        _lowest.Clear();
        _highest.Clear();
    }

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
                var scale = (high - low) / Math.Max(pixels - below - above, pixels / 10);
                if (scale > best.Scale)
                    best = (low - below * scale, high + above * scale, scale);
            }
        }

        return (best.Low, best.High);
    }
}
