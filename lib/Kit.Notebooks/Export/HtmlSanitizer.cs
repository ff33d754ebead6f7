using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Kit.Notebooks.Export;

/// <summary>
/// Keeps of HTML what shows something: elements and attributes from a list, tags balanced, nothing that runs or fetches.
/// </summary>
internal sealed partial class HtmlSanitizer
{
    private static readonly HashSet<string> Elements = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt",
        "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "input", "ins", "kbd", "li", "mark", "ol", "p",
        "pre", "q", "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th",
        "thead", "time", "tr", "u", "ul", "var", "wbr",
        "svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text", "tspan", "title", "desc", "defs",
        "linearGradient", "stop", "clipPath",
    };

    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase) { "br", "col", "hr", "img", "input", "wbr" };

    // Their content is no text to show.
    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "iframe", "object", "embed", "template", "noscript", "title", "head", "textarea", "select", "math", "foreignObject", "audio", "video", "canvas",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.OrdinalIgnoreCase)
    {
        "align", "alt", "border", "cellpadding", "cellspacing", "checked", "cite", "class", "colspan", "datetime", "dir", "disabled", "headers", "height",
        "href", "id", "lang", "open", "role", "rowspan", "scope", "span", "src", "start", "style", "tabindex", "title", "type", "valign", "value", "width",
        "clip-path", "cx", "cy", "d", "dominant-baseline", "dx", "dy", "fill", "fill-opacity", "fill-rule", "font-family", "font-size", "font-style",
        "font-weight", "gradientUnits", "offset", "opacity", "points", "preserveAspectRatio", "r", "rx", "ry", "stop-color", "stop-opacity", "stroke",
        "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-opacity", "stroke-width", "text-anchor", "transform", "viewBox", "x", "x1", "x2", "xmlns", "y", "y1", "y2",
    };

    private readonly Func<string, string?> _link;
    private readonly Func<string, string?> _picture;
    private readonly StringBuilder _html = new();
    private readonly Stack<string> _open = new();

    private HtmlSanitizer(Func<string, string?> link, Func<string, string?> picture) => (_link, _picture) = (link, picture);

    /// <summary>Cleans a fragment; the two functions say where a link or a picture leads in the site, or null for nowhere.</summary>
    public static string Clean(string html, Func<string, string?> link, Func<string, string?> picture)
    {
        var sanitizer = new HtmlSanitizer(link, picture);
        sanitizer.Read(html);
        return sanitizer._html.ToString();
    }

    private void Read(string html)
    {
        var at = 0;
        while (at < html.Length)
        {
            var tag = html.IndexOf('<', at);
            if (tag < 0)
            {
                tag = html.Length;
            }

            _html.Append(html, at, tag - at);
            if (tag == html.Length)
            {
                break;
            }

            at = ReadTag(html, tag);
        }

        while (_open.TryPop(out var name))
        {
            _html.Append("</").Append(name).Append('>');
        }
    }

    private int ReadTag(string html, int at)
    {
        if (html.AsSpan(at).StartsWith("<!--"))
        {
            var end = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
            return end < 0 ? html.Length : end + 3;
        }

        if (at + 1 < html.Length && html[at + 1] is '!' or '?')
        {
            var end = html.IndexOf('>', at);
            return end < 0 ? html.Length : end + 1;
        }

        var match = Tag().Match(html, at);
        if (!match.Success || match.Index != at)
        {
            _html.Append("&lt;");
            return at + 1;
        }

        var name = match.Groups["name"].Value;
        var next = at + match.Length;
        if (match.Groups["close"].Length > 0)
        {
            Close(name);
            return next;
        }

        var inSvg = _open.Contains("svg");
        if (Dropped.Contains(name) && !(inSvg && name == "title"))
        {
            var end = html.IndexOf($"</{name}", next, StringComparison.OrdinalIgnoreCase);
            var close = end < 0 ? -1 : html.IndexOf('>', end);
            return close < 0 ? html.Length : close + 1;
        }

        if (Elements.TryGetValue(name, out var known))
        {
            Open(known, match);
        }

        return next;
    }

    private void Close(string name)
    {
        if (!_open.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return;
        }

        while (_open.TryPop(out var open))
        {
            _html.Append("</").Append(open).Append('>');
            if (open.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
        }
    }

    private void Open(string name, Match tag)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match attribute in Attribute().Matches(tag.Groups["attributes"].Value))
        {
            var raw = attribute.Groups["value"].Value;
            attributes.TryAdd(attribute.Groups["name"].Value, WebUtility.HtmlDecode(raw.Length > 1 && raw[0] is '"' or '\'' ? raw[1..^1] : raw));
        }

        if (name == "input" && attributes.GetValueOrDefault("type") != "checkbox")
        {
            return;
        }

        if (name == "img")
        {
            var source = attributes.GetValueOrDefault("src") ?? "";
            if ((Picture().IsMatch(source) ? source : _picture(source)) is not { } picture)
            {
                _html.Append("<em>").Append(WebUtility.HtmlEncode(attributes.GetValueOrDefault("alt") ?? "picture")).Append("</em>");
                return;
            }

            attributes["src"] = picture;
            attributes.TryAdd("alt", "");
        }

        _html.Append('<').Append(name);
        foreach (var (key, value) in attributes)
        {
            if (Keep(name, key, value) is { } kept)
            {
                _html.Append(' ').Append(Attributes.TryGetValue(key, out var known) ? known : key.ToLowerInvariant())
                    .Append("=\"").Append(WebUtility.HtmlEncode(kept)).Append('"');
            }
        }

        _html.Append(name == "input" ? " disabled=\"disabled\">" : ">");
        if (Void.Contains(name))
        {
            return;
        }

        if (tag.Groups["self"].Length > 0 && _open.Contains("svg"))
        {
            _html.Append("</").Append(name).Append('>');
        }
        else
        {
            _open.Push(name);
        }
    }

    private string? Keep(string element, string name, string value)
    {
        if (!Attributes.Contains(name) && !(name.StartsWith("aria-", StringComparison.OrdinalIgnoreCase) && AriaName().IsMatch(name)))
        {
            return null;
        }

        return name.ToLowerInvariant() switch
        {
            "href" => element == "a" ? _link(value.Trim()) : null,
            "src" => element == "img" ? value : null,
            "disabled" => null,
            "style" => Unsafe().IsMatch(value) ? null : value,
            _ when value.Contains("url(", StringComparison.OrdinalIgnoreCase) && !LocalReference().IsMatch(value) => null,
            _ => value,
        };
    }

    // Without backtracking into attributes: a slash could end a value or belong to it, which would double the ways at every slash.
    [GeneratedRegex("""\G<(?<close>/)?(?<name>(?>[A-Za-z][A-Za-z0-9]*))(?<attributes>(?>(?:[\s/]+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>`]+))?)*))\s*(?<self>/)?\s*>""")]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<name>[^\s"'<>/=]+)(?:\s*=\s*(?<value>"[^"]*"|'[^']*'|[^\s"'<>`]+))?""")]
    private static partial Regex Attribute();

    [GeneratedRegex("^data:image/(?:png|jpeg|gif|webp|svg\\+xml)[;,]", RegexOptions.IgnoreCase)]
    private static partial Regex Picture();

    [GeneratedRegex("^aria-[a-z]+$", RegexOptions.IgnoreCase)]
    private static partial Regex AriaName();

    [GeneratedRegex(@"url\s*\(|expression|@import|\\|position\s*:\s*(?:fixed|sticky)", RegexOptions.IgnoreCase)]
    private static partial Regex Unsafe();

    [GeneratedRegex("^url\\(#[\\w-]+\\)$")]
    private static partial Regex LocalReference();
}
