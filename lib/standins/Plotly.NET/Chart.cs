namespace Plotly.NET;

/// <summary>
/// The package's own Chart is made for F#. It is here with little, so that sources that use both namespaces
/// have to say which Chart they mean, as they do with the package: <c>using Chart = Plotly.NET.CSharp.Chart;</c>
/// </summary>
public static class Chart
{
    public static GenericChart Combine(IEnumerable<GenericChart> gCharts) => GenericChart.combine(gCharts);

    public static GenericChart Invisible()
    {
        var trace = new Trace2D("scatter");
        trace.Members.Remove("type");
        var chart = GenericChart.ofTraceObject(useDefaults: false, trace);
        GenericChart.getLayout(chart).SetValue("xaxis", Hidden()).SetValue("yaxis", Hidden());
        return chart;
    }

    private static LayoutObjects.LinearAxis Hidden() => new LayoutObjects.LinearAxis()
        .SetValue("showgrid", false).SetValue("showline", false).SetValue("showticklabels", false).SetValue("zeroline", false);
}
