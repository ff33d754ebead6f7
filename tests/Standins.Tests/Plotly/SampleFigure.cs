using Plotly.NET;

namespace Standins.Tests.Plotly;

/// <summary>A figure and what should be found in its picture.</summary>
internal sealed record SampleFigure(string Name, GenericChart Chart)
{
    public int Drawn { get; init; } = 1;

    /// <summary>What plotly.js says about it.</summary>
    public IReadOnlyList<string> Complaints { get; init; } = [];

    public int Subplots { get; init; } = 1;

    public int ErrorBars { get; init; }

    public int Annotations { get; init; }

    public int Shapes { get; init; }

    public IReadOnlyList<string> Titles { get; init; } = [];
}
