using Kit.Display.Svg.Drawing;

namespace Kit.Display.Svg.Axes;

/// <summary>A mark on an axis, at a scaled coordinate (a logarithm on a log axis).</summary>
internal readonly record struct Tick(double At, RichText Label);
