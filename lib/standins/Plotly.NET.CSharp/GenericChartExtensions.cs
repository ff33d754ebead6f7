using Plotly.NET.LayoutObjects;

namespace Plotly.NET.CSharp;

public static class GenericChartExtensions
{
    public static Layout GetLayout(this GenericChart gChart) => GenericChart.getLayout(gChart);

    public static Trace[] GetTraces(this GenericChart gChart) => [.. GenericChart.getTraces(gChart)];

    public static void SaveHtml(this GenericChart gChart, string path, Optional<bool> OpenInBrowser = default) =>
        Plotly.NET.GenericChartExtensions.SaveHtml(gChart, path, OpenInBrowser.ToOption());

    public static void Show(this GenericChart gChart) => Plotly.NET.GenericChartExtensions.Show(gChart);

    public static GenericChart WithTraceInfo(
        this GenericChart gChart, Optional<string> Name = default, Optional<StyleParam.Visible> Visible = default,
        Optional<bool> ShowLegend = default, Optional<int> LegendRank = default, Optional<string> LegendGroup = default,
        Optional<Title> LegendGroupTitle = default) =>
        Plotly.NET.GenericChartExtensions.WithTraceInfo(
            gChart, Name.ToOption(), Visible.ToOption(), ShowLegend.ToOption(), LegendRank.ToOption(), LegendGroup.ToOption(), LegendGroupTitle.ToOption());

    public static GenericChart WithSize(this GenericChart gChart, Optional<int> Width = default, Optional<int> Height = default) =>
        gChart.OnLayout(layout => layout.Set("width", Width).Set("height", Height));

    public static GenericChart WithXAxisStyle<MinType, MaxType, CategoryArrayType>(
        this GenericChart gChart, Optional<string> TitleText = default, Optional<Font> TitleFont = default, Optional<int> TitleStandoff = default,
        Optional<Title> Title = default, Optional<Color> Color = default, Optional<StyleParam.AxisType> AxisType = default,
        Optional<Tuple<MinType, MaxType>> MinMax = default, Optional<StyleParam.Mirror> Mirror = default, Optional<bool> ShowSpikes = default,
        Optional<Color> SpikeColor = default, Optional<int> SpikeThickness = default, Optional<bool> ShowLine = default,
        Optional<Color> LineColor = default, Optional<bool> ShowGrid = default, Optional<Color> GridColor = default,
        Optional<bool> ZeroLine = default, Optional<Color> ZeroLineColor = default, Optional<StyleParam.LinearAxisId> Anchor = default,
        Optional<StyleParam.Side> Side = default, Optional<StyleParam.LinearAxisId> Overlaying = default,
        Optional<Tuple<double, double>> Domain = default, Optional<double> Position = default,
        Optional<StyleParam.CategoryOrder> CategoryOrder = default, Optional<IEnumerable<CategoryArrayType>> CategoryArray = default,
        Optional<RangeSlider> RangeSlider = default, Optional<RangeSelector> RangeSelector = default, Optional<Color> BackgroundColor = default,
        Optional<bool> ShowBackground = default, Optional<StyleParam.SubPlotId> Id = default)
        where MinType : IConvertible where MaxType : IConvertible where CategoryArrayType : IConvertible
    {
        var title = (Title.IsSome ? Title.Value : new Title()).Set("text", TitleText).Set("font", TitleFont).Set("standoff", TitleStandoff);
        var axis = new LinearAxis()
            .SetValue("title", title)
            .SetValue("range", Bounds(MinMax))
            .SetValue("domain", Bounds(Domain))
            .Set("color", Color).Set("type", AxisType).Set("mirror", Mirror).Set("showspikes", ShowSpikes)
            .Set("spikecolor", SpikeColor).Set("spikethickness", SpikeThickness).Set("showline", ShowLine)
            .Set("linecolor", LineColor).Set("showgrid", ShowGrid).Set("gridcolor", GridColor).Set("zeroline", ZeroLine)
            .Set("zerolinecolor", ZeroLineColor).Set("anchor", Anchor).Set("side", Side).Set("overlaying", Overlaying)
            .Set("position", Position).Set("categoryorder", CategoryOrder).Set("categoryarray", CategoryArray)
            .Set("rangeslider", RangeSlider).Set("rangeselector", RangeSelector).Set("backgroundcolor", BackgroundColor)
            .Set("showbackground", ShowBackground);
        return gChart.WithXAxis(axis, Id.ToOption());
    }

    public static GenericChart WithYAxisStyle<MinType, MaxType, CategoryArrayType>(
        this GenericChart gChart, Optional<string> TitleText = default, Optional<Font> TitleFont = default, Optional<int> TitleStandoff = default,
        Optional<Title> Title = default, Optional<Color> Color = default, Optional<StyleParam.AxisType> AxisType = default,
        Optional<Tuple<MinType, MaxType>> MinMax = default, Optional<StyleParam.Mirror> Mirror = default, Optional<bool> ShowSpikes = default,
        Optional<Color> SpikeColor = default, Optional<int> SpikeThickness = default, Optional<bool> ShowLine = default,
        Optional<Color> LineColor = default, Optional<bool> ShowGrid = default, Optional<Color> GridColor = default,
        Optional<bool> ZeroLine = default, Optional<Color> ZeroLineColor = default, Optional<StyleParam.LinearAxisId> Anchor = default,
        Optional<StyleParam.Side> Side = default, Optional<StyleParam.LinearAxisId> Overlaying = default,
        Optional<Tuple<double, double>> Domain = default, Optional<double> Position = default,
        Optional<StyleParam.CategoryOrder> CategoryOrder = default, Optional<IEnumerable<CategoryArrayType>> CategoryArray = default,
        Optional<RangeSlider> RangeSlider = default, Optional<RangeSelector> RangeSelector = default, Optional<Color> BackgroundColor = default,
        Optional<bool> ShowBackground = default, Optional<StyleParam.SubPlotId> Id = default)
        where MinType : IConvertible where MaxType : IConvertible where CategoryArrayType : IConvertible
    {
        var title = (Title.IsSome ? Title.Value : new Title()).Set("text", TitleText).Set("font", TitleFont).Set("standoff", TitleStandoff);
        var axis = new LinearAxis()
            .SetValue("title", title)
            .SetValue("range", Bounds(MinMax))
            .SetValue("domain", Bounds(Domain))
            .Set("color", Color).Set("type", AxisType).Set("mirror", Mirror).Set("showspikes", ShowSpikes)
            .Set("spikecolor", SpikeColor).Set("spikethickness", SpikeThickness).Set("showline", ShowLine)
            .Set("linecolor", LineColor).Set("showgrid", ShowGrid).Set("gridcolor", GridColor).Set("zeroline", ZeroLine)
            .Set("zerolinecolor", ZeroLineColor).Set("anchor", Anchor).Set("side", Side).Set("overlaying", Overlaying)
            .Set("position", Position).Set("categoryorder", CategoryOrder).Set("categoryarray", CategoryArray)
            .Set("rangeslider", RangeSlider).Set("rangeselector", RangeSelector).Set("backgroundcolor", BackgroundColor)
            .Set("showbackground", ShowBackground);
        return gChart.WithYAxis(axis, Id.ToOption());
    }

    public static GenericChart WithLegend(this GenericChart gChart, Legend legend) =>
        gChart.OnLayout(layout => layout.MergeInto("legend", legend));

    public static GenericChart WithLegendStyle(
        this GenericChart gChart, Optional<Color> BGColor = default, Optional<Color> BorderColor = default, Optional<double> BorderWidth = default,
        Optional<double> EntryWidth = default, Optional<StyleParam.EntryWidthMode> EntryWidthMode = default, Optional<Font> Font = default,
        Optional<StyleParam.TraceGroupClickOptions> GroupClick = default, Optional<Font> GroupTitleFont = default,
        Optional<StyleParam.TraceItemClickOptions> ItemClick = default, Optional<StyleParam.TraceItemClickOptions> ItemDoubleClick = default,
        Optional<StyleParam.TraceItemSizing> ItemSizing = default, Optional<int> ItemWidth = default,
        Optional<StyleParam.Orientation> Orientation = default, Optional<Title> Title = default, Optional<double> TraceGroupGap = default,
        Optional<StyleParam.TraceOrder> TraceOrder = default, Optional<string> UIRevision = default,
        Optional<StyleParam.VerticalAlign> VerticalAlign = default, Optional<double> X = default,
        Optional<StyleParam.XAnchorPosition> XAnchor = default, Optional<double> Y = default, Optional<StyleParam.YAnchorPosition> YAnchor = default) =>
        gChart.WithLegend(new Legend()
            .Set("bgcolor", BGColor).Set("bordercolor", BorderColor).Set("borderwidth", BorderWidth).Set("entrywidth", EntryWidth)
            .Set("entrywidthmode", EntryWidthMode).Set("font", Font).Set("groupclick", GroupClick)
            .Set("grouptitlefont", GroupTitleFont).Set("itemclick", ItemClick).Set("itemdoubleclick", ItemDoubleClick)
            .Set("itemsizing", ItemSizing).Set("itemwidth", ItemWidth).Set("orientation", Orientation).Set("title", Title)
            .Set("tracegroupgap", TraceGroupGap).Set("traceorder", TraceOrder).Set("uirevision", UIRevision)
            .Set("valign", VerticalAlign).Set("x", X).Set("xanchor", XAnchor).Set("y", Y).Set("yanchor", YAnchor));

    private static object[]? Bounds<TMin, TMax>(Optional<Tuple<TMin, TMax>> bounds)
        where TMin : IConvertible where TMax : IConvertible =>
        bounds.IsSome ? [bounds.Value.Item1, bounds.Value.Item2] : null;
}
