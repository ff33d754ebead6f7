namespace Kit.Display.Svg.Axes;

internal enum AxisKind
{
    Linear,
    Log,
    Date,
    Category,
}
