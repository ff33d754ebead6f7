using Kit.Display;
using Plotly.NET;

[assembly: DisplayExtension(typeof(Kit.Charts.ChartDisplay))]

namespace Kit.Charts;

/// <summary>Shows a chart as a picture when it is the result of a cell.</summary>
public static class ChartDisplay
{
    /// <summary>Registers bare charts, which have no alternative text; a <see cref="Figure"/> shows itself and has one.</summary>
    public static void Register() => Formatter.Register<GenericChart>(chart => FigureBundle.Create(GenericChart.toFigureJson(chart)));
}
