using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace Standins.Tests.Plotly;

/// <summary>One figure of each chart type and of the combinations that a course draws, with what plotly.js should find in it.</summary>
internal static class SampleFigures
{
    private static readonly double[] X = [1, 2, 3, 4];
    private static readonly double[] Y = [1, 10, 100, 1000];
    private static readonly string[] Names = ["a", "b", "c", "d"];
    private static readonly double[][] Z = [[1, 2, 3], [4, 5, 6]];

    public static IReadOnlyList<SampleFigure> All { get; } =
    [
        new("line", Line()),
        new("point", Chart.Point<double, double, string>(X, Y, MarkerSymbol: StyleParam.MarkerSymbol.TriangleUp)),
        new("scatter with texts", Chart.Scatter<double, double, string>(
            X, Y, StyleParam.Mode.Lines_Markers_Text, MultiText: Names, TextPosition: StyleParam.TextPosition.TopCenter)),
        new("spline", Chart.Spline<double, double, string>(X, Y, ShowMarkers: true, Smoothing: 0.5, LineDash: StyleParam.DrawingStyle.Dash)),
        new("bubble", Chart.Bubble<double, double, string>(X, Y, [5, 10, 15, 20])),
        new("area", Chart.Area<double, double, string>(X, Y, FillColor: Color.fromString("rgba(0, 0, 255, 0.2)"))),
        new("column", Chart.Column<double, string, string>(Y, Keys: Names, MarkerColor: Color.fromHex("#1f77b4"))),
        new("bar", Chart.Bar<double, string, string>(Y, Keys: Names, MarkerPatternShape: StyleParam.PatternShape.DiagonalAscending)),
        new("stacked columns", Chart.Combine(
        [
            Chart.StackedColumn<double, string, string>(X, Keys: Names, Name: "one"),
            Chart.StackedColumn<double, string, string>(X, Keys: Names, Name: "two"),
        ])) { Drawn = 2 },
        new("stacked bars", Chart.StackedBar<double, string, string>(X, Keys: Names)),
        new("grouped columns", Chart.Combine(
        [
            Chart.Column<double, string, string>(X, Keys: Names, Name: "one"),
            Chart.Column<double, string, string>(X, Keys: Names, Name: "two"),
        ]).WithLayout(Layout.init<string>(BarMode: StyleParam.BarMode.Group, BarGap: 0.3))) { Drawn = 2 },
        new("histogram", Chart.Histogram<double, double, string>(X: X, NBinsX: 4, HistNorm: StyleParam.HistNorm.Probability)),
        new("box plot", Chart.BoxPlot<string, double, string>(Y: Y, Name: "seeds", BoxPoints: StyleParam.BoxPoints.All, BoxMean: StyleParam.BoxMean.SD, Jitter: 0.3)),
        new("heat map", Chart.Heatmap<double, string, string, string>(
            Z, X: new[] { "p", "q", "r" }, Y: new[] { "s", "t" }, ColorScale: StyleParam.Colorscale.YIGnBu, ReverseYAxis: true,
            ColorBar: ColorBar.init<double, double>(Title: Title.init("value"), Thickness: 12.0))),
        new("annotated heat map", Chart.AnnotatedHeatmap<double, double, double, string>(Z, [["1", "2", "3"], ["4", "5", "6"]], ShowScale: false))
        {
            Annotations = 6,
        },
        new("range band", Chart.Range<double, double, string>(
            X, Y, Y.Select(v => v * 2), Y.Select(v => v / 2), StyleParam.Mode.Lines, Name: "mean",
            LineColor: Color.fromHex("#1f77b4"), RangeColor: Color.fromString("rgba(31, 119, 180, 0.2)"),
            LowerLine: global::Plotly.NET.Line.init(Width: 0.0), UpperLine: global::Plotly.NET.Line.init(Width: 0.0))) { Drawn = 3 },
        new("error bars", Chart.Point<double, double, string>(X, Y)
            .WithXError(Error.init<double, double>(Type: StyleParam.ErrorType.Constant, Value: 0.2))
            .WithYErrorStyle<double, double>(Array: new double[] { 1, 2, 3, 4 }, Arrayminus: new double[] { 0.1, 1, 2, 3 }, Thickness: 1.5)) { ErrorBars = 8 },
        new("logarithmic axes", Line()
            .WithXAxis(Logarithmic())
            .WithYAxisStyle<double, double, string>(TitleText: "cost, s", AxisType: StyleParam.AxisType.Log, MinMax: Tuple.Create(-1.0, 4.0))
            .WithXAxisStyle(Title.init("updates"))) { Titles = ["updates", "cost, s"] },
        new("gap", Chart.Line<double, double, string>([1, 2, 3, 4], [1, double.NaN, double.PositiveInfinity, 4], ShowMarkers: true)),
        new("categories in order", Chart.Column<double, string, string>([3, 1, 2], Keys: new[] { "x", "y", "z" })
            .WithXAxisStyle<double, double, string>(CategoryOrder: StyleParam.CategoryOrder.Array, CategoryArray: new[] { "z", "y", "x" })),
        new("grid", Chart.Grid([Line(), Chart.Point<double, double, string>(X, X), Chart.Column<double, string, string>(X, Keys: Names), Chart.Invisible()],
            2, 2, SubPlotTitles: new[] { "one", "two", "three" }))
        {
            Drawn = 3, Subplots = 4, Annotations = 3, Complaints = ["invisible data[3] : Trace 3 got defaulted to be not visible"],
        },
        new("grid with shared axes", Chart.Grid([Line(), Line(), Line(), Line()], 2, 2, Pattern: StyleParam.LayoutGridPattern.Coupled))
        {
            Drawn = 4, Subplots = 4,
        },
        new("single stack", Chart.SingleStack([Line(), Line(), Line()], YGap: 0.2)) { Drawn = 3, Subplots = 3 },
        new("second y axis", Chart.Combine([Line(), Line().WithAxisAnchor(Y: 2)])
            .WithYAxis(OverY(), Id: StyleParam.SubPlotId.NewYAxis(2))) { Drawn = 2, Subplots = 2 },
        new("annotations and shapes", Line()
            .WithAnnotation(Annotation.init<double, double, double, string, double, string, string, string, string, string>(
                X: 2.0, Y: 10.0, Text: "here", ShowArrow: true, ArrowHead: StyleParam.ArrowHead.TriangleTall, AX: 20.0, AY: -30.0))
            .WithAnnotation(Annotation.init<double, double, double, string, double, string, string, string, string, string>(
                X: 1.0, Y: 0.0, XRef: "paper", YRef: "paper", Text: "n = 20", ShowArrow: false))
            .WithShape(Shape.init<double, double, double, double>(
                ShapeType: StyleParam.ShapeType.Rectangle, X0: 1.0, X1: 2.0, Y0: 0.0, Y1: 100.0, FillColor: Color.fromString("rgba(0, 0, 0, 0.1)")))
            .WithShape(Shape.init<double, double, double, double>(
                ShapeType: StyleParam.ShapeType.Line, X0: 0.0, X1: 1.0, Y0: 50.0, Y1: 50.0, Xref: "paper",
                Line: global::Plotly.NET.Line.init(Dash: StyleParam.DrawingStyle.Dot, Width: 1.0)))) { Annotations = 2, Shapes = 2 },
        new("everything said about the layout", Chart.Combine([Line(), Chart.Point<double, double, string>(X, X, Name: "other")])
            .WithTitle("A title", Font.init(Family: StyleParam.FontFamily.Arial, Size: 18.0, Color: Color.fromKeyword(ColorKeyword.DarkBlue)))
            .WithLegendStyle(X: 0.02, Y: 0.98, Orientation: StyleParam.Orientation.Vertical, BorderWidth: 1.0, BGColor: Color.fromString("white"))
            .WithSize(700, 400)
            .WithMarginSize<int, int, int, int, int, bool>(Left: 60, Right: 20, Top: 50, Bottom: 50)
            .WithTemplate(ChartTemplates.light)
            .WithLineStyle(Width: 3.0, Dash: StyleParam.DrawingStyle.LongDash)
            .WithMarkerStyle(Size: 9, Symbol: StyleParam.MarkerSymbol.NewModified(StyleParam.MarkerSymbol.Square, StyleParam.SymbolStyle.Open))
            .WithConfig(Config.init(Responsive: true, DisplayModeBar: false))
            .WithLayout(Layout.init<string>(HoverMode: StyleParam.HoverMode.XUnified, Hoverlabel: Hoverlabel.init(Namelength: -1)))) { Drawn = 2, Titles = ["A title"] },
    ];

    private static GenericChart Line() => Chart.Line<double, double, string>(X, Y, ShowMarkers: true, Name: "line");

    private static LinearAxis Logarithmic() => LinearAxis.init<double, double, double, double, double, string, string, string>(
        AxisType: StyleParam.AxisType.Log, TickMode: StyleParam.TickMode.Array, TickVals: new double[] { 1, 2, 4 }, TickText: new[] { "1", "2", "4" },
        ShowGrid: true, GridColor: Color.fromString("#dddddd"), Ticks: StyleParam.TickOptions.Outside);

    private static LinearAxis OverY() => LinearAxis.init<double, double, double, double, double, string, string, string>(
        Overlaying: StyleParam.LinearAxisId.NewY(1), Side: StyleParam.Side.Right, Range: StyleParam.Range.NewMinMax(0.0, 2000.0), ShowGrid: false);
}
