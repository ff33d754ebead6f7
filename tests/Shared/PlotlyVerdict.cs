using System.Text.RegularExpressions;

namespace Kit.TestSupport;

/// <summary>What plotly.js made of a figure.</summary>
/// <param name="Error">What Plotly.newPlot threw, or null.</param>
/// <param name="Traces">Traces that plotly.js itself calls visible.</param>
/// <param name="Drawn">Groups of the picture that belong to a trace and have a mark in them.</param>
/// <param name="ErrorBars">Strokes of error bars.</param>
/// <param name="Annotations">Annotations in the picture.</param>
/// <param name="Shapes">Shapes in the picture.</param>
/// <param name="Subplots">Pairs of axes with a plot of their own.</param>
/// <param name="Titles">The texts of the figure's title and of the titles of its axes.</param>
/// <param name="Messages">What Plotly.validate says, "code container path: message".</param>
internal sealed partial record PlotlyVerdict(
    string? Error, int Traces, int Drawn, int ErrorBars, int Annotations, int Shapes, int Subplots,
    IReadOnlyList<string> Titles, IReadOnlyList<string> Messages)
{
    /// <summary>
    /// Complaints without the harmless ones. Plotly.NET writes the marker and the line of every trace, empty where nothing was said,
    /// the colour of a band into both of its edges, and axes for each cell of a grid even where the cells share them; plotly.js calls
    /// unused what it has no use for.
    /// </summary>
    public IReadOnlyList<string> Complaints => [.. Messages.Where(m => !Harmless().IsMatch(m))];

    public bool Accepted => Error is null && Complaints.Count == 0;

    [GeneratedRegex(@"^unused (data\[\d+\] (marker|line|marker\.pattern|fillcolor)|layout [xy]axis\d+):")]
    private static partial Regex Harmless();
}
