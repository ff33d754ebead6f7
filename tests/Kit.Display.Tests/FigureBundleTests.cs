using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kit.Display.Svg;

namespace Kit.Display.Tests;

public class FigureBundleTests
{
    private const string Figure = """{"data":[{"x":[1,2],"y":[3,4],"name":"</script><b>&"}],"layout":{"title":{"text":"T"}}}""";

    [Fact]
    public void A_figure_comes_in_four_representations_the_plain_text_last()
    {
        var bundle = FigureBundle.Create(Figure, "two points, rising");
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "image/svg+xml", "text/plain"], bundle.Data.Select(entry => entry.Key));
        Assert.Equal("two points, rising", bundle.Text("text/plain"));
        Assert.Equal("T", (string?)bundle.Data[0].Value["layout"]!["title"]!["text"]);
        Assert.Contains("two points, rising", bundle.Text("image/svg+xml"));
    }

    [Fact]
    public void Without_scripts_the_picture_and_its_alternative_text_remain()
    {
        var html = FigureBundle.Create(Figure, "rising \"quoted\" <points>").Text("text/html")!;
        Assert.Contains("alt=\"rising &quot;quoted&quot; &lt;points&gt;\"", html);
        var picture = Regex.Match(html, "src=\"data:image/svg\\+xml;base64,([^\"]+)\"").Groups[1].Value;
        Assert.Equal("svg", XDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(picture))).Root!.Name.LocalName);
    }

    [Fact]
    public void Nothing_in_a_figure_ends_its_script()
    {
        var html = FigureBundle.Create(Figure).Text("text/html")!;
        Assert.Equal(1, Regex.Count(html, "</script>"));
        Assert.DoesNotContain("://", html);
        Assert.DoesNotContain("\r", html);
    }

    [Fact]
    public void Without_an_alternative_text_titles_and_names_make_one()
    {
        var bundle = FigureBundle.Create("""{"data":[{"type":"bar","x":["a"],"y":[1],"name":"ours"}],"layout":{"title":"Speed","yaxis":{"title":{"text":"×"}}}}""");
        Assert.Equal("Chart (bar): Speed; shows ours; vertical axis ×.", bundle.Text("text/plain"));
    }

    [Fact]
    public void Equal_figures_have_equal_bytes_and_different_ones_different_names()
    {
        Assert.Equal(FigureBundle.Create(Figure).Text("text/html"), FigureBundle.Create(Figure).Text("text/html"));
        var name = new Regex("data-kit-figure=\"([^\"]+)\"");
        Assert.NotEqual(name.Match(FigureBundle.Create(Figure).Text("text/html")!).Groups[1].Value,
            name.Match(FigureBundle.Create("""{"data":[]}""").Text("text/html")!).Groups[1].Value);
    }

    [Fact]
    public void The_live_chart_has_the_colours_of_the_picture_where_the_figure_names_none()
    {
        Assert.Equal("#0072b2", (string?)FigureBundle.Create(Figure).Data[0].Value["layout"]!["colorway"]![0]);
        Assert.Equal("#0072b2", (string?)FigureBundle.Create("""{"data":[]}""").Data[0].Value["layout"]!["colorway"]![0]);
        Assert.Equal("red", (string?)FigureBundle.Create("""{"data":[],"layout":{"colorway":["red"]}}""").Data[0].Value["layout"]!["colorway"]![0]);
    }

    [Fact]
    public void A_figure_that_cannot_be_drawn_is_refused() => Assert.Throws<FigureException>(() => FigureBundle.Create("[]"));
}
