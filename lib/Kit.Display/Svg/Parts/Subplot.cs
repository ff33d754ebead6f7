using Kit.Display.Svg.Axes;

namespace Kit.Display.Svg.Parts;

/// <summary>A pair of axes that traces are drawn on.</summary>
internal sealed record Subplot(Axis X, Axis Y)
{
    public double Left => Math.Min(X.Start, X.End);

    public double Right => Math.Max(X.Start, X.End);

    public double Top => Math.Min(Y.Start, Y.End);

    public double Bottom => Math.Max(Y.Start, Y.End);
}
