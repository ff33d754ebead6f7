using System.Text.Json.Nodes;
using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using static Standins.Tests.Plotly.FigureJson;
using Chart = Plotly.NET.CSharp.Chart;

namespace Standins.Tests.Plotly;

public class LayoutTests
{
    [Fact]
    public void A_new_chart_has_the_default_size_and_template()
    {
        var layout = Layout(Line("a"));
        Assert.Equal((600, 600), ((int)layout["width"]!, (int)layout["height"]!));
        Assert.Equal("rgba(99, 110, 250, 1.0)", (string?)layout["template"]!["layout"]!["colorway"]![0]);
        AssertEqual("{}", Layout(Chart.Line<int, int, string>([1], [1], UseDefaults: false)));
    }

    [Fact]
    public void The_whole_chart_has_data_layout_and_configuration()
    {
        var json = JsonNode.Parse(GenericChart.toJson(Line("a").WithConfig(Config.init(DisplayModeBar: false))))!.AsObject();
        Assert.Equal(["data", "layout", "config"], json.Select(member => member.Key));
        AssertEqual("""{"responsive": true, "displayModeBar": false}""", json["config"]);
    }

    [Fact]
    public void A_title_is_an_object_with_a_text() => AssertEqual(
        """{"text": "T", "font": {"family": "Courier New", "size": 20, "color": "blue"}}""",
        Layout(Line("a").WithTitle("T", Font.init(Family: StyleParam.FontFamily.Courier_New, Size: 20.0, Color: Color.fromString("blue"))))["title"]);

    [Fact]
    public void Axis_styles_of_both_packages_end_up_in_the_same_axis()
    {
        var chart = Line("a")
            .WithXAxisStyle(Title.init("updates"), ShowGrid: false)
            .WithXAxisStyle<double, double, string>(AxisType: StyleParam.AxisType.Log, MinMax: Tuple.Create(0.0, 3.0), TitleFont: Font.init(Size: 9.0));
        AssertEqual(
            """{"title": {"text": "updates", "font": {"size": 9}}, "showgrid": false, "type": "log", "range": [0, 3]}""",
            Layout(chart)["xaxis"]);
    }

    [Fact]
    public void An_axis_takes_ticks_categories_and_a_place()
    {
        var axis = LinearAxis.init<int, int, int, int, double, string, string, string>(
            TickMode: StyleParam.TickMode.Array, TickVals: new[] { 0.1, 1 }, TickText: new[] { "low", "high" },
            CategoryOrder: StyleParam.CategoryOrder.Array, CategoryArray: new[] { "b", "a" }, Overlaying: StyleParam.LinearAxisId.NewY(1),
            Anchor: StyleParam.LinearAxisId.NewX(1), Side: StyleParam.Side.Right, Mirror: StyleParam.Mirror.AllTicks);
        AssertEqual(
            """
            {"tickmode": "array", "tickvals": [0.1, 1], "ticktext": ["low", "high"], "categoryorder": "array", "categoryarray": ["b", "a"],
             "overlaying": "y", "anchor": "x", "side": "right", "mirror": "allticks"}
            """,
            Layout(Line("a").WithYAxis(axis, Id: StyleParam.SubPlotId.NewYAxis(2)))["yaxis2"]);
    }

    [Fact]
    public void Size_legend_and_margins()
    {
        var layout = Layout(Line("a")
            .WithSize(Width: 800)
            .WithLegend(true)
            .WithLegendStyle(X: 0.5, XAnchor: StyleParam.XAnchorPosition.Center, Orientation: StyleParam.Orientation.Horizontal)
            .WithLegend(Legend.init(Y: -0.2))
            .WithMarginSize<int, int, int, int, int, bool>(Left: 60, Bottom: 40, Autoexpand: false));
        Assert.Equal((800, 600, true), ((int)layout["width"]!, (int)layout["height"]!, (bool)layout["showlegend"]!));
        AssertEqual("""{"x": 0.5, "xanchor": "center", "orientation": "h", "y": -0.2}""", layout["legend"]);
        AssertEqual("""{"l": 60, "b": 40, "autoexpand": false}""", layout["margin"]);
    }

    [Fact]
    public void Annotations_and_shapes_are_added_unless_they_shall_replace()
    {
        var chart = Line("a").WithAnnotation(Text("one")).WithAnnotation(Text("two"));
        Assert.Equal(["two", "one"], Texts(chart));
        Assert.Equal(["three"], Texts(chart.WithAnnotations([Text("three")], Append: false)));

        chart = chart.WithShape(Vertical(1)).WithShape(Vertical(2));
        AssertEqual(
            """[{"type": "line", "x0": 2, "x1": 2, "y0": 0, "y1": 1, "yref": "paper"}, {"type": "line", "x0": 1, "x1": 1, "y0": 0, "y1": 1, "yref": "paper"}]""",
            Layout(chart)["shapes"]);
    }

    [Fact]
    public void The_traces_of_a_chart_are_named_in_turn()
    {
        var chart = global::Plotly.NET.GenericChartExtensions.WithTraceInfo(Chart.Combine([Line("a"), Line("b"), Line("c")]), Name: "n", ShowLegend: false);
        Assert.Equal(["n", "n_1", "n_2"], Names(chart));
        Assert.All(Of(chart)["data"]!.AsArray(), trace => Assert.False((bool)trace!["showlegend"]!));
    }

    [Fact]
    public void Combining_keeps_all_traces_and_the_last_word_of_each_layout()
    {
        var chart = Chart.Combine(
        [
            Line("a").WithTitle("first").WithXAxisStyle(Title.init("x")).WithAnnotation(Text("one")),
            Line("b").WithTitle("second").WithYAxisStyle(Title.init("y")).WithAnnotation(Text("two")).WithSize(300, 200),
            Chart.Combine([Line("c"), Line("d")]).WithSize(300, 200),
        ]);
        var layout = Layout(chart);
        Assert.Equal(["a", "b", "c", "d"], Names(chart));
        Assert.Equal(["one", "two"], Texts(chart));
        Assert.Equal(
            ("second", "x", "y", 300),
            ((string?)layout["title"]!["text"], (string?)layout["xaxis"]!["title"]!["text"], (string?)layout["yaxis"]!["title"]!["text"], (int)layout["width"]!));
    }

    [Fact]
    public void Combining_nothing_is_refused() =>
        Assert.Contains("no chart", Assert.Throws<ArgumentException>(() => Chart.Combine([])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_grid_gives_each_cell_its_own_axes()
    {
        var chart = Chart.Grid([Line("a").WithXAxisStyle(Title.init("left")), Line("b").WithXAxisStyle(Title.init("right")), Line("c")], 2, 2, XGap: 0.1);
        var layout = Layout(chart);
        Assert.Equal(["x/y", "x2/y2", "x3/y3"], Anchors(chart));
        Assert.Equal(("left", "right"), ((string?)layout["xaxis"]!["title"]!["text"], (string?)layout["xaxis2"]!["title"]!["text"]));
        AssertEqual("{}", layout["yaxis3"]);
        AssertEqual("""{"rows": 2, "columns": 2, "pattern": "independent", "roworder": "top to bottom", "xgap": 0.1}""", layout["grid"]);
    }

    [Fact]
    public void A_coupled_grid_shares_axes_along_rows_and_columns() => Assert.Equal(
        ["x/y", "x2/y", "x/y2", "x2/y2"],
        Anchors(Chart.Grid([Line("a"), Line("b"), Line("c"), Line("d")], 2, 2, Pattern: StyleParam.LayoutGridPattern.Coupled)));

    /// <summary>
    /// Two columns with gap g: a cell is (1−g)/(2−g) wide. With the gap 0.2 that is 0.8/1.8 = 4/9, the middles are 2/9 and 7/9,
    /// and two rows with the gap 0.3 are 0.7/1.7 = 7/17 high: the lower one ends there, the upper one at 1.
    /// </summary>
    [Fact]
    public void Titles_of_a_grid_stand_over_the_middle_of_their_cells()
    {
        var chart = Chart.Grid([Line("a"), Line("b"), Line("c"), Line("d")], 2, 2, SubPlotTitles: new[] { "A", "B", "C", "D" });
        var places = Layout(chart)["annotations"]!.AsArray().Select(a => ((string)a!["text"]!, Math.Round((double)a["x"]!, 9), Math.Round((double)a["y"]!, 9)));
        Assert.Equal([("A", 0.222222222, 1), ("B", 0.777777778, 1), ("C", 0.222222222, 0.411764706), ("D", 0.777777778, 0.411764706)], places);
    }

    [Fact]
    public void A_single_stack_is_a_grid_of_one_column()
    {
        var chart = Chart.SingleStack([Line("a"), Line("b")]);
        Assert.Equal(["x/y", "x2/y2"], Anchors(chart));
        Assert.Equal((2, 1), ((int)Layout(chart)["grid"]!["rows"]!, (int)Layout(chart)["grid"]!["columns"]!));
    }

    /// <summary>Surprising, but so does the package: code that is right here must not turn out wrong there.</summary>
    [Fact]
    public void Styling_changes_the_chart_in_place()
    {
        var chart = Line("a");
        chart.WithTitle("changed");
        Assert.Equal("changed", (string?)Layout(chart)["title"]!["text"]);
    }

    [Fact]
    public void Charts_do_not_change_the_defaults_nor_each_other()
    {
        var error = global::Plotly.NET.TraceObjects.Error.init<int, int>(Value: 1.0);
        var (one, two) = (Line("a").WithYError(error), Line("b").WithYError(error));
        one.WithYErrorStyle<int, int>(Color: Color.fromString("red"));
        AssertEqual("""{"value": 1}""", Trace(two)["error_y"]);

        Chart.Combine([Line("a"), Line("b").WithTemplate(ChartTemplates.dark)]);
        Assert.Equal("white", (string?)Layout(Line("c"))["template"]!["layout"]!["paper_bgcolor"]);
    }

    private static GenericChart Line(string name) => Chart.Line<int, int, string>([1, 2], [3, 4], Name: name);

    private static Annotation Text(string text) => Annotation.init<int, int, int, int, int, int, int, int, int, int>(Text: text);

    private static Shape Vertical(int x) => Shape.init<int, int, int, int>(ShapeType: StyleParam.ShapeType.Line, X0: x, X1: x, Y0: 0, Y1: 1, Yref: "paper");

    private static IEnumerable<string?> Texts(GenericChart chart) => Layout(chart)["annotations"]!.AsArray().Select(a => (string?)a!["text"]);

    private static IEnumerable<string?> Names(GenericChart chart) => Of(chart)["data"]!.AsArray().Select(t => (string?)t!["name"]);

    private static IEnumerable<string> Anchors(GenericChart chart) => Of(chart)["data"]!.AsArray().Select(t => $"{t!["xaxis"]}/{t["yaxis"]}");
}
