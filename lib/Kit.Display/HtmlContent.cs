using System.Net;
using System.Text.RegularExpressions;

namespace Kit.Display;

/// <summary>A piece of HTML to show as it is; <see cref="Kernel.HTML"/> makes one.</summary>
public sealed partial class HtmlContent(string html)
{
    /// <summary>The markup.</summary>
    public string Html { get; } = html ?? "";

    /// <summary>The markup, and its text without tags.</summary>
    public MimeBundle ToMimeBundle() => new MimeBundle()
        .With("text/html", Html)
        .With("text/plain", WebUtility.HtmlDecode(Tag().Replace(Hidden().Replace(Html, ""), "")).Trim());

    /// <inheritdoc />
    public override string ToString() => Html;

    [GeneratedRegex("<(script|style)\\b.*?</\\1\\s*>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    [GeneratedRegex("</?[a-zA-Z!][^<>]*>")]
    private static partial Regex Tag();
}
