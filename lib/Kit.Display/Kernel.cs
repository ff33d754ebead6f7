namespace Kit.Display;

/// <summary>
/// The calls that every cell of a <c>.net-csharp</c> notebook can make without a using: the four that the archived
/// .NET Interactive kernel offered, by the same names, and no more, so that notebooks stay portable.
/// </summary>
#pragma warning disable IDE1006, CA1707 // The names are those of the old kernel.
public static class Kernel
{
    /// <summary>Shows a value below the running cell.</summary>
    /// <param name="value">anything; see <see cref="Formatter"/></param>
    /// <param name="mimeTypes">the only representations to show; none means all that the value has</param>
    /// <returns>what can be updated in place, for example by a progress display</returns>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);

    /// <summary>Text that is HTML already.</summary>
    public static Markup HTML(string content) => new("text/html", content);

    /// <summary>Adds a style sheet to the page, where the front end allows scripts.</summary>
    public static Markup CSS(string content) => new("text/html", $"<style>{content}</style>");

    /// <summary>Runs a script in the page, where the front end allows scripts.</summary>
    public static Markup Javascript(string content) => new("application/javascript", content);
}
