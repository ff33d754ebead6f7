using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.TraceObjects;
using static Standins.Tests.Plotly.FigureJson;
using Chart = Plotly.NET.CSharp.Chart;

namespace Standins.Tests.Plotly;

/// <summary>The traces of each chart type, against what the package is known to write.</summary>
public class ChartTests
{
    private static readonly int[] X = [1, 2];
    private static readonly double[] Y = [0.5, 3];
    private static readonly string[] Names = ["a", "b"];

    [Fact]
    public void A_line_has_lines_and_empty_marker_and_line() => AssertEqual(
        """{"type": "scatter", "mode": "lines", "x": [1, 2], "y": [0.5, 3], "name": "n", "marker": {}, "line": {}}""",
        Trace(Chart.Line<int, double, string>(X, Y, Name: "n")));

    [Fact]
    public void A_line_with_markers_colours_and_a_dash() => AssertEqual(
        """
        {"type": "scatter", "mode": "lines+markers", "x": [1, 2], "y": [0.5, 3], "showlegend": false, "opacity": 0.5,
         "marker": {"color": "rgba(31, 119, 180, 1.0)", "symbol": "1"},
         "line": {"color": "rgba(255, 0, 0, 1.0)", "dash": "dashdot", "width": 2.5}}
        """,
        Trace(Chart.Line<int, double, string>(
            X, Y, ShowMarkers: true, ShowLegend: false, Opacity: 0.5, MarkerColor: Color.fromHex("#1f77b4"),
            MarkerSymbol: StyleParam.MarkerSymbol.Square, LineColor: Color.fromKeyword(ColorKeyword.Red),
            LineDash: StyleParam.DrawingStyle.DashDot, LineWidth: 2.5)));

    [Theory]
    [InlineData(false, false, "lines")]
    [InlineData(true, false, "lines+markers")]
    [InlineData(false, true, "lines+text")]
    [InlineData(true, true, "lines+markers+text")]
    public void A_text_position_shows_the_texts(bool markers, bool texts, string mode)
    {
        Optional<StyleParam.TextPosition> position = texts ? StyleParam.TextPosition.TopCenter : new Optional<StyleParam.TextPosition>();
        var trace = Trace(Chart.Line<int, double, string>(X, Y, ShowMarkers: markers, MultiText: Names, TextPosition: position));
        Assert.Equal(mode, (string?)trace["mode"]);
        AssertEqual("""["a", "b"]""", trace["text"]);
        Assert.Equal(texts ? "top center" : null, (string?)trace["textposition"]);
    }

    [Fact]
    public void Points_are_markers() => AssertEqual(
        """{"type": "scatter", "mode": "markers", "x": [1, 2], "y": [0.5, 3], "marker": {"opacity": [0.1, 1]}, "line": {}}""",
        Trace(Chart.Point<int, double, string>(X, Y, MultiOpacity: new[] { 0.1, 1 })));

    [Fact]
    public void A_spline_is_a_smoothed_line() => AssertEqual(
        """{"type": "scatter", "mode": "lines", "x": [1, 2], "y": [0.5, 3], "marker": {}, "line": {"shape": "spline", "smoothing": 0.8}}""",
        Trace(Chart.Spline<int, double, string>(X, Y, Smoothing: 0.8)));

    [Fact]
    public void Bubbles_have_a_size_each() => AssertEqual(
        """{"type": "scatter", "mode": "markers", "x": [1, 2], "y": [0.5, 3], "marker": {"size": [10, 20]}, "line": {}}""",
        Trace(Chart.Bubble<int, double, string>(X, Y, [10, 20])));

    [Fact]
    public void An_area_is_filled_down_to_zero()
    {
        var trace = Trace(Chart.Area<int, double, string>(X, Y, FillColor: Color.fromString("pink")));
        Assert.Equal(("lines", "tozeroy", "pink"), ((string?)trace["mode"], (string?)trace["fill"], (string?)trace["fillcolor"]));
    }

    [Fact]
    public void Bars_lie_and_columns_stand()
    {
        AssertEqual(
            """{"type": "bar", "orientation": "h", "x": [0.5, 3], "y": ["a", "b"], "marker": {"pattern": {}}}""",
            Trace(Chart.Bar<double, string, string>(Y, Keys: Names)));
        AssertEqual(
            """{"type": "bar", "orientation": "v", "x": ["a", "b"], "y": [0.5, 3], "width": 0.4, "marker": {"pattern": {"shape": "/"}}}""",
            Trace(Chart.Column<double, string, string>(Y, Keys: Names, Width: 0.4, MarkerPatternShape: StyleParam.PatternShape.DiagonalDescending)));
    }

    [Fact]
    public void Stacked_ones_say_so_in_the_layout()
    {
        Assert.Equal("stack", (string?)Layout(Chart.StackedColumn<double, string, string>(Y, Keys: Names))["barmode"]);
        Assert.Equal("stack", (string?)Layout(Chart.StackedBar<double, string, string>(Y, Keys: Names))["barmode"]);
        Assert.Null(Layout(Chart.Column<double, string, string>(Y, Keys: Names))["barmode"]);
    }

    [Fact]
    public void A_histogram_leaves_the_counting_to_plotly() => AssertEqual(
        """
        {"type": "histogram", "x": [0.5, 3], "nbinsx": 10, "histnorm": "probability density", "histfunc": "count",
         "xbins": {"start": 0, "end": 4, "size": 1}, "cumulative": {"enabled": true}, "marker": {"pattern": {}}}
        """,
        Trace(Chart.Histogram<double, double, string>(
            X: Y, NBinsX: 10, HistNorm: StyleParam.HistNorm.ProbabilityDensity, HistFunc: StyleParam.HistFunc.Count,
            XBins: Bins.init(Start: 0.0, End: 4.0, Size: 1.0), Cumulative: Cumulative.init(Enabled: true))));

    [Fact]
    public void A_box_plot_has_its_outline_under_line() => AssertEqual(
        """
        {"type": "box", "y": [0.5, 3], "name": "seeds", "boxpoints": "all", "boxmean": true, "jitter": 0.5, "pointpos": 0,
         "marker": {"color": "red"}, "line": {"width": 1}}
        """,
        Trace(Chart.BoxPlot<string, double, string>(
            Y: Y, Name: "seeds", BoxPoints: StyleParam.BoxPoints.All, BoxMean: StyleParam.BoxMean.True, Jitter: 0.5, PointPos: 0.0,
            MarkerColor: Color.fromString("red"), OutlineWidth: 1.0)));

    [Fact]
    public void A_heat_map_is_a_list_of_rows()
    {
        var chart = Chart.Heatmap<double, string, string, string>(
            new[] { new[] { 1.0, 2 }, [double.NaN, 4] }, X: new[] { "p", "q" }, Y: new[] { "r", "s" }, ShowScale: false, ReverseYAxis: true,
            ColorScale: StyleParam.Colorscale.NewCustom([Tuple.Create(0.0, Color.fromString("white")), Tuple.Create(1.0, Color.fromString("navy"))]));
        AssertEqual(
            """
            {"type": "heatmap", "z": [[1, 2], [null, 4]], "x": ["p", "q"], "y": ["r", "s"], "showscale": false,
             "colorscale": [[0, "white"], [1, "navy"]]}
            """,
            Trace(chart));
        Assert.Equal("reversed", (string?)Layout(chart)["yaxis"]!["autorange"]);
    }

    [Fact]
    public void An_annotated_heat_map_has_a_text_in_each_cell()
    {
        var chart = Chart.AnnotatedHeatmap<int, int, int, string>(new[] { new[] { 1, 2 }, [3, 4] }, [["a", "b"], ["c", "d"]]);
        AssertEqual(
            """
            [{"x": 0, "y": 0, "text": "a", "showarrow": false}, {"x": 1, "y": 0, "text": "b", "showarrow": false},
             {"x": 0, "y": 1, "text": "c", "showarrow": false}, {"x": 1, "y": 1, "text": "d", "showarrow": false}]
            """,
            Layout(chart)["annotations"]);
        Assert.Throws<ArgumentException>(() => Chart.AnnotatedHeatmap<int, int, int, string>(new[] { new[] { 1, 2 } }, [["a"], ["b"]]));
    }

    [Fact]
    public void A_range_is_a_lower_edge_an_upper_edge_filled_down_to_it_and_a_line()
    {
        var chart = Chart.Range<int, double, string>(
            X, Y, upper: [1, 4], lower: [0, 2], StyleParam.Mode.Lines, Name: "mean", RangeColor: Color.fromString("pink"), UpperName: "max", LowerName: "min");
        AssertEqual(
            """
            [{"type": "scatter", "mode": "lines", "x": [1, 2], "y": [0, 2], "name": "min", "fillcolor": "pink", "showlegend": true,
              "legendgroup": "Range", "marker": {"color": "pink"}},
             {"type": "scatter", "mode": "lines", "x": [1, 2], "y": [1, 4], "name": "max", "fillcolor": "pink", "fill": "tonexty", "showlegend": true,
              "legendgroup": "Range", "marker": {"color": "pink"}},
             {"type": "scatter", "mode": "lines", "x": [1, 2], "y": [0.5, 3], "name": "mean",
              "legendgroup": "Range", "legendgrouptitle": {"text": "Range"}, "marker": {}, "line": {}}]
            """,
            Of(chart)["data"]);
    }

    [Fact]
    public void Error_bars_belong_to_the_trace()
    {
        var chart = Chart.Point<int, double, string>(X, Y)
            .WithXError(global::Plotly.NET.TraceObjects.Error.init<double, double>(Type: StyleParam.ErrorType.Percent, Value: 10.0))
            .WithYErrorStyle<double, double>(Array: new double[] { 1, 2 }, Arrayminus: new double[] { 0.5, 1 }, Symmetric: false, Width: 4.0);
        AssertEqual("""{"type": "percent", "value": 10}""", Trace(chart)["error_x"]);
        AssertEqual("""{"array": [1, 2], "arrayminus": [0.5, 1], "symmetric": false, "width": 4}""", Trace(chart)["error_y"]);
    }

    [Fact]
    public void An_invisible_chart_is_an_empty_trace_on_bare_axes() => AssertEqual(
        """
        {"data": [{}], "frames": [], "layout": {
          "xaxis": {"showgrid": false, "showline": false, "showticklabels": false, "zeroline": false},
          "yaxis": {"showgrid": false, "showline": false, "showticklabels": false, "zeroline": false}}}
        """,
        Of(Chart.Invisible()));

    [Fact]
    public void Numbers_that_JSON_lacks_become_null() => AssertEqual(
        """[1, null, null, null, 2]""",
        Trace(Chart.Line<int, double, string>([1, 2, 3, 4, 5], [1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 2]))["y"]);

    [Fact]
    public void Dates_truth_values_and_all_kinds_of_numbers_are_plain_arrays()
    {
        AssertEqual("""["2024-02-29T00:00:00", "2024-03-01T12:30:00"]""", X_(new DateTime(2024, 2, 29), new DateTime(2024, 3, 1, 12, 30, 0)));
        AssertEqual("""[true, false]""", X_(true, false));
        AssertEqual("""[0.1, 2]""", X_(0.1f, 2f));
        AssertEqual("""[9007199254740993, -1]""", X_(9007199254740993, -1L));
        AssertEqual("""[0.10, 1e-7]""", X_(0.10m, 0.0000001m));
        AssertEqual("""["x", "ß"]""", X_('x', 'ß'));
        AssertEqual("""["Monday", "Friday"]""", X_(DayOfWeek.Monday, DayOfWeek.Friday));

        static System.Text.Json.Nodes.JsonNode? X_<T>(T first, T second) where T : IConvertible => Trace(Chart.Point<T, double, string>([first, second], Y))["x"];
    }

    /// <summary>The package compares nothing and leaves it to plotly.js, which draws as many points as the shorter list has.</summary>
    [Fact]
    public void Lists_of_different_lengths_are_passed_on_as_they_are()
    {
        var trace = Trace(Chart.Line<int, double, string>([1, 2, 3], [1]));
        AssertEqual("[1, 2, 3]", trace["x"]);
        AssertEqual("[1]", trace["y"]);
    }

    [Fact]
    public void A_chart_keeps_what_it_was_given_when_the_list_changes_later()
    {
        var list = new List<double> { 1, 2 };
        var chart = Chart.Line<int, double, string>(X, list);
        list.Clear();
        AssertEqual("[1, 2]", Trace(chart)["y"]);
    }
}
