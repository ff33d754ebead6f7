namespace Kit.Charts;

/// <summary>Named values over shared categories, with an optional label for each.</summary>
/// <param name="Name">the legend entry, which also chooses the colour</param>
/// <param name="Values">one value a category</param>
/// <param name="Labels">what is written at each value; none are written where null</param>
public sealed record PlotSeries(string Name, IReadOnlyList<double> Values, IReadOnlyList<string>? Labels = null);
