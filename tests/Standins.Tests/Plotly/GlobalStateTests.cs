using Kit.TestSupport;
using Plotly.NET;
using static Standins.Tests.Plotly.FigureJson;
using Chart = Plotly.NET.CSharp.Chart;

namespace Standins.Tests.Plotly;

/// <summary>What touches the defaults of all charts, the console or the environment runs while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
[Collection(Name)]
public class GlobalStateTests
{
    private const string Name = "global state of charts";

    [Fact]
    public void Defaults_hold_for_new_charts_until_they_are_reset()
    {
        try
        {
            Defaults.DefaultWidth = 123;
            Defaults.DefaultTemplate = ChartTemplates.light;
            var layout = Layout(Line());
            Assert.Equal(123, (int)layout["width"]!);
            AssertEqual("""{"showline": true, "zeroline": true}""", layout["template"]!["layout"]!["xaxis"]);
        }
        finally
        {
            Defaults.reset();
        }

        Assert.Equal(600, (int)Layout(Line())["width"]!);
    }

    [Fact]
    public void Showing_a_chart_writes_a_page_and_says_where()
    {
        var (console, written) = (Console.Out, new StringWriter());
        Console.SetOut(written);
        try
        {
            Line().Show();
        }
        finally
        {
            Console.SetOut(console);
        }

        var file = written.ToString().Trim().Split(' ')[^1];
        Assert.Equal(GenericChart.toEmbeddedHTML(Line()), File.ReadAllText(file));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public void A_page_carries_plotly_js_itself_where_a_local_one_is_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("plotly.js"), "window.Plotly = 'ours';");
        var before = Environment.GetEnvironmentVariable("KIT_PLOTLY_JS");
        try
        {
            Environment.SetEnvironmentVariable("KIT_PLOTLY_JS", folder.At("plotly.js"));
            Assert.Contains("<script>window.Plotly = 'ours';</script>", GenericChart.toEmbeddedHTML(Line()), StringComparison.Ordinal);
            Environment.SetEnvironmentVariable("KIT_PLOTLY_JS", null);
            Assert.Contains("<script src=\"https://", GenericChart.toEmbeddedHTML(Line()), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("KIT_PLOTLY_JS", before);
        }
    }

    private static GenericChart Line() => Chart.Line<int, int, string>([1, 2], [3, 4]);
}
