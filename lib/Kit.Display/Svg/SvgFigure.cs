namespace Kit.Display.Svg;

/// <summary>Draws a plotly figure (its JSON: <c>data</c>, <c>layout</c>) as a static SVG picture.</summary>
public static class SvgFigure
{
    /// <summary>Renders a figure; equal JSON gives equal bytes.</summary>
    public static string Render(string figureJson, SvgOptions? options = null) =>
        throw new NotSupportedException("written in the next commit");
}
