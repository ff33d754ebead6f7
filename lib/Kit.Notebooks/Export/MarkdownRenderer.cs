using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Kit.Notebooks.Format;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Kit.Notebooks.Export;

/// <summary>Markdown to HTML: tables, footnotes, formulas as marks, C# coloured.</summary>
/// <param name="formulas">collects the formulas</param>
internal sealed partial class MarkdownRenderer(FormulaSet formulas)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseFootnotes().UseMathematics().UseTaskLists().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).Build();

    /// <exception cref="NotebookFormatException">Markdown that nests without end</exception>
    public static MarkdownDocument Parse(string source, string place)
    {
        try
        {
            return Markdown.Parse(source, Pipeline);
        }
        catch (ArgumentException cause)
        {
            throw new NotebookFormatException($"{place}: the Markdown cannot be read: {cause.Message}", cause);
        }
    }

    public string ToHtml(MarkdownDocument document, string place, string footnotePrefix)
    {
        var html = Write(renderer => renderer.Render(document), place);

        // Footnotes are numbered per cell; their anchors must be one of a kind on the page.
        return FootnoteAnchor().Replace(html, $"$1{footnotePrefix}-$2");
    }

    /// <summary>The content of a heading or paragraph, for a list of contents: no links in it.</summary>
    public string InlineHtml(LeafBlock block, string place) =>
        Anchor().Replace(Write(renderer => renderer.WriteLeafInline(block), place), "");

    /// <summary>The same without any markup; formulas remain as marks.</summary>
    public string PlainText(LeafBlock block, string place) => WebUtility.HtmlDecode(Element().Replace(InlineHtml(block, place), ""));

    /// <summary>The anchor of a heading: its words in lower case, joined by dashes.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || c == '_')
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-' && (char.IsWhiteSpace(c) || c == '-'))
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-') is { Length: > 0 } words ? words : "section";
    }

    private string Write(Action<HtmlRenderer> render, string place)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new InlineFormula(formulas, place));
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathBlockRenderer>(new BlockFormula(formulas, place));
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new ColouredCode());
        render(renderer);
        writer.Flush();
        return writer.ToString();
    }

    [GeneratedRegex("""((?:id="|href="#))(fn(?:ref)?:)""")]
    private static partial Regex FootnoteAnchor();

    [GeneratedRegex("</?a\\b[^>]*>")]
    private static partial Regex Anchor();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Element();

    private sealed class InlineFormula(FormulaSet formulas, string place) : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline obj)
        {
            var tex = obj.Content.ToString();
            if (renderer.EnableHtmlForInline)
            {
                renderer.Write(formulas.Add(tex, obj.DelimiterCount == 2, place));
            }
            else
            {
                // Inside an alternative text there is room for TeX only.
                renderer.WriteEscape(tex);
            }
        }
    }

    private sealed class BlockFormula(FormulaSet formulas, string place) : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock obj) =>
            renderer.Write("<div>").Write(formulas.Add(obj.Lines.ToString(), display: true, place)).WriteLine("</div>");
    }

    private sealed class ColouredCode : HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock obj)
        {
            var code = CodeHighlighter.ToHtml(obj.Lines.ToString(), (obj as FencedCodeBlock)?.Info);
            renderer.EnsureLine();
            renderer.Write("<pre tabindex=\"0\"><code>").Write(code).WriteLine("</code></pre>");
        }
    }
}
