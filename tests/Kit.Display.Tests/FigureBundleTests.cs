using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kit.Display.Svg;

namespace Kit.Display.Tests;

public partial class FigureBundleTests
{
    private const string Figure = """{"data":[{"type":"scatter","x":[1,2],"y":[3,4],"name":"</script><b>"}],"layout":{"width":300,"height":200}}""";

    private static readonly MimeBundle Bundle = FigureBundle.Create(Figure, "y rises from 3 to 4, \"steadily\" & <fast>");

    [Fact]
    public void A_figure_is_live_html_with_a_picture_a_picture_and_its_alternative_text()
    {
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "image/svg+xml", "text/plain"], Bundle.Data.Select(entry => entry.Key));
        Assert.Equal("y rises from 3 to 4, \"steadily\" & <fast>", Bundle.Text("text/plain"));
        Assert.Equal(3, (int)Bundle.Data[0].Value["data"]![0]!["y"]![0]!);
    }

    [Fact]
    public void The_picture_in_the_html_is_the_svg_and_needs_no_script()
    {
        var html = Bundle.Text("text/html")!;
        var encoded = Picture().Match(html).Groups[1].Value;
        var svg = Encoding.UTF8.GetString(Convert.FromBase64String(encoded));
        Assert.Equal(Bundle.Text("image/svg+xml"), svg);
        Assert.Equal("svg", XDocument.Parse(svg).Root!.Name.LocalName);
        Assert.True(html.IndexOf("<img ", StringComparison.Ordinal) < html.IndexOf("<script", StringComparison.Ordinal));
    }

    [Fact]
    public void The_alternative_text_is_escaped_where_it_is_html()
    {
        var html = Bundle.Text("text/html")!;
        Assert.Contains("alt=\"y rises from 3 to 4, &quot;steadily&quot; &amp; &lt;fast&gt;\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_a_figure_can_end_the_script() =>
        Assert.Single(ScriptEnds().Matches(Bundle.Text("text/html")!));

    [Fact]
    public void The_script_names_no_host() => Assert.DoesNotContain("//", Script().Match(Bundle.Text("text/html")!).Value.Replace("http://www.w3.org", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void Equal_figures_give_equal_bytes() =>
        Assert.Equal(Bundle.Text("text/html"), FigureBundle.Create(Figure, Bundle.Text("text/plain")).Text("text/html"));

    [Fact]
    public void A_figure_that_cannot_be_drawn_is_refused() =>
        Assert.Throws<FigureException>(() => FigureBundle.Create("""{"data":[{"type":"hologram"}]}""", "x"));

    [GeneratedRegex("data:image/svg\\+xml;base64,([^\"]+)\"")]
    private static partial Regex Picture();

    [GeneratedRegex("</script", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptEnds();

    [GeneratedRegex("<script.*", RegexOptions.Singleline)]
    private static partial Regex Script();
}
