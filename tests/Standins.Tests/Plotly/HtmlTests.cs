using Kit.TestSupport;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;
using Core = Plotly.NET.GenericChartExtensions;

namespace Standins.Tests.Plotly;

public class HtmlTests
{
    [Fact]
    public void A_saved_page_is_whole_and_gets_its_ending()
    {
        using var folder = new TemporaryFolder();
        Core.SaveHtml(Line(), folder.At("one"));
        Core.SaveHtml(Line(), folder.At("two.html"));
        var page = File.ReadAllText(folder.At("one.html"));
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.Contains("Plotly.newPlot(", page, StringComparison.Ordinal);
        Assert.Contains("<title>R &amp; D</title>", page, StringComparison.Ordinal);
        Assert.Equal(page, File.ReadAllText(folder.At("two.html")));
    }

    [Fact]
    public void A_text_cannot_end_the_script_that_it_stands_in()
    {
        var page = GenericChart.toEmbeddedHTML(Line().WithAnnotation(
            global::Plotly.NET.LayoutObjects.Annotation.init<int, int, int, int, int, int, int, int, int, int>(Text: "</script><b>")));
        Assert.DoesNotContain("</script><b>", page, StringComparison.Ordinal);
        Assert.Contains("\\u003c/script>\\u003cb>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_charts_give_equal_pages_and_others_have_another_place()
    {
        Assert.Equal(GenericChart.toChartHTML(Line()), GenericChart.toChartHTML(Line()));
        Assert.NotEqual(Id(GenericChart.toChartHTML(Line())), Id(GenericChart.toChartHTML(Line().WithTitle("other"))));

        static string Id(string html) => html.Split('"')[1];
    }

    private static GenericChart Line() => Chart.Line<int, int, string>([1, 2], [3, 4]).WithTitle("R & D");
}
