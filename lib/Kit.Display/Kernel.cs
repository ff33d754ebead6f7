using System.Diagnostics.CodeAnalysis;

namespace Kit.Display;

/// <summary>The functions that a notebook cell calls without naming a class; the names are those of the <c>.net-csharp</c> kernel.</summary>
/// <remarks>A session imports them with <c>using static Kit.Display.Kernel</c>. Outside a notebook they print plain text.</remarks>
[SuppressMessage("Naming", "IDE1006", Justification = "notebooks of the .net-csharp kernel write display(x)")]
public static class Kernel
{
    /// <summary>Shows a value now, before the cell ends; the result can update it.</summary>
    /// <param name="value">anything</param>
    /// <param name="mimeTypes">the representations to send, where not all are wanted</param>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => new(value, mimeTypes);

    /// <summary>HTML that is shown as it is.</summary>
    public static HtmlContent HTML(string content) => new(content);

    /// <summary>Adds style rules to the page.</summary>
    public static DisplayedValue CSS(string content) =>
        new(new MimeBundle().With("text/html", $"<style>{content}</style>").With("text/plain", ""), []);

    /// <summary>Runs a script in the page.</summary>
    public static DisplayedValue Javascript(string content) =>
        new(new MimeBundle().With("text/html", $"<script type=\"text/javascript\">{content}</script>").With("text/plain", ""), []);

    /// <summary>Asks the reader for a line.</summary>
    public static async Task<string> GetInputAsync(string prompt = "")
    {
        await Console.Out.WriteAsync(prompt).ConfigureAwait(false);
        return await Console.In.ReadLineAsync().ConfigureAwait(false) ?? "";
    }
}
