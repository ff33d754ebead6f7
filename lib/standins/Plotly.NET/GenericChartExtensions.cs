using System.Runtime.InteropServices;
using Microsoft.FSharp.Core;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;

namespace Plotly.NET;

public static class GenericChartExtensions
{
    /// <summary>The second trace of the name n is called n_1, the third n_2.</summary>
    public static GenericChart WithTraceInfo(
        this GenericChart @this, FSharpOption<string>? Name = null, FSharpOption<StyleParam.Visible>? Visible = null,
        FSharpOption<bool>? ShowLegend = null, FSharpOption<int>? LegendRank = null, FSharpOption<string>? LegendGroup = null,
        FSharpOption<Title>? LegendGroupTitle = null)
    {
        var number = 0;
        return @this.EachTrace(trace =>
        {
            trace.SetValue("name", Name is null ? null : number == 0 ? Name.Value : $"{Name.Value}_{number}")
                .Set("visible", Visible).Set("showlegend", ShowLegend).Set("legendrank", LegendRank)
                .Set("legendgroup", LegendGroup).Set("legendgrouptitle", LegendGroupTitle);
            number++;
        });
    }

    public static GenericChart WithAxisAnchor(this GenericChart @this, FSharpOption<int>? X = null, FSharpOption<int>? Y = null) =>
        @this.EachTrace(trace => trace
            .SetValue("xaxis", X is null ? null : StyleParam.LinearAxisId.NewX(X.Value))
            .SetValue("yaxis", Y is null ? null : StyleParam.LinearAxisId.NewY(Y.Value)));

    public static GenericChart WithMarker(this GenericChart @this, Marker marker) =>
        @this.EachTrace(trace => trace.MergeInto("marker", marker));

    public static GenericChart WithMarkerStyle(
        this GenericChart @this, FSharpOption<bool>? AutoColorScale = null, FSharpOption<bool>? CAuto = null, FSharpOption<double>? CMax = null,
        FSharpOption<double>? CMid = null, FSharpOption<double>? CMin = null, FSharpOption<Color>? Color = null,
        FSharpOption<IEnumerable<Color>>? Colors = null, FSharpOption<StyleParam.SubPlotId>? ColorAxis = null,
        FSharpOption<ColorBar>? ColorBar = null, FSharpOption<StyleParam.Colorscale>? Colorscale = null, FSharpOption<Gradient>? Gradient = null,
        FSharpOption<Line>? Outline = null, FSharpOption<int>? MaxDisplayed = null, FSharpOption<double>? Opacity = null,
        FSharpOption<IEnumerable<double>>? MultiOpacity = null, FSharpOption<Pattern>? Pattern = null, FSharpOption<bool>? ReverseScale = null,
        FSharpOption<bool>? ShowScale = null, FSharpOption<int>? Size = null, FSharpOption<IEnumerable<int>>? MultiSize = null,
        FSharpOption<int>? SizeMin = null, FSharpOption<StyleParam.MarkerSizeMode>? SizeMode = null, FSharpOption<int>? SizeRef = null,
        FSharpOption<StyleParam.MarkerSymbol>? Symbol = null, FSharpOption<IEnumerable<StyleParam.MarkerSymbol>>? MultiSymbol = null,
        FSharpOption<StyleParam.MarkerSymbol3D>? Symbol3D = null, FSharpOption<IEnumerable<StyleParam.MarkerSymbol3D>>? MultiSymbol3D = null,
        FSharpOption<Color>? OutlierColor = null, FSharpOption<int>? OutlierWidth = null) =>
        @this.WithMarker(new Marker()
            .Set("autocolorscale", AutoColorScale).Set("cauto", CAuto).Set("cmax", CMax).Set("cmid", CMid).Set("cmin", CMin)
            .Set("color", Color).Set("colors", Colors).Set("coloraxis", ColorAxis).Set("colorbar", ColorBar)
            .Set("colorscale", Colorscale).Set("gradient", Gradient).Set("line", Outline).Set("maxdisplayed", MaxDisplayed)
            .Set("opacity", Opacity).Set("opacity", MultiOpacity).Set("pattern", Pattern).Set("reversescale", ReverseScale)
            .Set("showscale", ShowScale).Set("size", Size).Set("size", MultiSize).Set("sizemin", SizeMin).Set("sizemode", SizeMode)
            .Set("sizeref", SizeRef).Set("symbol", Symbol).Set("symbol", MultiSymbol).Set("symbol", Symbol3D)
            .Set("symbol", MultiSymbol3D).Set("outliercolor", OutlierColor).Set("outlierwidth", OutlierWidth));

    public static GenericChart WithLine(this GenericChart @this, Line line) => @this.EachTrace(trace => trace.MergeInto("line", line));

    public static GenericChart WithLineStyle(
        this GenericChart @this, FSharpOption<bool>? AutoColorScale = null, FSharpOption<bool>? CAuto = null, FSharpOption<double>? CMax = null,
        FSharpOption<double>? CMid = null, FSharpOption<double>? CMin = null, FSharpOption<Color>? Color = null,
        FSharpOption<StyleParam.SubPlotId>? ColorAxis = null, FSharpOption<StyleParam.Colorscale>? Colorscale = null,
        FSharpOption<bool>? ReverseScale = null, FSharpOption<bool>? ShowScale = null, FSharpOption<ColorBar>? ColorBar = null,
        FSharpOption<StyleParam.DrawingStyle>? Dash = null, FSharpOption<StyleParam.Shape>? Shape = null, FSharpOption<bool>? Simplify = null,
        FSharpOption<double>? Smoothing = null, FSharpOption<double>? Width = null, FSharpOption<IEnumerable<double>>? MultiWidth = null,
        FSharpOption<Color>? OutlierColor = null, FSharpOption<double>? OutlierWidth = null) =>
        @this.WithLine(new Line()
            .Set("autocolorscale", AutoColorScale).Set("cauto", CAuto).Set("cmax", CMax).Set("cmid", CMid).Set("cmin", CMin)
            .Set("color", Color).Set("coloraxis", ColorAxis).Set("colorscale", Colorscale).Set("reversescale", ReverseScale)
            .Set("showscale", ShowScale).Set("colorbar", ColorBar).Set("dash", Dash).Set("shape", Shape).Set("simplify", Simplify)
            .Set("smoothing", Smoothing).Set("width", Width).Set("width", MultiWidth).Set("outliercolor", OutlierColor)
            .Set("outlierwidth", OutlierWidth));

    public static GenericChart WithXError(this GenericChart @this, Error xError) =>
        @this.EachTrace(trace => trace.MergeInto("error_x", xError));

    public static GenericChart WithXErrorStyle<m, n>(
        this GenericChart @this, FSharpOption<IEnumerable<m>>? Array = null, FSharpOption<IEnumerable<n>>? Arrayminus = null,
        FSharpOption<bool>? Symmetric = null, FSharpOption<Color>? Color = null, FSharpOption<double>? Thickness = null,
        FSharpOption<double>? Width = null)
        where m : IConvertible where n : IConvertible =>
        @this.WithXError(new Error()
            .Set("array", Array).Set("arrayminus", Arrayminus).Set("symmetric", Symmetric).Set("color", Color)
            .Set("thickness", Thickness).Set("width", Width));

    public static GenericChart WithYError(this GenericChart @this, Error yError) =>
        @this.EachTrace(trace => trace.MergeInto("error_y", yError));

    public static GenericChart WithYErrorStyle<k, l>(
        this GenericChart @this, FSharpOption<IEnumerable<k>>? Array = null, FSharpOption<IEnumerable<l>>? Arrayminus = null,
        FSharpOption<bool>? Symmetric = null, FSharpOption<Color>? Color = null, FSharpOption<double>? Thickness = null,
        FSharpOption<double>? Width = null)
        where k : IConvertible where l : IConvertible =>
        @this.WithYError(new Error()
            .Set("array", Array).Set("arrayminus", Arrayminus).Set("symmetric", Symmetric).Set("color", Color)
            .Set("thickness", Thickness).Set("width", Width));

    public static GenericChart WithXAxis(this GenericChart @this, LinearAxis xAxis, FSharpOption<StyleParam.SubPlotId>? Id = null) =>
        @this.OnLayout(layout => layout.MergeInto(Id?.Value.ToString() ?? "xaxis", xAxis));

    public static GenericChart WithXAxisStyle(
        this GenericChart @this, Title title, FSharpOption<Tuple<IConvertible, IConvertible>>? MinMax = null, FSharpOption<bool>? ShowGrid = null,
        FSharpOption<bool>? ShowLine = null, FSharpOption<StyleParam.Side>? Side = null, FSharpOption<StyleParam.LinearAxisId>? Overlaying = null,
        FSharpOption<StyleParam.SubPlotId>? Id = null, FSharpOption<Tuple<IConvertible, IConvertible>>? Domain = null,
        FSharpOption<double>? Position = null, FSharpOption<bool>? ZeroLine = null, FSharpOption<StyleParam.LinearAxisId>? Anchor = null) =>
        @this.WithXAxis(
            new LinearAxis().SetValue("title", title).SetValue("range", Bounds(MinMax)).SetValue("domain", Bounds(Domain))
                .Set("showgrid", ShowGrid).Set("showline", ShowLine).Set("side", Side).Set("overlaying", Overlaying)
                .Set("position", Position).Set("zeroline", ZeroLine).Set("anchor", Anchor),
            Id);

    public static GenericChart WithYAxis(this GenericChart @this, LinearAxis yAxis, FSharpOption<StyleParam.SubPlotId>? Id = null) =>
        @this.OnLayout(layout => layout.MergeInto(Id?.Value.ToString() ?? "yaxis", yAxis));

    public static GenericChart WithYAxisStyle(
        this GenericChart @this, Title title, FSharpOption<Tuple<IConvertible, IConvertible>>? MinMax = null, FSharpOption<bool>? ShowGrid = null,
        FSharpOption<bool>? ShowLine = null, FSharpOption<StyleParam.Side>? Side = null, FSharpOption<StyleParam.LinearAxisId>? Overlaying = null,
        FSharpOption<StyleParam.SubPlotId>? Id = null, FSharpOption<Tuple<IConvertible, IConvertible>>? Domain = null,
        FSharpOption<double>? Position = null, FSharpOption<bool>? ZeroLine = null, FSharpOption<StyleParam.LinearAxisId>? Anchor = null) =>
        @this.WithYAxis(
            new LinearAxis().SetValue("title", title).SetValue("range", Bounds(MinMax)).SetValue("domain", Bounds(Domain))
                .Set("showgrid", ShowGrid).Set("showline", ShowLine).Set("side", Side).Set("overlaying", Overlaying)
                .Set("position", Position).Set("zeroline", ZeroLine).Set("anchor", Anchor),
            Id);

    public static GenericChart WithColorBar(this GenericChart @this, ColorBar colorbar) =>
        @this.EachTrace(trace => trace.MergeInto("colorbar", colorbar));

    public static GenericChart WithColorbar(
        this GenericChart @this, Title title, FSharpOption<double>? Length = null, FSharpOption<Color>? OutlineColor = null,
        FSharpOption<Color>? BorderColor = null, FSharpOption<Color>? BGColor = null) =>
        @this.WithColorBar(new ColorBar().SetValue("title", title)
            .Set("len", Length).Set("outlinecolor", OutlineColor).Set("bordercolor", BorderColor).Set("bgcolor", BGColor));

    public static GenericChart WithLayout(this GenericChart @this, Layout layout) => GenericChart.addLayout(layout, @this);

    public static GenericChart WithLayoutGrid(this GenericChart @this, LayoutGrid layoutGrid) =>
        @this.OnLayout(layout => layout.MergeInto("grid", layoutGrid));

    public static GenericChart WithLayoutGridStyle(
        this GenericChart @this, FSharpOption<Tuple<StyleParam.LinearAxisId, StyleParam.LinearAxisId>[][]>? SubPlots = null,
        FSharpOption<StyleParam.LinearAxisId[]>? XAxes = null, FSharpOption<StyleParam.LinearAxisId[]>? YAxes = null, FSharpOption<int>? Rows = null,
        FSharpOption<int>? Columns = null, FSharpOption<StyleParam.LayoutGridRowOrder>? RowOrder = null,
        FSharpOption<StyleParam.LayoutGridPattern>? Pattern = null, FSharpOption<double>? XGap = null, FSharpOption<double>? YGap = null,
        FSharpOption<Domain>? Domain = null, FSharpOption<StyleParam.LayoutGridXSide>? XSide = null,
        FSharpOption<StyleParam.LayoutGridYSide>? YSide = null) =>
        @this.WithLayoutGrid(new LayoutGrid()
            .Set("subplots", SubPlots).Set("xaxes", XAxes).Set("yaxes", YAxes).Set("rows", Rows).Set("columns", Columns)
            .Set("roworder", RowOrder).Set("pattern", Pattern).Set("xgap", XGap).Set("ygap", YGap).Set("domain", Domain)
            .Set("xside", XSide).Set("yside", YSide));

    public static GenericChart WithConfig(this GenericChart @this, Config config) => GenericChart.addConfig(config, @this);

    public static GenericChart WithAnnotation(
        this GenericChart @this, Annotation annotation, [Optional, DefaultParameterValue(true)] FSharpOption<bool>? Append) =>
        @this.WithAnnotations([annotation], Append);

    public static GenericChart WithAnnotations(
        this GenericChart @this, IEnumerable<Annotation> annotations, [Optional, DefaultParameterValue(true)] FSharpOption<bool>? Append) =>
        @this.OnLayout(layout => layout.SetValue("annotations", annotations.Concat(Kept<Annotation>(layout, "annotations", Append))));

    public static GenericChart WithShape(this GenericChart @this, Shape shape, [Optional, DefaultParameterValue(true)] FSharpOption<bool>? Append) =>
        @this.WithShapes([shape], Append);

    public static GenericChart WithShapes(
        this GenericChart @this, IEnumerable<Shape> shapes, [Optional, DefaultParameterValue(true)] FSharpOption<bool>? Append) =>
        @this.OnLayout(layout => layout.SetValue("shapes", shapes.Concat(Kept<Shape>(layout, "shapes", Append))));

    public static GenericChart WithTitle(this GenericChart @this, string title, FSharpOption<Font>? TitleFont = null) =>
        @this.WithLayout(new Layout().SetValue("title", new Title().SetValue("text", title).Set("font", TitleFont)));

    public static GenericChart WithLegend(this GenericChart @this, bool showlegend) =>
        @this.OnLayout(layout => layout.SetValue("showlegend", showlegend));

    public static GenericChart WithSize(this GenericChart @this, int width, int height) =>
        @this.OnLayout(layout => layout.SetValue("width", width).SetValue("height", height));

    public static GenericChart WithMargin(this GenericChart @this, Margin margin) =>
        @this.OnLayout(layout => layout.SetValue("margin", margin));

    public static GenericChart WithMarginSize<a, b, c, d, e, f>(
        this GenericChart @this, FSharpOption<a>? Left = null, FSharpOption<b>? Right = null, FSharpOption<c>? Top = null,
        FSharpOption<d>? Bottom = null, FSharpOption<e>? Pad = null, FSharpOption<f>? Autoexpand = null) =>
        @this.WithMargin(Margin.init(Left, Right, Top, Bottom, Pad, Autoexpand));

    public static GenericChart WithTemplate(this GenericChart @this, Template template) =>
        @this.OnLayout(layout => layout.SetValue("template", template));

    public static void SaveHtml(this GenericChart @this, string path, FSharpOption<bool>? OpenInBrowser = null)
    {
        var file = HtmlPage.Save(@this, path);
        if (OpenInBrowser?.Value == true)
            HtmlPage.Announce(file);
    }

    public static void Show(this GenericChart value) => HtmlPage.Show(value);

    internal static GenericChart OnLayout(this GenericChart chart, Action<Layout> change)
    {
        change(GenericChart.getLayout(chart));
        return chart;
    }

    internal static GenericChart EachTrace(this GenericChart chart, Action<Trace> change)
    {
        foreach (var trace in GenericChart.getTraces(chart))
            change(trace);
        return chart;
    }

    /// <summary>What the layout has of a list already, unless it is to be replaced; as in the package, the new ones go before it.</summary>
    private static IEnumerable<T> Kept<T>(Layout layout, string name, FSharpOption<bool>? append) =>
        append?.Value == false ? [] : layout.Items(name).Cast<T>();

    private static IConvertible[]? Bounds(FSharpOption<Tuple<IConvertible, IConvertible>>? bounds) =>
        bounds is null ? null : [bounds.Value.Item1, bounds.Value.Item2];
}
