using Kit.Foundation.Statistics;

namespace Kit.Charts;

/// <summary>Named estimates with their intervals, one a category.</summary>
/// <param name="Name">the legend entry, which also chooses the colour where there are several series</param>
/// <param name="Estimates">one a category</param>
public sealed record EstimateSeries(string Name, IReadOnlyList<Estimate> Estimates);
