using System.Text.Json.Nodes;
using Kit.Notebooks.Export;
using Kit.Notebooks.Format;
using Kit.TestSupport;

namespace Kit.Notebooks.Tests.Export;

public class ChromiumTests
{
    [SkippableTheory]
    [InlineData("index.html", true)]
    [InlineData("00-bandits.html", true)]
    [InlineData("00-bandits.html", false)]
    [InlineData("exercises/02-gae.html", true)]
    [InlineData("exercises/02-gae.html", false)]
    public void An_exported_page_opens_without_a_complaint_and_without_the_network(string page, bool scripts)
    {
        var chromium = Tools.Chromium();
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("plotly.js"), "window.Plotly = { newPlot: async (div, data) => { div.textContent = `live ${data.length}`; } };");
        var site = folder.At("site in Köln");
        Tools.OrSkip(() => HtmlExporter.Export(
            [("00-bandits", Sample.Plain()), ("exercises/02-gae", Sample.WithFormulas())], site,
            new ExportOptions { Title = "The course", ToolFolder = Tools.Folder, PlotlyScript = folder.At("plotly.js") }));

        var node = Tools.OrSkip(() => ExternalTool.Find("Looking at exported pages", "nodejs npm", "node", "nodejs"));
        string[] arguments =
        [
            Repository.At("tests", "Kit.Notebooks.Tests", "Export", "browse.mjs"), chromium, folder.At("profile"),
            new Uri(Path.Combine(site, page)).AbsoluteUri, scripts ? "on" : "off", folder.At("page.png"),
            .. ChromiumRenderer.Arguments(folder.Path, []).Where(flag => !flag.StartsWith("--user-data-dir", StringComparison.Ordinal)),
        ];
        var (exitCode, output, errors) = ExternalTool.Run(node, arguments, null, "", TimeSpan.FromMinutes(2));

        Assert.True(exitCode == 0, errors);
        var seen = JsonNode.Parse(output)!;
        Assert.Empty(seen["complaints"]!.AsArray().Select(complaint => (string?)complaint));
        var requests = seen["requests"]!.AsArray().Select(request => (string)request!).ToList();
        Assert.Contains(requests, request => request.EndsWith("/assets/site.css", StringComparison.Ordinal));
        Assert.All(requests, request => Assert.True(
            request.StartsWith(new Uri(site).AbsoluteUri, StringComparison.Ordinal) || request.StartsWith("data:", StringComparison.Ordinal), request));
        Assert.Equal(1280, (double)seen["width"]!);
        Assert.True(new FileInfo(folder.At("page.png")).Length > 10_000);
        var html = (string)seen["html"]!;
        if (page == "00-bandits.html")
        {
            Assert.Contains(scripts ? "<figure class=\"chart is-live\"><div class=\"live\" role=\"img\" aria-label=\"A line that rises\">live 1</div>" : "<figure class=\"chart\"><img src=", html, StringComparison.Ordinal);
        }
        else if (page.EndsWith("gae.html", StringComparison.Ordinal))
        {
            Assert.Contains(requests, request => request.EndsWith("KaTeX_Main-Regular.woff2", StringComparison.Ordinal));
        }

        if (Environment.GetEnvironmentVariable("KIT_SCREENSHOTS") is { Length: > 0 } kept)
        {
            Directory.CreateDirectory(kept);
            File.Copy(folder.At("page.png"), Path.Combine(kept, $"{page.Replace('/', '-')}-{(scripts ? "scripts" : "plain")}.png"), overwrite: true);
        }
    }

    [SkippableFact]
    public void Pictures_become_PNG_of_their_size_times_the_scale()
    {
        var png = Tools.OrSkip(() => ChromiumRenderer.Render([Sample.Svg, Sample.Svg.Replace("320", "100", StringComparison.Ordinal)]));
        Assert.Equal([(640, 240), (200, 240)], png.Select(Size));
        Assert.Equal([0x89, .. "PNG"u8], png[0][..4]);
        Assert.NotEqual(png[0], png[1]);
        Assert.Empty(ChromiumRenderer.Render([]));
    }

    [SkippableFact]
    public void A_picture_that_is_no_SVG_is_refused()
    {
        var refusal = Tools.Refusal(() => ChromiumRenderer.Render([Sample.Svg, "<svg"]));
        Assert.StartsWith("Figure 2 of 2", refusal, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void The_figures_of_a_notebook_are_replaced_by_PNG_everywhere()
    {
        var notebook = Sample.Plain();
        Assert.Equal(1, Tools.OrSkip(() => ChromiumRenderer.ReplaceSvg(notebook)));
        var text = notebook.ToText();
        Assert.DoesNotContain("image/svg", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", text, StringComparison.Ordinal);
        var data = notebook.Cells[4].Outputs[0]!["data"]!.AsObject();
        Assert.Equal((640, 240), Size(Convert.FromBase64String((string)data["image/png"]!)));
        Assert.Contains($"src=\"data:image/png;base64,{data["image/png"]}\"", (string)data["text/html"]!, StringComparison.Ordinal);
        Assert.True(Checking(Sample.Plain(), notebook));
    }

    [Fact]
    public void A_machine_without_the_program_is_told_how_to_get_it()
    {
        var missing = Assert.Throws<MissingToolException>(() => ExternalTool.Find("Rendering", "some-package", "no-such-program-anywhere"));
        Assert.Equal("no-such-program-anywhere", missing.Tool);
        Assert.Equal("Rendering needs no-such-program-anywhere, which is not on PATH. Install it: apt-get install some-package", missing.Message);
    }

    [Fact]
    public void A_program_that_does_not_end_is_stopped()
    {
        var stopped = Assert.Throws<IOException>(() => ExternalTool.Run("/bin/sleep", ["60"], null, "", TimeSpan.FromMilliseconds(200)));
        Assert.Contains("did not end", stopped.Message, StringComparison.Ordinal);
    }

    private static bool Checking(Notebook stored, Notebook fresh)
    {
        // The one error cell of the sample is announced, so that nothing but the pictures can differ.
        stored.Cells[6].Metadata["tags"] = new JsonArray("raises-exception");
        fresh.Cells[6].Metadata["tags"] = new JsonArray("raises-exception");
        return Kit.Notebooks.Checking.NotebookComparer.Compare(fresh, stored).Passed;
    }

    private static (int Width, int Height) Size(byte[] png) =>
        (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
}
