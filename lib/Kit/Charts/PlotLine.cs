using Kit.Foundation.Statistics;
using Plotly.NET;

namespace Kit.Charts;

/// <summary>A line over a numeric axis, with an optional band around it.</summary>
/// <param name="Name">the legend entry, which also chooses the colour</param>
/// <param name="X">positions</param>
/// <param name="Y">values</param>
/// <param name="Lower">lower edge of the band; no band where null</param>
/// <param name="Upper">upper edge of the band; no band where null</param>
/// <param name="Dash">solid, dashed, dotted; where null, what <see cref="Palette"/> has for the name</param>
public sealed record PlotLine(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<double>? Lower = null,
    IReadOnlyList<double>? Upper = null, StyleParam.DrawingStyle? Dash = null)
{
    /// <summary>Estimates and their intervals as a line with a band.</summary>
    /// <param name="name">the legend entry, which also chooses the colour</param>
    /// <param name="values">one a position</param>
    /// <param name="x">positions; 1, 2, 3 … where null, as steps are counted</param>
    public static PlotLine Of(string name, IReadOnlyList<Estimate> values, IReadOnlyList<double>? x = null) =>
        new(name, x ?? [.. Enumerable.Range(1, values.Count).Select(step => (double)step)], [.. values.Select(it => it.Value)],
            [.. values.Select(it => it.Low)], [.. values.Select(it => it.High)]);
}
