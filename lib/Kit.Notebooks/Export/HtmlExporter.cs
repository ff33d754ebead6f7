using System.Net;
using System.Text;
using Kit.Notebooks.Format;

namespace Kit.Notebooks.Export;

/// <summary>
/// Notebooks to a folder of static pages: readable without scripts and without network. Formulas are rendered here and now,
/// figures are pictures; where scripts run and plotly lies in the site, charts come alive on top of them.
/// </summary>
public static class HtmlExporter
{
    /// <summary>Writes the site. Names may hold folders (<c>exercises/01-bandits</c>); the order is the reading order.</summary>
    /// <exception cref="MissingToolException">a notebook holds formulas and node or npm is missing</exception>
    /// <exception cref="NotebookFormatException">a formula that cannot be rendered, a picture that is none</exception>
    public static ExportResult Export(IEnumerable<(string Name, Notebook Notebook)> notebooks, string outputFolder, ExportOptions options)
    {
        var pages = notebooks.Select(item => new SitePage(item.Name, item.Notebook)).ToList();
        var names = pages.Select(page => page.Name).ToHashSet();
        var files = new SiteFiles(outputFolder, options.SourceFolder, options.PlotlyScript is not null);
        var formulas = new FormulaSet();
        foreach (var page in pages)
        {
            PageRenderer.Render(page, names, files, formulas);
        }

        var markdown = new MarkdownRenderer(formulas);
        var introduction = HtmlSanitizer.Clean(
            markdown.ToHtml(MarkdownRenderer.Parse(options.Introduction, "the introduction"), "the introduction", "i"),
            link => link.StartsWith("http", StringComparison.Ordinal) ? link : null, _ => null);

        var rendersFormulas = formulas.Count > 0 && options.ToolFolder is not null;
        if (rendersFormulas)
        {
            var formulaRenderer = new FormulaRenderer(options.ToolFolder!);
            formulas.Render(formulaRenderer);
            formulaRenderer.CopyAssets(Path.Combine(outputFolder, "assets", "katex"));
        }
        else
        {
            formulas.ShowSource();
        }

        files.Write("assets/site.css", Encoding.UTF8.GetBytes(EmbeddedFile.Text("site/site.css")));
        if (options.PlotlyScript is { } script)
        {
            files.Write("assets/plotly.min.js", File.ReadAllBytes(script));
            files.Write("assets/figures.js", Encoding.UTF8.GetBytes(EmbeddedFile.Text("site/figures.js")));
        }

        var template = new SiteTemplate(options.Title, rendersFormulas, options.PlotlyScript is not null);
        Put("index.html", template.Index(introduction, pages, text => WebUtility.HtmlEncode(formulas.InsertTex(text))));
        for (var index = 0; index < pages.Count; index++)
        {
            Put(pages[index].File, template.Page(
                pages[index], pages.ElementAtOrDefault(index - 1), pages.ElementAtOrDefault(index + 1), text => WebUtility.HtmlEncode(formulas.InsertTex(text))));
        }

        return new ExportResult(["index.html", .. pages.Select(page => page.File)], files.Figures.Count, formulas.Count, files.Warnings);

        void Put(string name, string page) => files.Write(name, Encoding.UTF8.GetBytes(formulas.Insert(page)));
    }
}
