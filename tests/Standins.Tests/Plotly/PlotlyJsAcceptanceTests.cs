using Kit.TestSupport;
using Plotly.NET;

namespace Standins.Tests.Plotly;

/// <summary>The judge of a figure is plotly.js, not our own reader of it.</summary>
public class PlotlyJsAcceptanceTests
{
    [SkippableFact]
    public void Plotly_js_accepts_every_kind_of_figure_and_draws_all_of_its_traces()
    {
        var verdicts = PlotlyJs.Check(SampleFigures.All.ToDictionary(f => f.Name, f => GenericChart.toFigureJson(f.Chart)));

        Assert.All(SampleFigures.All, figure =>
        {
            var verdict = verdicts[figure.Name];
            Assert.Null(verdict.Error);
            Assert.Equal(figure.Complaints, verdict.Complaints);
            Assert.Equal(
                (figure.Drawn, figure.Drawn, figure.Subplots, figure.ErrorBars, figure.Annotations, figure.Shapes),
                (verdict.Traces, verdict.Drawn, verdict.Subplots, verdict.ErrorBars, verdict.Annotations, verdict.Shapes));
            Assert.Equal(figure.Titles, verdict.Titles);
        });
    }

    [SkippableFact]
    public void A_figure_with_mistakes_is_not_accepted()
    {
        var verdicts = PlotlyJs.Check(new Dictionary<string, string>
        {
            ["unknown attribute"] = """{"data": [{"type": "scatter", "y": [1, 2], "colour": "red"}], "layout": {}}""",
            ["unknown word"] = """{"data": [{"type": "scatter", "y": [1, 2], "mode": "dots"}], "layout": {}}""",
            ["nothing to draw"] = """{"data": [{"type": "scatter", "x": [], "y": []}], "layout": {}}""",
            ["not a figure"] = """{"data": "none", "layout": {}}""",
        });

        Assert.Contains("colour", Assert.Single(verdicts["unknown attribute"].Complaints), StringComparison.Ordinal);
        Assert.Contains("mode", Assert.Single(verdicts["unknown word"].Complaints), StringComparison.Ordinal);
        Assert.Equal(0, verdicts["nothing to draw"].Drawn);
        Assert.False(verdicts["not a figure"].Accepted);
    }
}
