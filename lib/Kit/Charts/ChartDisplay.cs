using Kit.Display;
using Plotly.NET;

[assembly: DisplayExtension(typeof(Kit.Charts.ChartDisplay))]

namespace Kit.Charts;

/// <summary>Shows figures and bare charts as pictures when they are the result of a cell.</summary>
public static class ChartDisplay
{
    /// <summary>Registers both; a bare chart has no alternative text but its title.</summary>
    public static void Register()
    {
        Formatter.Register<GenericChart>(chart => FigureBundle.Create(GenericChart.toFigureJson(chart), "A chart without a description; Kit.Charts.Figure gives it one."));
        Formatter.Register<Figure>(figure => figure.ToMimeBundle());
    }
}
