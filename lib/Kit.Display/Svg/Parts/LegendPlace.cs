namespace Kit.Display.Svg.Parts;

internal enum LegendPlace
{
    Right,
    Left,
    Above,
    Below,
    Inside,
}
