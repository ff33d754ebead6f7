using Kit.Notebooks.Export;

namespace Kit.Notebooks.Tests.Export;

public class TextToHtmlTests
{
    [Theory]
    [InlineData("var x = 1;", "<span class=\"k\">var</span> x = <span class=\"n\">1</span>;")]
    [InlineData("\"a<b\"", "<span class=\"s\">&quot;a&lt;b&quot;</span>")]
    [InlineData("// why\nx", "<span class=\"c\">// why</span>\nx")]
    [InlineData("#r \"a.dll\"\nx", "<span class=\"d\">#r &quot;a.dll&quot;\n</span>x")]
    [InlineData("return $\"{x}\";", "<span class=\"k\">return</span> <span class=\"s\">$&quot;{x}&quot;</span>;")]
    [InlineData("\"open", "<span class=\"s\">&quot;open</span>")]
    public void CSharp_is_coloured_by_its_tokens(string source, string html) => Assert.Equal(html, CodeHighlighter.ToHtml(source, "csharp"));

    [Theory]
    [InlineData("#!time\nvar x = 1;\n\n/* open")]
    [InlineData("\u0001 @ ` \\ '' ' \" ")]
    [InlineData("#if X\nhidden <text>\n#endif\n")]
    public void Whatever_the_source_no_character_is_lost(string source)
    {
        var text = System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(CodeHighlighter.ToHtml(source, "C#"), "</?span[^>]*>", ""));
        Assert.Equal(source, text);
    }

    [Fact]
    public void Other_languages_stay_plain() => Assert.Equal("var x &lt; 1", CodeHighlighter.ToHtml("var x < 1", "python"));

    [Theory]
    [InlineData("plain <x>", "plain &lt;x&gt;")]
    [InlineData("\u001b[31mred\u001b[0m not", "<span class=\"a31\">red</span> not")]
    [InlineData("\u001b[1;92mbold\u001b[22mthin\u001b[39mnone", "<span class=\"a1 a32\">bold</span><span class=\"a32\">thin</span>none")]
    [InlineData("\u001b[2K\u001b[1Ax\u001b]0;title\u0007y", "xy")]
    [InlineData("a\u0001b", "a\uFFFDb")]
    public void Terminal_colours_become_classes(string text, string html) => Assert.Equal(html, AnsiText.ToHtml(text));

    [Theory]
    [InlineData("The value of Q(s, a)", "the-value-of-qs-a")]
    [InlineData("  4.3 How far?  ", "43-how-far")]
    [InlineData("???", "section")]
    public void Anchors_are_the_words_of_a_heading(string heading, string anchor) => Assert.Equal(anchor, MarkdownRenderer.Slug(heading));
}
