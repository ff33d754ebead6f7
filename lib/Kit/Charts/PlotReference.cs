namespace Kit.Charts;

/// <summary>A value that others are compared with, drawn as a line across the picture: the optimum, chance, the best fixed choice.</summary>
/// <param name="Name">what is written at the line before the value, a word or two</param>
/// <param name="Value">where it stands on the axis of values</param>
public sealed record PlotReference(string Name, double Value);
