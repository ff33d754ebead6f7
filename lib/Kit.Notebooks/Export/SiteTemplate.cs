using System.Net;
using System.Text;

namespace Kit.Notebooks.Export;

/// <summary>The frame around a page's content.</summary>
/// <param name="site">the site's title</param>
/// <param name="hasFormulas">whether pages need KaTeX's style sheet</param>
/// <param name="hasPlotly">whether charts may come alive</param>
internal sealed class SiteTemplate(string site, bool hasFormulas, bool hasPlotly)
{
    public string Index(string introduction, IReadOnlyList<SitePage> pages, Func<string, string> plain)
    {
        var html = new StringBuilder();
        Head(html, plain(site), "");
        html.Append("<div class=\"page single\"><main id=\"content\">\n<h1>").Append(plain(site)).Append("</h1>\n").Append(introduction);
        foreach (var folder in pages.GroupBy(page => Path.GetDirectoryName(page.Name) ?? ""))
        {
            if (folder.Key.Length > 0)
            {
                html.Append("<h2>").Append(WebUtility.HtmlEncode(char.ToUpperInvariant(folder.Key[0]) + folder.Key[1..].Replace("/", ": ", StringComparison.Ordinal))).Append("</h2>\n");
            }

            html.Append("<table><thead><tr><th>Notebook</th><th>What it is about</th><th>Cost</th></tr></thead><tbody>\n");
            foreach (var page in folder)
            {
                html.Append("<tr><td><a href=\"").Append(Address(page.File)).Append("\">").Append(WebUtility.HtmlEncode(page.Title)).Append("</a></td><td>")
                    .Append(page.Summary).Append("</td><td>").Append(WebUtility.HtmlEncode(page.Cost)).Append("</td></tr>\n");
            }

            html.Append("</tbody></table>\n");
        }

        return html.Append("</main></div>\n</body>\n</html>\n").ToString();
    }

    public string Page(SitePage page, SitePage? previous, SitePage? next, Func<string, string> plain)
    {
        var html = new StringBuilder();
        Head(html, $"{plain(page.Title)} – {plain(site)}", page.Root);
        html.Append("<header class=\"bar\"><a href=\"").Append(page.Root).Append("index.html\">").Append(plain(site)).Append("</a>");
        if (page.Cost.Length > 0)
        {
            html.Append("<span class=\"cost\">Cost: ").Append(WebUtility.HtmlEncode(page.Cost)).Append("</span>");
        }

        html.Append("</header>\n<div class=\"page\">\n");
        if (page.Headings.Count > 0)
        {
            html.Append("<nav class=\"contents\" aria-label=\"Contents\"><details open><summary>Contents</summary><ol>\n");
            foreach (var (level, id, text) in page.Headings)
            {
                html.Append("<li class=\"level-").Append(level).Append("\"><a href=\"#").Append(id).Append("\">").Append(text).Append("</a></li>\n");
            }

            html.Append("</ol></details></nav>\n");
        }
        else
        {
            html.Append("<span></span>");
        }

        html.Append("<main id=\"content\">\n").Append(page.Content).Append("</main>\n</div>\n<nav class=\"turn\" aria-label=\"Previous and next\">");
        Turn(previous, "prev", "← ", "");
        Turn(next, "next", "", " →");
        return html.Append("</nav>\n</body>\n</html>\n").ToString();

        void Turn(SitePage? other, string relation, string before, string after)
        {
            html.Append(other is null ? "<span></span>" : $"<a rel=\"{relation}\" href=\"{page.Root}{Address(other.File)}\">{before}{WebUtility.HtmlEncode(other.Title)}{after}</a>");
        }
    }

    private static string Address(string file) => string.Join('/', file.Split('/').Select(Uri.EscapeDataString));

    // The policy is the second wall: even what a sanitiser overlooked neither runs nor fetches anything.
    private void Head(StringBuilder html, string title, string root)
    {
        var scripts = hasPlotly ? "script-src 'self'; " : "";
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ").Append(scripts)
            .Append("style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'\">\n")
            .Append("<title>").Append(title).Append("</title>\n<link rel=\"icon\" href=\"data:,\">\n");
        if (hasFormulas)
        {
            html.Append("<link rel=\"stylesheet\" href=\"").Append(root).Append("assets/katex/katex.min.css\">\n");
        }

        html.Append("<link rel=\"stylesheet\" href=\"").Append(root).Append("assets/site.css\">\n");
        if (hasPlotly)
        {
            html.Append("<script defer src=\"").Append(root).Append("assets/plotly.min.js\"></script>\n<script defer src=\"").Append(root).Append("assets/figures.js\"></script>\n");
        }

        html.Append("</head>\n<body>\n<a class=\"skip\" href=\"#content\">To the content</a>\n");
    }
}
