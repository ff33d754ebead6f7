using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kit.Notebooks.Export;
using Kit.Notebooks.Format;
using Kit.TestSupport;

namespace Kit.Notebooks.Tests.Export;

public class HtmlExporterTests
{
    private static readonly Notebook Empty = Notebook.Create();

    private static ExportOptions Options(string? plotly = null, string? source = null) =>
        new() { Title = "The course", Introduction = "Read *in order*.", ToolFolder = Tools.Folder, PlotlyScript = plotly, SourceFolder = source };

    private static string Page(TemporaryFolder folder, string name) => File.ReadAllText(folder.At(name));

    [Fact]
    public void A_notebook_without_formulas_needs_no_tools_and_becomes_a_page()
    {
        using var folder = new TemporaryFolder();
        var options = Options() with { ToolFolder = folder.At("never") };
        var result = HtmlExporter.Export([("00-bandits", Sample.Plain()), ("01-next", Empty)], folder.At("site"), options);
        Assert.Equal(["index.html", "00-bandits.html", "01-next.html"], result.Pages);
        Assert.Equal((1, 0), (result.Figures, result.Formulas));
        Assert.False(Directory.Exists(folder.At("never")));
        var page = Page(folder, "site/00-bandits.html");
        Assert.Contains("<h1 id=\"bandits-regret\">Bandits &amp; regret</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<title>Bandits &amp; regret – The course</title>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"k\">var</span> sum", page, StringComparison.Ordinal);
        Assert.Contains("sum 2.7 &lt;b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("<td style=\"text-align: right;\">0.7</td>", page, StringComparison.Ordinal);
        Assert.Contains("<code>$not math$</code>, price 5$ or 6$.", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"a31\">InvalidOperationException</span>: no &lt;here&gt;", page, StringComparison.Ordinal);
        Assert.Contains("alt=\"A line that rises\"", page, StringComparison.Ordinal);
        Assert.Contains("Cost: 20 s on two cores", page, StringComparison.Ordinal);
        Assert.Contains("<a rel=\"next\" href=\"01-next.html\">", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.Equal(Sample.Svg, File.ReadAllText(Assert.Single(Directory.GetFiles(folder.At("site", "figures")))));
    }

    [Fact]
    public void No_script_survives_and_nothing_is_fetched()
    {
        using var folder = new TemporaryFolder();
        var result = HtmlExporter.Export([("00-bandits", Sample.Plain()), ("01-next", Empty)], folder.Path, Options());
        var page = Page(folder, "00-bandits.html");
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("alert", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?:src|href)=\"https?:", page);
        Assert.Contains(result.Warnings, warning => warning.StartsWith("00-bandits: cell 9 (id", StringComparison.Ordinal) && warning.Contains("https://example.org/x.png", StringComparison.Ordinal));
    }

    [Fact]
    public void Anchors_are_one_of_a_kind_and_links_lead_somewhere()
    {
        using var folder = new TemporaryFolder();
        HtmlExporter.Export([("00-bandits", Sample.Plain()), ("01-next", Empty)], folder.Path, Options());
        var page = Page(folder, "00-bandits.html");
        var ids = Regex.Matches(page, " id=\"([^\"]*)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.Contains("the-value-2", ids);
        var targets = Regex.Matches(page, " href=\"#([^\"]*)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Contains("the-value", targets);
        Assert.Contains(targets, target => target.Contains("fn:", StringComparison.Ordinal));
        Assert.Empty(targets.Except(ids));
        Assert.Contains("href=\"01-next.html#goals\"", page, StringComparison.Ordinal);
        Assert.Contains("<li class=\"level-2\"><a href=\"#the-value\">The value</a></li>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_index_lists_notebooks_by_folder_with_summary_and_cost()
    {
        using var folder = new TemporaryFolder();
        HtmlExporter.Export([("00-bandits", Sample.Plain()), ("01-next", Empty), ("exercises/00-bandits", Sample.Plain())], folder.Path, Options());
        var index = Page(folder, "index.html");
        Assert.Contains("<p>Read <em>in order</em>.</p>", index, StringComparison.Ordinal);
        Assert.Contains("<a href=\"00-bandits.html\">Bandits &amp; regret</a></td><td>Which arm would <strong>you</strong> pull?", index, StringComparison.Ordinal);
        Assert.Contains("<td>20 s on two cores</td>", index, StringComparison.Ordinal);
        Assert.Contains("<h2>Exercises</h2>", index, StringComparison.Ordinal);
        var exercise = Page(folder, "exercises/00-bandits.html");
        Assert.Contains("href=\"../assets/site.css\"", exercise, StringComparison.Ordinal);
        Assert.Contains("src=\"../figures/exercises-00-bandits-", exercise, StringComparison.Ordinal);
        Assert.Contains("href=\"../01-next.html\"", exercise, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_come_from_the_notebooks_folder_and_from_attachments()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("maze.svg"), Sample.Svg);
        var notebook = Notebook.Create();
        var cell = notebook.AddMarkdown("![The maze](maze.svg) ![in](attachment:dot.png) ![gone](no.png) ![out](../../etc/passwd) [src](../lib/x.cs) [gone](99-x.ipynb)");
        cell.Json["attachments"] = new JsonObject { ["dot.png"] = new JsonObject { ["image/png"] = "iVBORw0KGgo=" } };
        var result = HtmlExporter.Export([("00", notebook)], folder.At("site"), Options(source: folder.Path));
        var page = Page(folder, "site/00.html");
        Assert.Contains("<img src=\"figures/maze.svg\" alt=\"The maze\">", page, StringComparison.Ordinal);
        Assert.Contains("src=\"data:image/png;base64,iVBORw0KGgo=\"", page, StringComparison.Ordinal);
        Assert.Contains("<em>gone</em>", page, StringComparison.Ordinal);
        Assert.Contains("<em>out</em>", page, StringComparison.Ordinal);
        Assert.Equal(4, result.Warnings.Count);
    }

    [Fact]
    public void With_plotly_the_chart_lies_beside_its_picture_as_data()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("plotly.js"), "// plotly");
        HtmlExporter.Export([("00", Sample.Plain())], folder.At("site"), Options(plotly: folder.At("plotly.js")));
        var page = Page(folder, "site/00.html");
        Assert.Contains("<script defer src=\"assets/plotly.min.js\"></script>", page, StringComparison.Ordinal);
        var data = Regex.Match(page, "<figure class=\"chart\"><img [^>]*><script type=\"application/json\">(.*?)</script></figure>").Groups[1].Value;
        Assert.Equal("</script><script>alert(1)</script>", (string?)JsonNode.Parse(data)!["data"]![0]!["name"]);
        Assert.True(File.Exists(folder.At("site", "assets", "figures.js")));
    }

    [Fact]
    public void Equal_notebooks_give_equal_bytes()
    {
        using var folder = new TemporaryFolder();
        HtmlExporter.Export([("00", Sample.Plain())], folder.At("a"), Options());
        HtmlExporter.Export([("00", Notebook.Parse(Sample.Plain().ToText()))], folder.At("b"), Options());
        Assert.Equal(Page(folder, "a/00.html"), Page(folder, "b/00.html"));
    }

    [Fact]
    public void A_picture_that_is_none_is_refused_with_its_cell()
    {
        using var folder = new TemporaryFolder();
        var notebook = Notebook.Create();
        notebook.AddCode("x", "chart").Outputs.Add(Outputs.DisplayData(new Kit.Display.MimeBundle().With("image/png", "???")));
        var refusal = Assert.Throws<NotebookFormatException>(() => HtmlExporter.Export([("00", notebook)], folder.Path, Options()));
        Assert.StartsWith("00: cell 1 (id chart): a picture is not base64", refusal.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Formulas_are_rendered_when_the_site_is_made()
    {
        using var folder = new TemporaryFolder();
        var result = Tools.OrSkip(() => HtmlExporter.Export([("00-gae", Sample.WithFormulas())], folder.Path, Options()));
        Assert.Equal(7, result.Formulas);
        var page = Page(folder, "00-gae.html");
        Assert.Contains("<annotation encoding=\"application/x-tex\">\\delta_t = r_t + \\gamma V(s_{t+1}) - V(s_t)</annotation>", page, StringComparison.Ordinal);
        Assert.Contains("<annotation encoding=\"application/x-tex\">a_1 * b_2 * c</annotation>", page, StringComparison.Ordinal);
        Assert.Contains("<annotation encoding=\"application/x-tex\">\\lvert x \\rvert</annotation>", page, StringComparison.Ordinal);
        Assert.Contains("<code>$code$</code> and 5 $ left.", page, StringComparison.Ordinal);
        Assert.Contains("<title>Advantage \\hat A_t – The course</title>", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("[\uE000\uE001]", page + Page(folder, "index.html"));
        Assert.True(File.Exists(folder.At("assets", "katex", "katex.min.css")));
        var fonts = Regex.Matches(Page(folder, "assets/katex/katex.min.css"), "url\\(([^)]*)\\)").Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.True(File.Exists(folder.At("assets", "katex", font)), font));
    }

    [SkippableFact]
    public void A_formula_that_cannot_be_rendered_is_refused_with_notebook_and_cell()
    {
        using var folder = new TemporaryFolder();
        var notebook = Notebook.Create();
        notebook.AddMarkdown("fine $x$");
        notebook.AddMarkdown("broken $\\frac{1}{$", "broken");
        var refusal = Tools.Refusal(() => HtmlExporter.Export([("00-gae", notebook)], folder.Path, Options()));
        Assert.StartsWith("00-gae: cell 2 (id broken): the formula \\frac{1}{ cannot be rendered: KaTeX parse error", refusal, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Outputs_in_Markdown_and_LaTeX_and_formulas_in_alternative_texts()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("a.svg"), Sample.Svg);
        var notebook = Notebook.Create();
        notebook.AddMarkdown("![the $x^2$ curve](a.svg)");
        var cell = notebook.AddCode("x");
        cell.Outputs.Add(Outputs.DisplayData(new Kit.Display.MimeBundle().With("text/markdown", "**bold** $y$").With("text/plain", "no")));
        cell.Outputs.Add(Outputs.DisplayData(new Kit.Display.MimeBundle().With("text/latex", "$$z$$").With("text/plain", "no")));
        cell.Metadata["jupyter"] = new JsonObject { ["source_hidden"] = true };
        var result = Tools.OrSkip(() => HtmlExporter.Export([("00", notebook)], folder.At("site"), Options(source: folder.Path)));
        var page = Page(folder, "site/00.html");
        Assert.Equal(2, result.Formulas);
        Assert.Contains("alt=\"the x^2 curve\"", page, StringComparison.Ordinal);
        Assert.Contains("<strong>bold</strong>", page, StringComparison.Ordinal);
        Assert.Contains("<annotation encoding=\"application/x-tex\">z</annotation>", page, StringComparison.Ordinal);
        Assert.Contains("<details><summary>Code</summary><pre class=\"code\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<pre class=\"value\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_that_nests_without_end_is_refused_with_its_cell()
    {
        using var folder = new TemporaryFolder();
        var notebook = Notebook.Create();
        notebook.AddMarkdown(new string('>', 100_000) + "x", "deep");
        var refusal = Assert.Throws<NotebookFormatException>(() => HtmlExporter.Export([("00", notebook)], folder.Path, Options()));
        Assert.StartsWith("00: cell 1 (id deep): the Markdown cannot be read", refusal.Message, StringComparison.Ordinal);
    }
}
