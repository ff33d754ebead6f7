using Plotly.NET.LayoutObjects;

namespace Plotly.NET.CSharp;

/// <summary>What happens to a chart that becomes a cell of a grid.</summary>
internal static class GridCells
{
    /// <summary>Its first pair of axes becomes the one of that number, any others are dropped, and its traces follow.</summary>
    internal static GenericChart Move(GenericChart chart, int number, int xAnchor, int yAnchor)
    {
        var layout = GenericChart.getLayout(chart);
        var x = layout.Get<DynamicObj.DynamicObj>("xaxis") ?? new LinearAxis();
        var y = layout.Get<DynamicObj.DynamicObj>("yaxis") ?? new LinearAxis();
        foreach (var name in layout.Members.Keys.Where(IsAxis).ToList())
            layout.Members.Remove(name);
        layout.SetValue($"{StyleParam.SubPlotId.NewXAxis(number)}", x).SetValue($"{StyleParam.SubPlotId.NewYAxis(number)}", y);
        return chart.WithAxisAnchor(xAnchor, yAnchor);
    }

    /// <summary>One title over the middle of each cell, in fractions of the paper.</summary>
    internal static IEnumerable<Annotation> Titles(
        IEnumerable<string> titles, int rows, int columns, double xGap, double yGap, bool bottomToTop, double offset, Optional<Font> font)
    {
        var (width, height) = ((1 - xGap) / (columns - xGap), (1 - yGap) / (rows - yGap));
        return titles.Take(rows * columns).Select((title, i) =>
        {
            var (row, column) = (i / columns, i % columns);
            var fromBottom = bottomToTop ? row : rows - 1 - row;
            return new Annotation()
                .SetValue("x", column / (columns - xGap) + width / 2).SetValue("xref", "paper").SetValue("xanchor", "center")
                .SetValue("y", fromBottom / (rows - yGap) + height + offset).SetValue("yref", "paper").SetValue("yanchor", "bottom")
                .SetValue("text", title).SetValue("showarrow", false).Set("font", font);
        });
    }

    private static bool IsAxis(string name) =>
        name.StartsWith("xaxis", StringComparison.Ordinal) || name.StartsWith("yaxis", StringComparison.Ordinal);
}
