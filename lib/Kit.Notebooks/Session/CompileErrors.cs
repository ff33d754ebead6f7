using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Kit.Notebooks.Session;

/// <summary>Renders what the compiler refuses: the message, the line, a mark below the place, and a hint for what only scripts refuse.</summary>
internal static class CompileErrors
{
    private const string Library = "Cells cannot hold this. Put it into a compiled library and reference that with #r \"library.dll\".";

    private static readonly Dictionary<string, string> Hints = new()
    {
        ["CS9283"] = Library, // extension blocks
        ["CS1109"] = "Cells are nested in a class. Write the method at top level, without the class: static int Twice(this int i) => 2 * i;",
        ["CS7021"] = Library, // namespaces
        ["CS8795"] = "Source generators do not run in cells. " + Library,
        ["CS0534"] = "If a source generator was to write this member: generators do not run in cells, only in a compiled library.",
        ["CS0120"] = "Types in cells do not see the variables of cells; pass the variable in.",
        ["CS8345"] = "A variable of a cell cannot be a span. Put the code into { } or into a method.",
        ["CS0201"] = "To show a value, write it as the last line without a semicolon.",
        ["CS9298"] = "Packages are referenced with #r \"nuget: Name, Version\".",
    };

    /// <summary>The error of a cell from the compiler's diagnostics, or null where none is an error.</summary>
    public static CellError? Of(IEnumerable<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(it => it.Severity == DiagnosticSeverity.Error).OrderBy(it => it.Location.SourceSpan.Start).ToImmutableArray();
        return errors.IsEmpty
            ? null
            : new CellError("CompilationError", Headline(errors[0]), [.. errors.Take(20).SelectMany(Lines), .. More(errors.Length - 20)]);
    }

    private static string Headline(Diagnostic error)
    {
        var position = error.Location.GetLineSpan();
        var place = position.IsValid ? $"{Path.GetFileName(position.Path)}, line {position.StartLinePosition.Line + 1}: " : "";
        return $"{place}{error.Id}: {error.GetMessage()}";
    }

    private static IEnumerable<string> Lines(Diagnostic error)
    {
        yield return Headline(error);
        if (error.Location.SourceTree is { } tree)
        {
            var span = error.Location.SourceSpan;
            var line = tree.GetText().Lines.GetLineFromPosition(span.Start);
            var text = line.ToString();
            var indent = span.Start - line.Start;
            var length = Math.Max(1, Math.Min(span.End, line.End) - span.Start);
            var before = string.Concat(text.Take(indent).Select(character => character == '\t' ? '\t' : ' '));
            yield return "    " + text;
            yield return "    " + before + new string('~', length);
        }

        if (Hints.TryGetValue(error.Id, out var hint))
        {
            yield return "    hint: " + hint;
        }
    }

    private static string[] More(int count) => count > 0 ? [$"… and {count} more errors"] : [];
}
