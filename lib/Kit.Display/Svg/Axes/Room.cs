namespace Kit.Display.Svg.Axes;

/// <summary>What a value needs beyond itself at the end of an axis: pixels for a marker or a label, and the usual twentieth of the axis.</summary>
internal readonly record struct Room(double Pixels, bool Soft)
{
    public static readonly Room None = new(0, false);
    public static readonly Room Usual = new(0, true);

    public static Room Beyond(double pixels) => new(Math.Round(pixels), true);

    public double Of(double axisPixels) => Pixels + (Soft ? 0.05 * axisPixels : 0);
}
