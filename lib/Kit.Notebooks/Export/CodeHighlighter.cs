using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kit.Notebooks.Export;

/// <summary>Colours C# by its tokens; what is not C# stays plain.</summary>
internal static class CodeHighlighter
{
    private static readonly CSharpParseOptions Script = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script).WithLanguageVersion(LanguageVersion.CSharp14);

    public static bool IsCSharp(string? language) => language?.Trim().ToLowerInvariant() is "csharp" or "c#" or "cs";

    public static string ToHtml(string source, string? language)
    {
        if (!IsCSharp(language))
        {
            return WebUtility.HtmlEncode(source);
        }

        var html = new StringBuilder();
        var length = 0;
        foreach (var token in SyntaxFactory.ParseTokens(source, options: Script))
        {
            foreach (var trivia in token.LeadingTrivia)
            {
                Write(html, trivia.ToFullString(), Class(trivia));
            }

            Write(html, token.Text, Class(token));
            foreach (var trivia in token.TrailingTrivia)
            {
                Write(html, trivia.ToFullString(), Class(trivia));
            }

            length += token.FullSpan.Length;
        }

        // A text that the tokens do not add up to is shown as it is rather than with a hole.
        return length == source.Length ? html.ToString() : WebUtility.HtmlEncode(source);
    }

    private static string? Class(SyntaxToken token)
    {
        var kind = token.Kind();
        return kind switch
        {
            SyntaxKind.NumericLiteralToken => "n",
            SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.Utf8StringLiteralToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken => "s",
            _ when token.Text.StartsWith('$') || token.Text.StartsWith("@\"", StringComparison.Ordinal) || token.Text.StartsWith("@$\"", StringComparison.Ordinal) => "s",
            _ when SyntaxFacts.IsReservedKeyword(kind) || token.Text is "var" or "await" or "async" or "record" or "yield" or "when" or "init" or "required" or "with" => "k",
            _ => null,
        };
    }

    private static string? Class(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => "c",
        _ when trivia.IsDirective => "d",
        _ => null,
    };

    private static void Write(StringBuilder html, string text, string? name)
    {
        if (text.Length == 0)
        {
            return;
        }

        var encoded = WebUtility.HtmlEncode(text);
        html.Append(name is null ? encoded : $"<span class=\"{name}\">{encoded}</span>");
    }
}
