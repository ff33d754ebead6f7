using Kit.Display;

#pragma warning disable IDE0130 // In namespace System, as in the old kernel, so that every cell has them.
namespace System;

/// <summary><c>x.Display()</c> and its relatives, by the names of the archived .NET Interactive kernel.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows the value below the running cell.</summary>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => Kernel.display(value, mimeTypes);

    /// <summary>Shows a text as what it is, for example <c>text/html</c>.</summary>
    public static DisplayedValue DisplayAs(this string value, string mimeType) => Kernel.display(new Markup(mimeType, value));

    /// <summary>Shows the items as a table, a row an item and a column a property.</summary>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> items) => Kernel.display(new ValueTable(items));
}
