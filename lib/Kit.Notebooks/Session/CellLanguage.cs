using Kit.Display;

namespace Kit.Notebooks.Session;

/// <summary>The languages of cells: C# runs, four others are shown as they are, the rest is unknown.</summary>
internal static class CellLanguage
{
    /// <summary>The one spelling of a language that cells may be written in, or null for any other.</summary>
    public static string? Known(string? name) => name?.ToUpperInvariant() switch
    {
        "CSHARP" or "C#" or "CS" => "csharp",
        "HTML" => "html",
        "MARKDOWN" or "MD" => "markdown",
        "JAVASCRIPT" or "JS" => "javascript",
        "MERMAID" => "mermaid",
        _ => null,
    };

    /// <summary>What a cell in one of the shown languages shows.</summary>
    public static MimeBundle Show(string language, string text) => language switch
    {
        "html" => new MimeBundle().With("text/html", text).With("text/plain", text),
        "markdown" => new MimeBundle().With("text/markdown", text).With("text/plain", text),
        "javascript" => new MimeBundle().With("application/javascript", text).With("text/plain", text),
        "mermaid" => new MimeBundle().With("text/vnd.mermaid", text).With("text/plain", text),
        _ => throw new ArgumentException($"Cells in {language} are not shown but run.", nameof(language)),
    };
}
