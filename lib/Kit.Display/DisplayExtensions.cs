using System.Collections;
using Kit.Display;
using Kit.Display.Formatting;

namespace System;

/// <summary>Display as the end of a chain of calls, in the namespace where the <c>.net-csharp</c> kernel has it.</summary>
public static class DisplayExtensions
{
    private const int MostRows = 100;

    /// <summary>Shows a value now; the result can update it.</summary>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => new(value, mimeTypes);

    /// <summary>Shows a text as what it is: <c>"&lt;b&gt;bold&lt;/b&gt;".DisplayAs("text/html")</c>.</summary>
    public static DisplayedValue DisplayAs(this string value, string mimeType) =>
        new(mimeType is null or "text/plain" ? value : new MimeBundle().With(mimeType, value).With("text/plain", value), []);

    /// <summary>Shows the elements as rows of a table, whatever they are; at most the first hundred.</summary>
    public static DisplayedValue DisplayTable(this IEnumerable source, params string[] mimeTypes) =>
        new(DefaultFormat.Table(source, MostRows, force: true) ?? (object)source, mimeTypes);
}
