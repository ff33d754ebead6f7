using System.Collections;

namespace Kit.Display.Formatting;

/// <summary>What is shown of a value that says nothing about it itself.</summary>
internal static class DefaultFormat
{
    public const int MostRows = 20;

    public static MimeBundle Bundle(object? value) =>
        value is IEnumerable rows and not string && !ValueText.IsScalar(value) && Table(rows, MostRows) is { } table
            ? table
            : new MimeBundle().With("text/plain", ValueText.Of(value));

    /// <summary>A table of rows, or null where the values are not rows.</summary>
    public static MimeBundle? Table(IEnumerable rows, int most, bool force = false) => TableText.Of(rows, most, force)?.Bundle();
}
