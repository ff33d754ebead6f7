using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;

namespace Plotly.NET.CSharp;

/// <remarks>As in the package, nothing compares the lengths of x and y: plotly.js draws as many points as the shorter one has.</remarks>
public static class Chart
{
    public static GenericChart Combine(IEnumerable<GenericChart> gCharts) => Plotly.NET.Chart.Combine(gCharts);

    public static GenericChart Invisible() => Plotly.NET.Chart.Invisible();

    /// <summary>Row by row, one chart a cell; each cell gets axes of its own, or shares those of its row and column where the pattern is coupled.</summary>
    public static GenericChart Grid(
        IEnumerable<GenericChart> gCharts, int nRows, int nCols, Optional<IEnumerable<string>> SubPlotTitles = default,
        Optional<Font> SubPlotTitleFont = default, Optional<double> SubPlotTitleOffset = default,
        Optional<Tuple<StyleParam.LinearAxisId, StyleParam.LinearAxisId>[][]> SubPlots = default, Optional<StyleParam.LinearAxisId[]> XAxes = default,
        Optional<StyleParam.LinearAxisId[]> YAxes = default, Optional<StyleParam.LayoutGridRowOrder> RowOrder = default,
        Optional<StyleParam.LayoutGridPattern> Pattern = default, Optional<double> XGap = default, Optional<double> YGap = default,
        Optional<Domain> Domain = default, Optional<StyleParam.LayoutGridXSide> XSide = default, Optional<StyleParam.LayoutGridYSide> YSide = default)
    {
        var pattern = Pattern.Or(StyleParam.LayoutGridPattern.Independent);
        var rowOrder = RowOrder.Or(StyleParam.LayoutGridRowOrder.TopToBottom);
        var coupled = pattern == StyleParam.LayoutGridPattern.Coupled;
        var cells = gCharts.Take(nRows * nCols).Select((chart, i) => coupled
            ? GridCells.Move(chart, number: i + 1, xAnchor: i % nCols + 1, yAnchor: i / nCols + 1)
            : GridCells.Move(chart, number: i + 1, xAnchor: i + 1, yAnchor: i + 1));
        var titles = SubPlotTitles.IsSome
            ? GridCells.Titles(SubPlotTitles.Value, nRows, nCols, XGap.Or(coupled ? 0.1 : 0.2), YGap.Or(coupled ? 0.1 : 0.3),
                rowOrder == StyleParam.LayoutGridRowOrder.BottomToTop, SubPlotTitleOffset.Or(0), SubPlotTitleFont)
            : [];
        return Combine(cells)
            .WithAnnotations(titles)
            .WithLayoutGrid(new LayoutGrid()
                .SetValue("rows", nRows).SetValue("columns", nCols).SetValue("pattern", pattern).SetValue("roworder", rowOrder)
                .Set("subplots", SubPlots).Set("xaxes", XAxes).Set("yaxes", YAxes).Set("xgap", XGap).Set("ygap", YGap)
                .Set("domain", Domain).Set("xside", XSide).Set("yside", YSide));
    }

    public static GenericChart SingleStack(
        IEnumerable<GenericChart> gCharts, Optional<IEnumerable<string>> SubPlotTitles = default, Optional<Font> SubPlotTitleFont = default,
        Optional<double> SubPlotTitleOffset = default, Optional<Tuple<StyleParam.LinearAxisId, StyleParam.LinearAxisId>[][]> SubPlots = default,
        Optional<StyleParam.LinearAxisId[]> XAxes = default, Optional<StyleParam.LinearAxisId[]> YAxes = default,
        Optional<StyleParam.LayoutGridRowOrder> RowOrder = default, Optional<StyleParam.LayoutGridPattern> Pattern = default,
        Optional<double> XGap = default, Optional<double> YGap = default, Optional<Domain> Domain = default,
        Optional<StyleParam.LayoutGridXSide> XSide = default, Optional<StyleParam.LayoutGridYSide> YSide = default)
    {
        GenericChart[] charts = [.. gCharts];
        return Grid(
            charts, charts.Length, 1, SubPlotTitles: SubPlotTitles, SubPlotTitleFont: SubPlotTitleFont, SubPlotTitleOffset: SubPlotTitleOffset,
            SubPlots: SubPlots, XAxes: XAxes, YAxes: YAxes, RowOrder: RowOrder, Pattern: Pattern, XGap: XGap, YGap: YGap, Domain: Domain,
            XSide: XSide, YSide: YSide);
    }

    public static GenericChart Scatter<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, StyleParam.Mode mode, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default, Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default,
        Optional<Marker> Marker = default, Optional<Color> LineColor = default, Optional<StyleParam.Colorscale> LineColorScale = default,
        Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default, Optional<Line> Line = default,
        Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<StyleParam.Fill> Fill = default, Optional<Color> FillColor = default,
        Optional<bool> UseWebGL = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        var marker = Marker.Or().Set("color", MarkerColor).Set("line", MarkerOutline).Set("symbol", MarkerSymbol)
            .Set("symbol", MultiMarkerSymbol).Set("colorscale", MarkerColorScale).Set("opacity", MultiOpacity);
        var line = Line.Or().Set("color", LineColor).Set("dash", LineDash).Set("colorscale", LineColorScale).Set("width", LineWidth);
        var trace = new Trace2D(UseWebGL.Or(false) ? "scattergl" : "scatter")
            .SetValue("x", x).SetValue("y", y).SetValue("mode", mode).Set("name", Name).Set("showlegend", ShowLegend).Set("opacity", Opacity)
            .Set("text", Text).Set("text", MultiText).Set("textposition", TextPosition).Set("textposition", MultiTextPosition)
            .Set("stackgroup", StackGroup).Set("orientation", Orientation).Set("groupnorm", GroupNorm)
            .Set("fill", Fill).Set("fillcolor", FillColor).SetValue("marker", marker).SetValue("line", line);
        return GenericChart.ofTraceObject(UseDefaults.Or(true), trace);
    }

    public static GenericChart Point<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default, Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default,
        Optional<Marker> Marker = default, Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<bool> UseWebGL = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Scatter(
            x, y, Modes.Points(TextPosition.IsSome || MultiTextPosition.IsSome), Name: Name, ShowLegend: ShowLegend, Opacity: Opacity,
            MultiOpacity: MultiOpacity, Text: Text, MultiText: MultiText, TextPosition: TextPosition, MultiTextPosition: MultiTextPosition,
            MarkerColor: MarkerColor, MarkerColorScale: MarkerColorScale, MarkerOutline: MarkerOutline, MarkerSymbol: MarkerSymbol,
            MultiMarkerSymbol: MultiMarkerSymbol, Marker: Marker, StackGroup: StackGroup, Orientation: Orientation, GroupNorm: GroupNorm,
            UseWebGL: UseWebGL, UseDefaults: UseDefaults);

    public static GenericChart Line<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<bool> ShowMarkers = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default,
        Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default,
        Optional<StyleParam.TextPosition> TextPosition = default, Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default,
        Optional<Color> MarkerColor = default, Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default, Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default,
        Optional<Marker> Marker = default, Optional<Color> LineColor = default, Optional<StyleParam.Colorscale> LineColorScale = default,
        Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default, Optional<Line> Line = default,
        Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<StyleParam.Fill> Fill = default, Optional<Color> FillColor = default,
        Optional<bool> UseWebGL = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Scatter(
            x, y, Modes.Lines(ShowMarkers, TextPosition.IsSome || MultiTextPosition.IsSome), Name: Name, ShowLegend: ShowLegend,
            Opacity: Opacity, MultiOpacity: MultiOpacity, Text: Text, MultiText: MultiText, TextPosition: TextPosition,
            MultiTextPosition: MultiTextPosition, MarkerColor: MarkerColor, MarkerColorScale: MarkerColorScale, MarkerOutline: MarkerOutline,
            MarkerSymbol: MarkerSymbol, MultiMarkerSymbol: MultiMarkerSymbol, Marker: Marker, LineColor: LineColor,
            LineColorScale: LineColorScale, LineWidth: LineWidth, LineDash: LineDash, Line: Line, StackGroup: StackGroup,
            Orientation: Orientation, GroupNorm: GroupNorm, Fill: Fill, FillColor: FillColor, UseWebGL: UseWebGL, UseDefaults: UseDefaults);

    public static GenericChart Spline<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<bool> ShowMarkers = default, Optional<double> Smoothing = default,
        Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<double> Opacity = default,
        Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default,
        Optional<StyleParam.TextPosition> TextPosition = default, Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default,
        Optional<Color> MarkerColor = default, Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default, Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default,
        Optional<Marker> Marker = default, Optional<Color> LineColor = default, Optional<StyleParam.Colorscale> LineColorScale = default,
        Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default, Optional<Line> Line = default,
        Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<StyleParam.Fill> Fill = default, Optional<Color> FillColor = default,
        Optional<bool> UseWebGL = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        var line = Line.Or().SetValue("shape", StyleParam.Shape.Spline).Set("smoothing", Smoothing);
        return Chart.Line(
            x, y, Line: line, ShowMarkers: ShowMarkers, Name: Name, ShowLegend: ShowLegend, Opacity: Opacity, MultiOpacity: MultiOpacity,
            Text: Text, MultiText: MultiText, TextPosition: TextPosition, MultiTextPosition: MultiTextPosition, MarkerColor: MarkerColor,
            MarkerColorScale: MarkerColorScale, MarkerOutline: MarkerOutline, MarkerSymbol: MarkerSymbol, MultiMarkerSymbol: MultiMarkerSymbol,
            Marker: Marker, LineColor: LineColor, LineColorScale: LineColorScale, LineWidth: LineWidth, LineDash: LineDash,
            StackGroup: StackGroup, Orientation: Orientation, GroupNorm: GroupNorm, Fill: Fill, FillColor: FillColor, UseWebGL: UseWebGL,
            UseDefaults: UseDefaults);
    }

    public static GenericChart Bubble<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, IEnumerable<int> sizes, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default, Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default,
        Optional<Marker> Marker = default, Optional<Color> LineColor = default, Optional<StyleParam.Colorscale> LineColorScale = default,
        Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default, Optional<Line> Line = default,
        Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<bool> UseWebGL = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        var marker = Marker.Or().SetValue("size", sizes);
        return Point(
            x, y, Marker: marker, Name: Name, ShowLegend: ShowLegend, Opacity: Opacity, MultiOpacity: MultiOpacity, Text: Text,
            MultiText: MultiText, TextPosition: TextPosition, MultiTextPosition: MultiTextPosition, MarkerColor: MarkerColor,
            MarkerColorScale: MarkerColorScale, MarkerOutline: MarkerOutline, MarkerSymbol: MarkerSymbol, MultiMarkerSymbol: MultiMarkerSymbol,
            StackGroup: StackGroup, Orientation: Orientation, GroupNorm: GroupNorm, UseWebGL: UseWebGL, UseDefaults: UseDefaults)
            .WithLine(Line.Or().Set("color", LineColor).Set("dash", LineDash).Set("colorscale", LineColorScale).Set("width", LineWidth));
    }

    public static GenericChart Area<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, Optional<bool> ShowMarkers = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default,
        Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default,
        Optional<StyleParam.TextPosition> TextPosition = default, Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default,
        Optional<Color> MarkerColor = default, Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default, Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default,
        Optional<Marker> Marker = default, Optional<Color> LineColor = default, Optional<StyleParam.Colorscale> LineColorScale = default,
        Optional<double> LineWidth = default, Optional<StyleParam.DrawingStyle> LineDash = default, Optional<Line> Line = default,
        Optional<string> StackGroup = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default, Optional<Color> FillColor = default, Optional<bool> UseWebGL = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible =>
        Chart.Line(
            x, y, Fill: StyleParam.Fill.ToZero_y, ShowMarkers: ShowMarkers, Name: Name, ShowLegend: ShowLegend, Opacity: Opacity,
            MultiOpacity: MultiOpacity, Text: Text, MultiText: MultiText, TextPosition: TextPosition, MultiTextPosition: MultiTextPosition,
            MarkerColor: MarkerColor, MarkerColorScale: MarkerColorScale, MarkerOutline: MarkerOutline, MarkerSymbol: MarkerSymbol,
            MultiMarkerSymbol: MultiMarkerSymbol, Marker: Marker, LineColor: LineColor, LineColorScale: LineColorScale, LineWidth: LineWidth,
            LineDash: LineDash, Line: Line, StackGroup: StackGroup, Orientation: Orientation, GroupNorm: GroupNorm, FillColor: FillColor,
            UseWebGL: UseWebGL, UseDefaults: UseDefaults);

    /// <summary>Three traces: the lower edge, the upper edge filled down to it, and the line in the middle.</summary>
    public static GenericChart Range<XType, YType, TextType>(
        IEnumerable<XType> x, IEnumerable<YType> y, IEnumerable<YType> upper, IEnumerable<YType> lower, StyleParam.Mode mode,
        Optional<string> Name = default, Optional<string> GroupName = default, Optional<bool> ShowMarkers = default,
        Optional<bool> ShowLegend = default, Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default,
        Optional<StyleParam.TextPosition> TextPosition = default, Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default,
        Optional<Color> MarkerColor = default, Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default, Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default,
        Optional<Marker> Marker = default, Optional<Marker> UpperMarker = default, Optional<Marker> LowerMarker = default,
        Optional<Color> LineColor = default, Optional<StyleParam.Colorscale> LineColorScale = default, Optional<double> LineWidth = default,
        Optional<StyleParam.DrawingStyle> LineDash = default, Optional<Line> Line = default, Optional<Line> UpperLine = default,
        Optional<Line> LowerLine = default, Optional<Color> RangeColor = default, Optional<TextType> UpperText = default,
        Optional<IEnumerable<TextType>> MultiUpperText = default, Optional<TextType> LowerText = default,
        Optional<IEnumerable<TextType>> MultiLowerText = default, Optional<Font> TextFont = default, Optional<string> LowerName = default,
        Optional<string> UpperName = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        x = [.. x]; // read once, written three times
        var withText = TextPosition.IsSome || TextFont.IsSome;
        var shown = Modes.With(mode, ShowMarkers, withText);
        var group = GroupName.Or("Range");
        var edgeColor = RangeColor.Or(Color.fromString("rgba(0,0,0,0.5)"));
        Trace2D Edge(
            IEnumerable<YType> values, string name, Optional<Marker> edgeMarker, Optional<Line> edgeLine, Optional<TextType> text,
            Optional<IEnumerable<TextType>> multiText) =>
            new Trace2D("scatter")
                .SetValue("x", x).SetValue("y", values).SetValue("mode", shown).Set("fillcolor", RangeColor).SetValue("name", name)
                .SetValue("showlegend", ShowLegend.Or(true)).Set("text", text).Set("text", multiText)
                .Set("textposition", TextPosition).Set("textfont", TextFont).Set("line", edgeLine).SetValue("legendgroup", group)
                .SetValue("marker", edgeMarker.Or().SetValue("color", edgeColor));

        var below = Edge(lower, LowerName.Or("lower"), LowerMarker, LowerLine, LowerText, MultiLowerText);
        var above = Edge(upper, UpperName.Or("upper"), UpperMarker, UpperLine, UpperText, MultiUpperText).SetValue("fill", StyleParam.Fill.ToNext_y);
        var middle = Scatter(
            x, y, shown, Name: Name, ShowLegend: ShowLegend, Text: Text, MultiText: MultiText, TextPosition: TextPosition,
            MultiTextPosition: MultiTextPosition, MarkerColor: MarkerColor, MarkerColorScale: MarkerColorScale, MarkerOutline: MarkerOutline,
            MarkerSymbol: MarkerSymbol, MultiMarkerSymbol: MultiMarkerSymbol, Marker: Marker, LineColor: LineColor,
            LineColorScale: LineColorScale, LineWidth: LineWidth, LineDash: LineDash, Line: Line)
            .EachTrace(trace => trace.SetValue("legendgroup", group).SetValue("legendgrouptitle", new Title().SetValue("text", group)));
        return GenericChart.ofTraceObjects<Trace[]>(UseDefaults.Or(true), [below, above, .. GenericChart.getTraces(middle)]);
    }

    /// <summary>Horizontal bars: the values run along x, the keys along y.</summary>
    public static GenericChart Bar<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values, Optional<IEnumerable<KeysType>> Keys = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default,
        Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.PatternShape> MarkerPatternShape = default,
        Optional<IEnumerable<StyleParam.PatternShape>> MultiMarkerPatternShape = default, Optional<Pattern> MarkerPattern = default,
        Optional<Marker> Marker = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<IEnumerable<ValuesType>> MultiWidth = default,
        Optional<bool> UseDefaults = default, Optional<ValuesType> Base = default, Optional<ValuesType> Width = default)
        where ValuesType : IConvertible where KeysType : IConvertible where TextType : IConvertible
    {
        var pattern = MarkerPattern.Or().Set("shape", MarkerPatternShape).Set("shape", MultiMarkerPatternShape);
        var marker = Marker.Or().Set("color", MarkerColor).SetValue("pattern", pattern).Set("opacity", MultiOpacity)
            .Set("colorscale", MarkerColorScale).Set("line", MarkerOutline);
        var trace = new Trace2D("bar")
            .SetValue("x", values).Set("y", Keys).SetValue("orientation", StyleParam.Orientation.Horizontal)
            .Set("name", Name).Set("showlegend", ShowLegend).Set("opacity", Opacity).Set("text", Text).Set("text", MultiText)
            .Set("base", Base).Set("width", Width).Set("width", MultiWidth)
            .Set("textposition", TextPosition).Set("textposition", MultiTextPosition).SetValue("marker", marker);
        return GenericChart.ofTraceObject(UseDefaults.Or(true), trace);
    }

    public static GenericChart StackedBar<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values, Optional<IEnumerable<KeysType>> Keys = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default,
        Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.PatternShape> MarkerPatternShape = default,
        Optional<IEnumerable<StyleParam.PatternShape>> MultiMarkerPatternShape = default, Optional<Pattern> MarkerPattern = default,
        Optional<Marker> Marker = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<IEnumerable<ValuesType>> MultiWidth = default,
        Optional<bool> UseDefaults = default, Optional<ValuesType> Base = default, Optional<ValuesType> Width = default)
        where ValuesType : IConvertible where KeysType : IConvertible where TextType : IConvertible =>
        Bar(
            values, Keys: Keys, Name: Name, ShowLegend: ShowLegend, Opacity: Opacity, MultiOpacity: MultiOpacity, Text: Text,
            MultiText: MultiText, MarkerColor: MarkerColor, MarkerColorScale: MarkerColorScale, MarkerOutline: MarkerOutline,
            MarkerPatternShape: MarkerPatternShape, MultiMarkerPatternShape: MultiMarkerPatternShape, MarkerPattern: MarkerPattern,
            Marker: Marker, TextPosition: TextPosition, MultiTextPosition: MultiTextPosition, MultiWidth: MultiWidth, UseDefaults: UseDefaults,
            Base: Base, Width: Width)
            .OnLayout(layout => layout.SetValue("barmode", StyleParam.BarMode.Stack));

    public static GenericChart Column<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values, Optional<IEnumerable<KeysType>> Keys = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default,
        Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.PatternShape> MarkerPatternShape = default,
        Optional<IEnumerable<StyleParam.PatternShape>> MultiMarkerPatternShape = default, Optional<Pattern> MarkerPattern = default,
        Optional<Marker> Marker = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<IEnumerable<ValuesType>> MultiWidth = default,
        Optional<bool> UseDefaults = default, Optional<ValuesType> Base = default, Optional<ValuesType> Width = default)
        where ValuesType : IConvertible where KeysType : IConvertible where TextType : IConvertible
    {
        var pattern = MarkerPattern.Or().Set("shape", MarkerPatternShape).Set("shape", MultiMarkerPatternShape);
        var marker = Marker.Or().Set("color", MarkerColor).SetValue("pattern", pattern).Set("opacity", MultiOpacity)
            .Set("colorscale", MarkerColorScale).Set("line", MarkerOutline);
        var trace = new Trace2D("bar")
            .SetValue("y", values).Set("x", Keys).SetValue("orientation", StyleParam.Orientation.Vertical)
            .Set("name", Name).Set("showlegend", ShowLegend).Set("opacity", Opacity).Set("text", Text).Set("text", MultiText)
            .Set("base", Base).Set("width", Width).Set("width", MultiWidth)
            .Set("textposition", TextPosition).Set("textposition", MultiTextPosition).SetValue("marker", marker);
        return GenericChart.ofTraceObject(UseDefaults.Or(true), trace);
    }

    public static GenericChart StackedColumn<ValuesType, KeysType, TextType>(
        IEnumerable<ValuesType> values, Optional<IEnumerable<KeysType>> Keys = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<IEnumerable<double>> MultiOpacity = default,
        Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default, Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default, Optional<Line> MarkerOutline = default,
        Optional<StyleParam.PatternShape> MarkerPatternShape = default,
        Optional<IEnumerable<StyleParam.PatternShape>> MultiMarkerPatternShape = default, Optional<Pattern> MarkerPattern = default,
        Optional<Marker> Marker = default, Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default, Optional<IEnumerable<ValuesType>> MultiWidth = default,
        Optional<bool> UseDefaults = default, Optional<ValuesType> Base = default, Optional<ValuesType> Width = default)
        where ValuesType : IConvertible where KeysType : IConvertible where TextType : IConvertible =>
        Column(
            values, Keys: Keys, Name: Name, ShowLegend: ShowLegend, Opacity: Opacity, MultiOpacity: MultiOpacity, Text: Text,
            MultiText: MultiText, MarkerColor: MarkerColor, MarkerColorScale: MarkerColorScale, MarkerOutline: MarkerOutline,
            MarkerPatternShape: MarkerPatternShape, MultiMarkerPatternShape: MultiMarkerPatternShape, MarkerPattern: MarkerPattern,
            Marker: Marker, TextPosition: TextPosition, MultiTextPosition: MultiTextPosition, MultiWidth: MultiWidth, UseDefaults: UseDefaults,
            Base: Base, Width: Width)
            .OnLayout(layout => layout.SetValue("barmode", StyleParam.BarMode.Stack));

    public static GenericChart Histogram<XType, YType, TextType>(
        Optional<IEnumerable<XType>> X = default, Optional<IEnumerable<YType>> Y = default, Optional<StyleParam.Orientation> Orientation = default,
        Optional<string> Name = default, Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<StyleParam.HistFunc> HistFunc = default,
        Optional<StyleParam.HistNorm> HistNorm = default, Optional<string> AlignmentGroup = default, Optional<string> OffsetGroup = default,
        Optional<int> NBinsX = default, Optional<int> NBinsY = default, Optional<string> BinGroup = default, Optional<Bins> XBins = default,
        Optional<Bins> YBins = default, Optional<Color> MarkerColor = default, Optional<Marker> Marker = default, Optional<Line> Line = default,
        Optional<Error> XError = default, Optional<Error> YError = default, Optional<Cumulative> Cumulative = default,
        Optional<Hoverlabel> HoverLabel = default, Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        var trace = new Trace2D("histogram")
            .Set("x", X).Set("y", Y).Set("orientation", Orientation).Set("name", Name).Set("showlegend", ShowLegend).Set("opacity", Opacity)
            .Set("text", Text).Set("text", MultiText).Set("histfunc", HistFunc).Set("histnorm", HistNorm)
            .Set("alignmentgroup", AlignmentGroup).Set("offsetgroup", OffsetGroup).Set("nbinsx", NBinsX).Set("nbinsy", NBinsY)
            .Set("bingroup", BinGroup).Set("xbins", XBins).Set("ybins", YBins)
            .SetValue("marker", Marker.Or().Set("color", MarkerColor).SetValue("pattern", new Pattern())).Set("line", Line)
            .Set("error_x", XError).Set("error_y", YError).Set("cumulative", Cumulative).Set("hoverlabel", HoverLabel);
        return GenericChart.ofTraceObject(UseDefaults.Or(true), trace);
    }

    public static GenericChart BoxPlot<XType, YType, TextType>(
        Optional<IEnumerable<XType>> X = default, Optional<IEnumerable<YType>> Y = default, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<TextType> Text = default, Optional<IEnumerable<TextType>> MultiText = default,
        Optional<Color> FillColor = default, Optional<Color> MarkerColor = default, Optional<Marker> Marker = default,
        Optional<double> Opacity = default, Optional<double> WhiskerWidth = default, Optional<StyleParam.BoxPoints> BoxPoints = default,
        Optional<StyleParam.BoxMean> BoxMean = default, Optional<double> Jitter = default, Optional<double> PointPos = default,
        Optional<StyleParam.Orientation> Orientation = default, Optional<Color> OutlineColor = default, Optional<double> OutlineWidth = default,
        Optional<Line> Outline = default, Optional<string> AlignmentGroup = default, Optional<string> OffsetGroup = default,
        Optional<bool> Notched = default, Optional<double> NotchWidth = default, Optional<StyleParam.QuartileMethod> QuartileMethod = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        var trace = new Trace2D("box")
            .Set("name", Name).Set("showlegend", ShowLegend).Set("opacity", Opacity).Set("x", X).Set("y", Y).Set("text", Text).Set("text", MultiText)
            .Set("whiskerwidth", WhiskerWidth).Set("boxpoints", BoxPoints).Set("boxmean", BoxMean).Set("jitter", Jitter).Set("pointpos", PointPos)
            .Set("orientation", Orientation).Set("fillcolor", FillColor).SetValue("marker", Marker.Or().Set("color", MarkerColor))
            .SetValue("line", Outline.Or().Set("color", OutlineColor).Set("width", OutlineWidth))
            .Set("alignmentgroup", AlignmentGroup).Set("offsetgroup", OffsetGroup).Set("notched", Notched).Set("notchwidth", NotchWidth)
            .Set("quartilemethod", QuartileMethod);
        return GenericChart.ofTraceObject(UseDefaults.Or(true), trace);
    }

    public static GenericChart Heatmap<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, Optional<string> Name = default, Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default, Optional<IEnumerable<XType>> X = default, Optional<int> XGap = default,
        Optional<IEnumerable<YType>> Y = default, Optional<int> YGap = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<ColorBar> ColorBar = default,
        Optional<StyleParam.Colorscale> ColorScale = default, Optional<bool> ShowScale = default, Optional<bool> ReverseScale = default,
        Optional<StyleParam.SmoothAlg> ZSmooth = default, Optional<bool> Transpose = default, Optional<bool> UseWebGL = default,
        Optional<bool> ReverseYAxis = default, Optional<bool> UseDefaults = default)
        where ZType : IConvertible where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        var trace = new Trace2D(UseWebGL.Or(false) ? "heatmapgl" : "heatmap")
            .SetValue("z", zData).Set("x", X).Set("y", Y).Set("name", Name).Set("showlegend", ShowLegend).Set("opacity", Opacity)
            .Set("xgap", XGap).Set("ygap", YGap).Set("text", Text).Set("text", MultiText).Set("colorbar", ColorBar).Set("colorscale", ColorScale)
            .Set("showscale", ShowScale).Set("reversescale", ReverseScale).Set("zsmooth", ZSmooth).Set("transpose", Transpose);
        var chart = GenericChart.ofTraceObject(UseDefaults.Or(true), trace);
        return ReverseYAxis.Or(false)
            ? chart.WithYAxis(new LinearAxis().SetValue("autorange", StyleParam.AutoRange.Reversed))
            : chart;
    }

    /// <summary>The texts stand at column and row number, as in the package, and so fit where the axes have no values of their own or count from 0.</summary>
    public static GenericChart AnnotatedHeatmap<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData, IEnumerable<IEnumerable<string>> annotationText, Optional<string> Name = default,
        Optional<bool> ShowLegend = default, Optional<double> Opacity = default, Optional<IEnumerable<XType>> X = default,
        Optional<int> XGap = default, Optional<IEnumerable<YType>> Y = default, Optional<int> YGap = default, Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default, Optional<ColorBar> ColorBar = default,
        Optional<StyleParam.Colorscale> ColorScale = default, Optional<bool> ShowScale = default, Optional<bool> ReverseScale = default,
        Optional<StyleParam.SmoothAlg> ZSmooth = default, Optional<bool> Transpose = default, Optional<bool> UseWebGL = default,
        Optional<bool> ReverseYAxis = default, Optional<bool> UseDefaults = default)
        where ZType : IConvertible where XType : IConvertible where YType : IConvertible where TextType : IConvertible
    {
        if (zData.Count() != annotationText.Count())
            throw new ArgumentException($"There are {zData.Count()} rows of values and {annotationText.Count()} rows of texts.", nameof(annotationText));

        var texts = annotationText.SelectMany((row, y) => row.Select((text, x) => new Annotation()
            .SetValue("x", x).SetValue("y", y).SetValue("text", text).SetValue("showarrow", false)));
        return Heatmap(
            zData, Name: Name, ShowLegend: ShowLegend, Opacity: Opacity, X: X, XGap: XGap, Y: Y, YGap: YGap, Text: Text, MultiText: MultiText,
            ColorBar: ColorBar, ColorScale: ColorScale, ShowScale: ShowScale, ReverseScale: ReverseScale, ZSmooth: ZSmooth,
            Transpose: Transpose, UseWebGL: UseWebGL, ReverseYAxis: ReverseYAxis, UseDefaults: UseDefaults)
            .WithAnnotations(texts);
    }
}
