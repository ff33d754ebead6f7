using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using Kit.Notebooks.Format;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Kit.Notebooks.Export;

/// <summary>Turns one notebook into the content of its page.</summary>
internal sealed partial class PageRenderer
{
    private readonly SitePage _page;
    private readonly IReadOnlySet<string> _pages;
    private readonly SiteFiles _files;
    private readonly MarkdownRenderer _markdown;
    private readonly FormulaSet _formulas;
    private readonly Dictionary<string, string> _anchors = new(StringComparer.OrdinalIgnoreCase);
    private readonly StringBuilder _html = new();
    private string _place = "";
    private NotebookCell _cell = null!;

    private PageRenderer(SitePage page, IReadOnlySet<string> pages, SiteFiles files, FormulaSet formulas) =>
        (_page, _pages, _files, _formulas, _markdown) = (page, pages, files, formulas, new MarkdownRenderer(formulas));

    public static void Render(SitePage page, IReadOnlySet<string> pages, SiteFiles files, FormulaSet formulas) =>
        new PageRenderer(page, pages, files, formulas).Render();

    private void Render()
    {
        var cells = _page.Notebook.Cells;
        var documents = new MarkdownDocument?[cells.Count];

        // Anchors first: a link may lead to a heading further down.
        for (var index = 0; index < cells.Count; index++)
        {
            if (cells[index].Kind == CellKind.Markdown)
            {
                Enter(cells[index], index);
                documents[index] = MarkdownRenderer.Parse(cells[index].Source, _place);
                Headings(documents[index]!);
            }
        }

        for (var index = 0; index < cells.Count; index++)
        {
            Enter(cells[index], index);
            if (documents[index] is { } document)
            {
                _html.Append("<section class=\"text\">\n").Append(Clean(_markdown.ToHtml(document, _place, $"c{index + 1}"))).Append("</section>\n");
            }
            else if (_cell.Kind == CellKind.Code)
            {
                Code(index);
            }
        }

        _page.Content = _html.ToString();
    }

    private void Enter(NotebookCell cell, int index)
    {
        _cell = cell;
        _place = $"{_page.Name}: cell {index + 1} (id {cell.Id})";
    }

    private void Headings(MarkdownDocument document)
    {
        foreach (var block in document.Descendants<HeadingBlock>())
        {
            var text = _markdown.PlainText(block, _place);
            var slug = MarkdownRenderer.Slug(_formulas.InsertTex(text));
            var id = slug;
            for (var number = 2; _anchors.ContainsValue(id); number++)
            {
                id = $"{slug}-{number}";
            }

            _anchors.TryAdd(slug, id);
            _anchors.TryAdd(id, id);
            block.GetAttributes().Id = id;
            if (block.Level == 1 && _page.Title == _page.Name)
            {
                _page.Title = text;
            }
            else if (block.Level is 2 or 3)
            {
                _page.Headings.Add((block.Level, id, _markdown.InlineHtml(block, _place)));
            }
        }

        if (_page.Summary.Length == 0 && document.Descendants<ParagraphBlock>().FirstOrDefault(paragraph => paragraph.Parent is MarkdownDocument) is { } first)
        {
            _page.Summary = Clean(_markdown.InlineHtml(first, _place));
        }
    }

    private void Code(int index)
    {
        var language = _cell.Language ?? "csharp";
        var hidden = (_cell.Metadata["jupyter"] as JsonObject)?["source_hidden"] is JsonValue flag && flag.TryGetValue<bool>(out var hide) && hide;
        if (!string.IsNullOrWhiteSpace(_cell.Source))
        {
            _html.Append(hidden ? "<details><summary>Code</summary>" : "")
                .Append("<pre class=\"code\" tabindex=\"0\"><code>").Append(CodeHighlighter.ToHtml(_cell.Source.TrimEnd(), language)).Append("</code></pre>")
                .Append(hidden ? "</details>\n" : "\n");
        }

        var outputs = _cell.Outputs.OfType<JsonObject>().ToList();
        if (outputs.Count == 0)
        {
            return;
        }

        _html.Append("<div class=\"output\">\n");
        for (var number = 0; number < outputs.Count; number++)
        {
            Output(outputs[number], $"{_page.Name.Replace('/', '-')}-{_cell.Id}-{number + 1}", index);
        }

        _html.Append("</div>\n");
    }

    private void Output(JsonObject output, string name, int index)
    {
        switch (Outputs.Kind(output))
        {
            case "stream":
                Preformatted(MultilineText.Join(output["text"]), JsonText.String(output["name"]) == "stderr" ? "stderr" : "stdout");
                break;
            case "error":
                var lines = (output["traceback"] as JsonArray ?? []).Select(JsonText.String).ToList();
                Preformatted(lines.Count > 0 ? string.Join('\n', lines) : $"{JsonText.String(output["ename"])}: {JsonText.String(output["evalue"])}", "error");
                break;
            default:
                Bundle(output["data"] as JsonObject ?? [], name, index);
                break;
        }
    }

    // The best representation that needs no script.
    private void Bundle(JsonObject data, string name, int index)
    {
        string? Text(string mimeType) => data.ContainsKey(mimeType) ? MultilineText.Join(data[mimeType]) : null;

        var chart = data["application/vnd.plotly.v1+json"];
        foreach (var (mimeType, extension) in new[] { ("image/svg+xml", "svg"), ("image/png", "png"), ("image/jpeg", "jpg"), ("image/gif", "gif"), ("image/webp", "webp") })
        {
            if (Text(mimeType) is { Length: > 0 } content)
            {
                var bytes = extension == "svg" ? Encoding.UTF8.GetBytes(Svg(content)) : FromBase64(content);
                Figure(_page.Root + _files.Figure($"{name}.{extension}", bytes), AlternativeText(data, content, extension, index), chart);
                return;
            }
        }

        if (Text("text/html") is { } html)
        {
            _html.Append("<div class=\"html\">").Append(Clean(html)).Append("</div>\n");
        }
        else if (Text("text/markdown") is { } markdown)
        {
            _html.Append(Clean(_markdown.ToHtml(MarkdownRenderer.Parse(markdown, _place), _place, name)));
        }
        else if (Text("text/latex") is { } latex)
        {
            _html.Append("<div>").Append(_formulas.Add(latex.Trim().Trim('$'), display: true, _place)).Append("</div>\n");
        }
        else if (Text("text/plain") is { } plain)
        {
            Preformatted(plain, "value");
        }
    }

    private void Figure(string source, string alternative, JsonNode? chart)
    {
        _html.Append(chart is not null && _files.HasPlotly ? "<figure class=\"chart\">" : "<figure>")
            .Append("<img src=\"").Append(WebUtility.HtmlEncode(source)).Append("\" alt=\"").Append(WebUtility.HtmlEncode(alternative)).Append("\">");
        if (chart is not null && _files.HasPlotly)
        {
            // A block of data, not a script: it is never run. No "<" in it, so that nothing can end it.
            _html.Append("<script type=\"application/json\">").Append(chart.ToJsonString().Replace("<", "\\u003c", StringComparison.Ordinal)).Append("</script>");
        }

        _html.Append("</figure>\n");
    }

    private static string AlternativeText(JsonObject data, string content, string extension, int index)
    {
        var sources = new List<string?> { AltAttribute().Match(MultilineText.Join(data["text/html"])) is { Success: true } alt ? WebUtility.HtmlDecode(alt.Groups[1].Value) : null };
        if (extension == "svg")
        {
            sources.Add(AriaLabel().Match(content) is { Success: true } label ? WebUtility.HtmlDecode(label.Groups[1].Value) : null);
            sources.Add(Description().Match(content) is { Success: true } description ? WebUtility.HtmlDecode(description.Groups[1].Value) : null);
        }

        sources.Add(MultilineText.Join(data["text/plain"]));
        return sources.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))?.Trim()
            ?? string.Create(CultureInfo.InvariantCulture, $"Figure of cell {index + 1}");
    }

    private string Svg(string content)
    {
        try
        {
            return SvgSanitizer.Clean(content);
        }
        catch (XmlException cause)
        {
            throw new NotebookFormatException($"{_place}: a picture is not well-formed SVG ({cause.Message}); run --update stores it anew.", cause);
        }
    }

    private byte[] FromBase64(string content)
    {
        try
        {
            return Convert.FromBase64String(content);
        }
        catch (FormatException cause)
        {
            throw new NotebookFormatException($"{_place}: a picture is not base64; run --update stores it anew.", cause);
        }
    }

    private void Preformatted(string text, string name) =>
        _html.Append("<pre class=\"").Append(name).Append("\" tabindex=\"0\">").Append(AnsiText.ToHtml(Outputs.Overwrite(text).TrimEnd())).Append("</pre>\n");

    private string Clean(string html) => HtmlSanitizer.Clean(html, Link, Picture);

    private string? Link(string target)
    {
        if (target.StartsWith('#'))
        {
            var anchor = Uri.UnescapeDataString(target[1..]);
            if (anchor.Contains("fn", StringComparison.Ordinal) && anchor.Contains(':', StringComparison.Ordinal))
            {
                return target;
            }

            return _anchors.TryGetValue(anchor, out var id) || _anchors.TryGetValue(MarkdownRenderer.Slug(anchor), out id)
                ? "#" + id
                : Nowhere($"the link to {target} leads to no heading");
        }

        if (Uri.TryCreate(target, UriKind.Absolute, out var uri))
        {
            return uri.Scheme is "http" or "https" or "mailto" ? target : Nowhere($"the link to {target} is neither http nor mailto");
        }

        var (path, fragment) = target.Split('#', 2) is [var before, var after] ? (before, "#" + after) : (target, "");
        if (!path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase))
        {
            return Nowhere($"the link to {target} leads out of the site");
        }

        var name = Resolve(path[..^6]);
        return name is not null && _pages.Contains(name) ? $"{_page.Root}{name}.html{fragment.ToLowerInvariant()}" : Nowhere($"the link to {target} leads to no notebook of the site");
    }

    private string? Picture(string source)
    {
        if (source.StartsWith("attachment:", StringComparison.Ordinal))
        {
            var file = Uri.UnescapeDataString(source["attachment:".Length..]);
            if ((_cell.Json["attachments"] as JsonObject)?[file] is JsonObject { Count: > 0 } bundle)
            {
                var (mimeType, content) = bundle.First();
                var text = MultilineText.Join(content);
                return mimeType == "image/svg+xml"
                    ? "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(text))
                    : $"data:{mimeType};base64,{Convert.ToBase64String(FromBase64(text))}";
            }

            return Nowhere($"the attachment {file} is missing");
        }

        if (Uri.TryCreate(source, UriKind.Absolute, out _) || source.StartsWith("//", StringComparison.Ordinal))
        {
            return Nowhere($"the picture {source} lies on the network; pages fetch nothing, store it beside the notebook");
        }

        var name = Resolve(source);
        return name is not null && _files.Source(name) is { } bytes
            ? _page.Root + _files.Figure(name.Replace('/', '-'), bytes)
            : Nowhere($"the picture {source} is missing");
    }

    private string? Nowhere(string warning)
    {
        _files.Warn($"{_place}: {warning}");
        return null;
    }

    // A path relative to the notebook becomes one relative to the site; null where it leads out of it.
    private string? Resolve(string path)
    {
        var parts = new List<string>(_page.Name.Split('/')[..^1]);
        foreach (var part in Uri.UnescapeDataString(path).Split('/'))
        {
            switch (part)
            {
                case "" or ".":
                    break;
                case ".." when parts.Count == 0:
                    return null;
                case "..":
                    parts.RemoveAt(parts.Count - 1);
                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }

        return string.Join('/', parts);
    }

    [GeneratedRegex("""<img\b[^>]*?\balt\s*=\s*"([^"]*)"[^>]*>""", RegexOptions.IgnoreCase)]
    private static partial Regex AltAttribute();

    [GeneratedRegex("""<svg\b[^>]*?\baria-label\s*=\s*"([^"]*)"[^>]*>""")]
    private static partial Regex AriaLabel();

    [GeneratedRegex("<desc\\b[^>]*>([^<]*)</desc>")]
    private static partial Regex Description();
}
