using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace Plotly.NET;

/// <summary>Traces and layout of a figure with the configuration that plotly.js shows it with.</summary>
/// <remarks>As with the package, the methods that style a chart change its traces and its layout in place; use what they return.</remarks>
public abstract class GenericChart
{
    private readonly FSharpList<Trace> _traces;
    private readonly Layout _layout;
    private readonly Config _config;
    private readonly DisplayOptions _displayOptions;

    private GenericChart(FSharpList<Trace> traces, Layout layout, Config config, DisplayOptions displayOptions) =>
        (_traces, _layout, _config, _displayOptions) = (traces, layout, config, displayOptions);

    public bool IsChart => _traces.Length == 1;

    public bool IsMultiChart => !IsChart;

    public static GenericChart NewChart(Trace _data, Layout _layout, Config _config, DisplayOptions _displayOpts) =>
        NewMultiChart(ListModule.OfSeq([_data]), _layout, _config, _displayOpts);

    public static GenericChart NewMultiChart(FSharpList<Trace> _data, Layout _layout, Config _config, DisplayOptions _displayOpts) =>
        new Figure(_data, _layout, _config, _displayOpts);

    public static GenericChart ofTraceObject(bool useDefaults, Trace trace) => ofTraceObjects<Trace[]>(useDefaults, [trace]);

    public static GenericChart ofTraceObjects<d>(bool useDefaults, d traces) where d : IEnumerable<Trace>
    {
        var (layout, config) = (new Layout(), new Config());
        if (useDefaults)
        {
            layout.SetValue("width", Defaults.DefaultWidth).SetValue("height", Defaults.DefaultHeight)
                .SetValue("template", Copy(Defaults.DefaultTemplate));
            config.Merge(Defaults.DefaultConfig);
        }

        return NewMultiChart(ListModule.OfSeq(traces), layout, config, useDefaults ? Defaults.DefaultDisplayOptions : DisplayOptions.initCDNOnly());
    }

    public static FSharpList<Trace> getTraces(GenericChart gChart) => gChart._traces;

    public static int countTrace(GenericChart gChart) => gChart._traces.Length;

    public static Layout getLayout(GenericChart gChart) => gChart._layout;

    public static GenericChart setLayout(Layout layout, GenericChart gChart) =>
        NewMultiChart(gChart._traces, layout, gChart._config, gChart._displayOptions);

    public static GenericChart addLayout(Layout layout, GenericChart gChart) => setLayout(Layout.combine(gChart._layout, layout), gChart);

    public static Tuple<FSharpOption<int>, FSharpOption<int>> tryGetLayoutSize(GenericChart gChart) =>
        Tuple.Create(gChart.Size("width"), gChart.Size("height"));

    public static Config getConfig(GenericChart gChart) => gChart._config;

    public static GenericChart setConfig(Config config, GenericChart gChart) =>
        NewMultiChart(gChart._traces, gChart._layout, config, gChart._displayOptions);

    public static GenericChart addConfig(Config config, GenericChart gChart)
    {
        gChart._config.Merge(config);
        return gChart;
    }

    public static DisplayOptions getDisplayOptions(GenericChart gChart) => gChart._displayOptions;

    public static GenericChart setDisplayOptions(DisplayOptions displayOpts, GenericChart gChart) =>
        NewMultiChart(gChart._traces, gChart._layout, gChart._config, displayOpts);

    /// <summary>All traces in one figure; where layouts disagree the last one wins.</summary>
    public static GenericChart combine(IEnumerable<GenericChart> gCharts)
    {
        GenericChart[] charts = [.. gCharts];
        if (charts.Length == 0)
            throw new ArgumentException("There is no chart to combine.", nameof(gCharts));

        var first = charts[0];
        foreach (var next in charts[1..])
        {
            Layout.combine(first._layout, next._layout);
            first._config.Merge(next._config);
        }

        return NewMultiChart(ListModule.OfSeq(charts.SelectMany(c => c._traces)), first._layout, first._config, first._displayOptions);
    }

    /// <summary>{"data": [..], "layout": {..}, "frames": []}</summary>
    public static string toFigureJson(GenericChart gChart) => Json.Write(gChart.DataAndLayout().SetValue("frames", Array.Empty<object>()));

    /// <summary>{"data": [..], "layout": {..}, "config": {..}}</summary>
    public static string toJson(GenericChart gChart) => Json.Write(gChart.DataAndLayout().SetValue("config", gChart._config));

    /// <summary>A div and the script that draws the figure in it; plotly.js must be on the page.</summary>
    public static string toChartHTML(GenericChart gChart) => HtmlPage.Fragment(gChart);

    /// <summary>A whole page.</summary>
    public static string toEmbeddedHTML(GenericChart gChart) => HtmlPage.Page(gChart);

    private DynamicObj.DynamicObj DataAndLayout() => new DynamicObj.DynamicObj().SetValue("data", _traces).SetValue("layout", _layout);

    private FSharpOption<int> Size(string name) => _layout.Members.GetValueOrDefault(name) is int pixels ? pixels : FSharpOption<int>.None;

    private static DynamicObj.DynamicObj Copy(DynamicObj.DynamicObj original)
    {
        var copy = new DynamicObj.DynamicObj();
        foreach (var (name, member) in original.Members)
            copy.Members[name] = member is DynamicObj.DynamicObj inner ? Copy(inner) : member;
        return copy;
    }

    private sealed class Figure(FSharpList<Trace> traces, Layout layout, Config config, DisplayOptions displayOptions)
        : GenericChart(traces, layout, config, displayOptions);
}
