using System.Globalization;
using Microsoft.FSharp.Core;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace Kit.Charts;

/// <summary>The kinds of charts that the course draws, in one style; <see cref="Figure"/> adds title, note and alternative text.</summary>
public static class Plot
{
    /// <summary>Groups of columns: one group a category, one column a series.</summary>
    public static GenericChart Bars(IReadOnlyList<string> categories, IReadOnlyList<PlotSeries> series, string xTitle, string yTitle,
        AxisRange? range = null, bool legend = true) =>
        Grouped(series.Select((it, i) => Chart.Column<double, string, string>(Checked(it, categories), Keys: categories.ToArray(), Name: it.Name,
                ShowLegend: legend, MultiText: Labels(it), TextPosition: StyleParam.TextPosition.Outside, MarkerColor: Palette.Of(it.Name, i), UseDefaults: false)))
            .WithXAxis(Categories(xTitle, categories.Count))
            .WithYAxis(Axis(yTitle, range ?? new AxisRange(0, 1.15 * series.SelectMany(it => it.Values).Max())));

    /// <summary>The same lying down, for categories with long names; the first category is on top.</summary>
    public static GenericChart LyingBars(IReadOnlyList<string> categories, IReadOnlyList<PlotSeries> series, string xTitle, string yTitle,
        AxisRange? range = null) =>
        Grouped(series.Select((it, i) => Chart.Bar<double, string, string>(Checked(it, categories), Keys: categories.ToArray(), Name: it.Name,
                MultiText: Labels(it), TextPosition: StyleParam.TextPosition.Outside, MarkerColor: Palette.Of(it.Name, i), UseDefaults: false)))
            .WithXAxis(Axis(xTitle, range ?? new AxisRange(0, 1.15 * series.SelectMany(it => it.Values).Max())))
            .WithYAxis(Axis(yTitle, new AxisRange(categories.Count - 0.5, -0.5), grid: false, type: StyleParam.AxisType.Category));

    /// <summary>Lines over a numeric axis, each with a band where it has one, and with a mark at every value where the values are few.</summary>
    public static GenericChart Lines(IReadOnlyList<PlotLine> lines, string xTitle, string yTitle, AxisRange? range = null, bool logX = false, bool logY = false,
        bool marks = false) =>
        Chart.Combine(lines.SelectMany((line, i) =>
            {
                Same(line.X.Count, line.Y.Count, line.Name);
                var drawn = Chart.Line<double, double, string>(line.X.ToArray(), line.Y.ToArray(), ShowMarkers: marks, Name: line.Name,
                    LineColor: Palette.Of(line.Name, i), LineWidth: 2.0, UseDefaults: false);
                if ((line.Dash ?? Palette.DashOf(line.Name)) is { } dash)
                    drawn = drawn.WithLineStyle(Dash: dash);
                if (marks)
                    drawn = drawn.WithMarker(Marker.init(Size: 6, Color: Palette.Of(line.Name, i)));
                return line is { Lower: { } lower, Upper: { } upper } ? [Band(line.Name, line.X, lower, upper, i), drawn] : new[] { drawn };
            }).ToArray())
            .WithXAxis(Axis(xTitle, type: logX ? StyleParam.AxisType.Log : StyleParam.AxisType.Linear))
            .WithYAxis(Axis(yTitle, range, type: logY ? StyleParam.AxisType.Log : StyleParam.AxisType.Linear));

    /// <summary>Points with whiskers, side by side where there are several series; the axis of values may begin anywhere.</summary>
    /// <param name="categories">what is estimated, or of whom</param>
    /// <param name="series">one estimate a category; a single series takes the colours of the categories</param>
    /// <param name="categoryTitle">title of the axis of categories</param>
    /// <param name="valueTitle">title of the axis of values</param>
    /// <param name="range">ends of the axis of values</param>
    /// <param name="lying">whether the values run to the right, for categories with long names; the first category is then on top</param>
    public static GenericChart Points(IReadOnlyList<string> categories, IReadOnlyList<EstimateSeries> series, string categoryTitle, string valueTitle,
        AxisRange? range = null, bool lying = false)
    {
        var apart = Math.Min(0.18, 0.7 / series.Count);
        var charts = series.Select((it, i) =>
        {
            Same(categories.Count, it.Estimates.Count, it.Name);
            double[] places = [.. categories.Select((_, at) => at + (apart * (i - ((series.Count - 1) / 2.0))))];
            double[] values = [.. it.Estimates.Select(estimate => estimate.Value)];
            return Whiskers(Chart.Point<double, double, string>(lying ? values : places, lying ? places : values, Name: it.Name,
                Marker: Marker.init(Size: 9, Color: Colors(categories, series, i)), UseDefaults: false), it, Palette.Quiet, lying);
        });
        var (names, numbers) = (Named(categoryTitle, categories, reversed: lying), Axis(valueTitle, range));
        return Chart.Combine(charts.ToArray()).WithXAxis(lying ? numbers : names).WithYAxis(lying ? names : numbers);
    }

    /// <summary>Bars from zero with whiskers; the arguments are those of <see cref="Points"/>.</summary>
    public static GenericChart BarsWithWhiskers(IReadOnlyList<string> categories, IReadOnlyList<EstimateSeries> series, string categoryTitle, string valueTitle,
        AxisRange range, bool lying = false)
    {
        var charts = series.Select((it, i) =>
        {
            Same(categories.Count, it.Estimates.Count, it.Name);
            double[] values = [.. it.Estimates.Select(estimate => estimate.Value)];
            var color = Colors(categories, series, i);
            var bars = lying
                ? Chart.Bar<double, string, string>(values, Keys: categories.ToArray(), Name: it.Name, MarkerColor: color, UseDefaults: false)
                : Chart.Column<double, string, string>(values, Keys: categories.ToArray(), Name: it.Name, MarkerColor: color, UseDefaults: false);
            return Whiskers(bars, it, Palette.Ink, lying);
        });
        var numbers = Axis(valueTitle, range);
        var names = Axis(categoryTitle, lying ? new AxisRange(categories.Count - 0.5, -0.5) : new AxisRange(-0.5, categories.Count - 0.5), grid: false,
            type: StyleParam.AxisType.Category);
        return Grouped(charts).WithXAxis(lying ? numbers : names).WithYAxis(lying ? names : numbers);
    }

    /// <summary>A heat map with a text in each cell, which makes a colour bar superfluous; not-a-number leaves a cell empty.</summary>
    public static GenericChart HeatMap(IReadOnlyList<string> columns, IReadOnlyList<string> rows, IReadOnlyList<IReadOnlyList<double>> values,
        IReadOnlyList<IReadOnlyList<string>> texts, string xTitle, string yTitle)
    {
        Same(rows.Count, values.Count, "the rows of a heat map");
        List<double> finite = [.. values.SelectMany(row => row).Where(double.IsFinite)];
        var (low, high) = (finite.Min(), finite.Max());
        var map = Chart.Heatmap<double, string, string, string>(values.Select(row => row.ToArray()).ToArray(), X: columns.ToArray(), Y: rows.ToArray(),
            XGap: 2, YGap: 2, ColorScale: StyleParam.Colorscale.Cividis, ShowScale: false, ReverseYAxis: true, UseDefaults: false);
        var labels =
            from row in Enumerable.Range(0, rows.Count)
            from column in Enumerable.Range(0, columns.Count)
            where double.IsFinite(values[row][column])
            select Label(texts[row][column], Place(columns, column), Place(rows, row), "x", "y", 10.5,
                values[row][column] - low < 0.45 * (high - low) ? "#FFFFFF" : "#000000");
        return map
            .WithXAxis(Axis(xTitle, grid: false, type: StyleParam.AxisType.Category))
            .WithYAxis(Axis(yTitle, grid: false, type: StyleParam.AxisType.Category, reversed: true))
            .WithAnnotations(labels.ToArray());

        // plotly.js takes a name that reads as a number for the place of a category.
        static IConvertible Place(IReadOnlyList<string> names, int i) => double.TryParse(names[i], CultureInfo.InvariantCulture, out _) ? i : names[i];
    }

    /// <summary>How often values fall into bins of equal width.</summary>
    public static GenericChart Histogram(string name, IReadOnlyList<double> values, string xTitle, AxisRange range, int bins) =>
        Chart.Histogram<double, double, string>(X: values.ToArray(), Name: name, MarkerColor: Palette.Of(name), UseDefaults: false,
            XBins: Bins.init(Start: range.Low, End: range.High, Size: (range.High - range.Low) / bins))
            .WithXAxis(Axis(xTitle, range))
            .WithYAxis(Axis("count"));

    /// <summary>Boxes with every point beside them: one box a name.</summary>
    public static GenericChart Boxes(IReadOnlyList<PlotSeries> series, string xTitle, string yTitle, AxisRange? range = null) =>
        Chart.Combine(series.Select((it, i) => Chart.BoxPlot<string, double, string>(X: Enumerable.Repeat(it.Name, it.Values.Count).ToArray(),
                Y: it.Values.ToArray(), Name: it.Name, ShowLegend: false, BoxPoints: StyleParam.BoxPoints.All, Jitter: 0.5, PointPos: -1.6,
                Marker: Marker.init(Size: 4, Opacity: 0.6, Color: Palette.Of(it.Name, i)), OutlineColor: Palette.Of(it.Name, i), UseDefaults: false)).ToArray())
            .WithXAxis(Categories(xTitle, series.Count, before: 0.75))
            .WithYAxis(Axis(yTitle, range));

    /// <summary>Small charts side by side, each with its own axes and title, row by row.</summary>
    public static GenericChart SmallMultiples(IReadOnlyList<(string Title, GenericChart Chart)> panels, int columns, double xGap = 0.08, double yGap = 0.35) =>
        Chart.Grid(panels.Select(panel => panel.Chart).ToArray(), (panels.Count + columns - 1) / columns, columns,
            SubPlotTitles: panels.Select(panel => panel.Title).ToArray(), SubPlotTitleFont: Font.init(Size: 12.0, Color: Color.fromHex(Palette.Ink)),
            Pattern: StyleParam.LayoutGridPattern.Independent, XGap: xGap, YGap: yGap);

    /// <summary>An axis in the style of the course.</summary>
    /// <param name="title">what it shows, with its unit</param>
    /// <param name="range">its ends; found from the data where null</param>
    /// <param name="grid">whether it has grid lines</param>
    /// <param name="type">linear, logarithmic or categories</param>
    /// <param name="ticks">where it is labelled; found from the range where null</param>
    /// <param name="reversed">whether it runs down or to the left</param>
    /// <param name="size">size of the tick labels</param>
    /// <param name="tickTexts">what is written at the ticks; their numbers where null</param>
    public static LinearAxis Axis(string title, AxisRange? range = null, bool grid = true, StyleParam.AxisType? type = null,
        IReadOnlyList<double>? ticks = null, bool reversed = false, double size = 11, IReadOnlyList<string>? tickTexts = null)
    {
        // plotly.js calls the colour of a line that is not drawn unused.
        var spansZero = range is { Low: < 0, High: > 0 } && type != StyleParam.AxisType.Category && tickTexts is null;
        return LinearAxis.init<double, double, double, double, double, string, double, double>(
            // With a distance plotly.js puts the title outside the longest tick label, as the static picture does; without, upon it.
            Title: Title.init(Text: title, Font: Font.init(Size: 12.0), Standoff: 6),
            AxisType: type ?? StyleParam.AxisType.Linear,
            Range: range is { } ends ? FSharpOption<StyleParam.Range>.Some(StyleParam.Range.NewMinMax(ends.Low, ends.High)) : null!,
            AutoRange: reversed ? FSharpOption<StyleParam.AutoRange>.Some(StyleParam.AutoRange.Reversed) : null!,
            TickVals: ticks is null ? null! : FSharpOption<IEnumerable<double>>.Some(ticks),
            TickText: tickTexts is null ? null! : FSharpOption<IEnumerable<string>>.Some(tickTexts),
            TickFont: Font.init(Size: size), ShowGrid: grid, GridColor: grid ? FSharpOption<Color>.Some(Color.fromHex(Palette.Grid)) : null!,
            ZeroLine: spansZero, ZeroLineColor: spansZero ? FSharpOption<Color>.Some(Color.fromHex("#8A8A8A")) : null!,
            ShowLine: true, LineColor: Color.fromHex("#8A8A8A"));
    }

    /// <summary>An axis of categories, with half a category of room before the first and after the last.</summary>
    /// <param name="title">what the categories are; may be empty where they say it themselves</param>
    /// <param name="count">how many there are</param>
    /// <param name="before">room before the first, in categories</param>
    /// <param name="size">size of the tick labels</param>
    public static LinearAxis Categories(string title, int count, double before = 0.5, double size = 11) =>
        Axis(title, new AxisRange(-before, count - 0.5), grid: false, type: StyleParam.AxisType.Category, size: size);

    /// <summary>An axis of numbers 0, 1, 2 … that bear names, for what stands beside or between them.</summary>
    internal static LinearAxis Named(string title, IReadOnlyList<string> names, bool reversed = false) =>
        Axis(title, reversed ? new AxisRange(names.Count - 0.5, -0.5) : new AxisRange(-0.5, names.Count - 0.5),
            ticks: [.. names.Select((_, i) => (double)i)], tickTexts: names);

    /// <summary>Dotted lines across the whole picture, each with its name outside the axes: on the right, or on top where values run to the right.</summary>
    internal static GenericChart WithReferences(this GenericChart chart, IReadOnlyList<PlotReference> references, AxisRange range, bool lying = false)
    {
        if (references.Count == 0)
            return chart;
        var (sorted, room) = (references.OrderBy(it => it.Value).ToList(), (lying ? 0.2 : 0.05) * (range.High - range.Low));
        var lines = sorted.Select(it => lying
            ? Line(it.Value, it.Value, 0, 1, "x", "paper")
            : Line(0, 1, it.Value, it.Value, "paper", "y"));

        // Names that would lie upon each other step aside from the middle between their lines.
        var labels = sorted.Select((it, i) =>
        {
            var (below, above) = (i > 0 && it.Value - sorted[i - 1].Value < room, i + 1 < sorted.Count && sorted[i + 1].Value - it.Value < room);
            return lying
                ? Label(Text(it), it.Value, 1.0, "x", "paper", 11, Palette.Quiet,
                    above ? StyleParam.XAnchorPosition.Right : below ? StyleParam.XAnchorPosition.Left : StyleParam.XAnchorPosition.Center, StyleParam.YAnchorPosition.Bottom)
                : Label(Text(it), 1.0, it.Value, "paper", "y", 11, Palette.Quiet, StyleParam.XAnchorPosition.Left,
                    above ? StyleParam.YAnchorPosition.Top : below ? StyleParam.YAnchorPosition.Bottom : StyleParam.YAnchorPosition.Middle, right: 3);
        });
        return chart.WithShapes(lines.ToArray()).WithAnnotations(labels.ToArray());

        static Shape Line(double x0, double x1, double y0, double y1, string xReference, string yReference) => Shape.init<double, double, double, double>(
            ShapeType: StyleParam.ShapeType.Line, X0: x0, X1: x1, Y0: y0, Y1: y1, Xref: xReference, Yref: yReference,
            Line: Plotly.NET.Line.init(Color: Color.fromHex(Palette.Quiet), Width: 1.5, Dash: StyleParam.DrawingStyle.Dot));
    }

    /// <summary>Pixels that the names of references need right of the axes.</summary>
    internal static int RoomFor(IReadOnlyList<PlotReference> references) => references.Count == 0 ? 20 : 15 + references.Max(it => Figure.TextWidth(Text(it)));

    /// <summary>The references as the end of an alternative text.</summary>
    internal static string InWords(IReadOnlyList<PlotReference> references) => references.Count == 0 ? ""
        : $" Dotted lines: {string.Join(", ", references.Select(Text))}.";

    private static string Text(PlotReference reference) => string.Create(CultureInfo.InvariantCulture, $"{reference.Name} {reference.Value:G3}");

    /// <summary>A text at a place, or that many pixels right of it, without an arrow.</summary>
    public static Annotation Label(string text, IConvertible x, IConvertible y, string xReference, string yReference, double size, string color,
        StyleParam.XAnchorPosition? horizontal = null, StyleParam.YAnchorPosition? vertical = null, int right = 0) =>
        Annotation.init<IConvertible, IConvertible, double, double, double, double, double, string, double, string>(
            X: FSharpOption<IConvertible>.Some(x), Y: FSharpOption<IConvertible>.Some(y), Text: text, ShowArrow: false, XRef: xReference, YRef: yReference,
            XAnchor: horizontal ?? StyleParam.XAnchorPosition.Center, YAnchor: vertical ?? StyleParam.YAnchorPosition.Middle,
            Font: Font.init(Size: size, Color: Color.fromHex(color)), XShift: right == 0 ? null! : FSharpOption<int>.Some(right));

    private static GenericChart Grouped(IEnumerable<GenericChart> bars) =>
        Chart.Combine(bars.ToArray()).WithLayout(Layout.init<string>(BarMode: StyleParam.BarMode.Group, BarGap: 0.2));

    private static Color Colors(IReadOnlyList<string> categories, IReadOnlyList<EstimateSeries> series, int i) => series.Count > 1
        ? Palette.Of(series[i].Name, i)
        : Color.fromColors(categories.Select(category => Palette.Of(category)));

    private static GenericChart Whiskers(GenericChart chart, EstimateSeries series, string color, bool lying)
    {
        double[] above = [.. series.Estimates.Select(it => it.High - it.Value)], below = [.. series.Estimates.Select(it => it.Value - it.Low)];
        return lying
            ? chart.WithXErrorStyle<double, double>(Array: above, Arrayminus: below, Symmetric: false, Color: Color.fromHex(color), Thickness: 1.5, Width: 4.0)
            : chart.WithYErrorStyle<double, double>(Array: above, Arrayminus: below, Symmetric: false, Color: Color.fromHex(color), Thickness: 1.5, Width: 4.0);
    }

    private static double[] Checked(PlotSeries series, IReadOnlyList<string> categories)
    {
        Same(categories.Count, series.Values.Count, series.Name);
        return [.. series.Values];
    }

    private static string[] Labels(PlotSeries series) => [.. series.Labels ?? [.. series.Values.Select(_ => "")]];

    private static GenericChart Band(string name, IReadOnlyList<double> x, IReadOnlyList<double> lower, IReadOnlyList<double> upper, int position)
    {
        Same(x.Count, lower.Count, name);
        Same(x.Count, upper.Count, name);
        var color = Palette.HexOf(name, position);
        var (r, g, b) = (Convert.ToInt32(color[1..3], 16), Convert.ToInt32(color[3..5], 16), Convert.ToInt32(color[5..7], 16));

        // One closed outline, there along the upper edge and back along the lower one, needs no second trace to fill towards.
        return Chart.Scatter<double, double, string>([.. x, .. x.Reverse()], [.. upper, .. lower.Reverse()], StyleParam.Mode.Lines,
            Name: $"{name} (band)", ShowLegend: false, LineWidth: 0.0, Fill: StyleParam.Fill.ToSelf, FillColor: Color.fromARGB(51, r, g, b),
            LineColor: Color.fromARGB(0, r, g, b), UseDefaults: false);
    }

    private static void Same(int expected, int found, string name)
    {
        if (expected != found)
        {
            throw new ArgumentException($"{name} has {found} values; expected {expected}");
        }
    }
}
