namespace Kit.Display.Svg.Axes;

/// <summary>The labelled ticks of an axis, its unlabelled minor ones, and the angle of the labels.</summary>
internal sealed record TickSet(IReadOnlyList<Tick> Major, IReadOnlyList<double> Minor, double Angle)
{
    public static readonly TickSet None = new([], [], 0);

    /// <summary>Pixels that the labels take across the axis.</summary>
    public double Breadth(double size, bool horizontalAxis)
    {
        var breadth = 0.0;
        foreach (var tick in Major)
        {
            if (tick.Label.IsEmpty)
                continue;
            var (width, height) = Box(tick, size);
            breadth = Math.Max(breadth, horizontalAxis ? height : width);
        }

        return breadth;
    }

    /// <summary>The upright box round a label.</summary>
    public (double Width, double Height) Box(Tick tick, double size)
    {
        var (width, height) = (tick.Label.Width(size), tick.Label.Height(size));
        var (sin, cos) = Math.SinCos(Angle * Math.PI / 180);
        return (Math.Abs(width * cos) + Math.Abs(height * sin), Math.Abs(width * sin) + Math.Abs(height * cos));
    }
}
