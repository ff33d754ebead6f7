using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Kit.Notebooks.Session;

/// <summary>Takes the lines out of a cell that are not C#: <c>#r</c>, <c>#i</c>, <c>#load</c> and the magics <c>#!…</c>.</summary>
internal static partial class CellSource
{
    /// <summary>How cells are parsed: the language of the SDK, not the newer one that this Roslyn would take by default.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    /// <summary>The segments of a cell in order; most cells are one segment of C# without directives.</summary>
    public static IReadOnlyList<CellSegment> Split(string source)
    {
        if (!source.Contains('#', StringComparison.Ordinal))
        {
            return [new CellSegment("csharp", source, [])];
        }

        var lines = source.ReplaceLineEndings("\n").Split('\n');
        var segments = new List<CellSegment>();
        var language = "csharp";
        for (var start = 0; start < lines.Length;)
        {
            // Blank lines in front keep the numbers of the lines behind.
            string[] text = [.. Enumerable.Repeat("", start), .. lines[start..]];
            var found = language == "csharp" ? DirectivesOf(text) : MagicsOf(text, start);
            var next = found.FirstOrDefault(directive => LanguageOf(directive) is not null);
            var end = next is null ? lines.Length : next.Line - 1;
            var mine = language == "csharp" ? found.Where(directive => directive.Line <= end).ToList() : [];
            foreach (var directive in mine)
            {
                text[directive.Line - 1] = "";
            }

            if (end > start)
            {
                segments.Add(new CellSegment(language, string.Join('\n', text[..end]), mine));
            }

            language = next is null ? language : LanguageOf(next)!;
            start = end + 1;
        }

        return segments;
    }

    // Roslyn's lexer knows what is a string, a comment or switched off by #if, and what is really a directive.
    private static List<Directive> DirectivesOf(string[] lines)
    {
        var text = SourceText.From(string.Join('\n', lines));
        var root = CSharpSyntaxTree.ParseText(text, ParseOptions).GetRoot();
        var directives = new List<Directive>();
        foreach (var trivia in root.DescendantTrivia())
        {
            if (trivia.GetStructure() is DirectiveTriviaSyntax structure)
            {
                var line = text.Lines.GetLineFromPosition(trivia.SpanStart).LineNumber;
                if (DirectiveLine().Match(lines[line]) is not { Success: true } match)
                {
                    continue;
                }

                if (structure.IsActive)
                {
                    directives.Add(new Directive(match.Groups[1].Value.Replace(" ", "", StringComparison.Ordinal), match.Groups[2].Value.Trim(), line + 1));
                }
                else
                {
                    lines[line] = ""; // the compiler would follow a #r even where #if switches it off
                }
            }
        }

        return directives;
    }

    private static List<Directive> MagicsOf(string[] lines, int start) =>
    [
        .. lines.Index().Skip(start)
            .Select(line => (line.Index, Match: DirectiveLine().Match(line.Item)))
            .Where(line => line.Match.Success)
            .Select(line => new Directive(line.Match.Groups[1].Value, line.Match.Groups[2].Value.Trim(), line.Index + 1)),
    ];

    private static string? LanguageOf(Directive directive) =>
        directive.Name.StartsWith("#!", StringComparison.Ordinal) ? CellLanguage.Known(directive.Name[2..]) : null;

    [GeneratedRegex(@"^\s*(#\s*(?:r|i|load)(?=\s|""|$)|#![A-Za-z][\w.-]*)(.*)$")]
    private static partial Regex DirectiveLine();
}
