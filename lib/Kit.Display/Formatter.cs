using System.Collections.Concurrent;
using Kit.Display.Formatting;

namespace Kit.Display;

/// <summary>Turns any value into a <see cref="MimeBundle"/>.</summary>
/// <remarks>
/// The first that applies decides:
/// <list type="number">
/// <item>a formatter that was registered for the type, the newest first;</item>
/// <item>a public method <c>ToMimeBundle()</c> without parameters, which returns a <see cref="MimeBundle"/> or anything
/// enumerable whose elements have a <c>Key</c> (the MIME type) and a <c>Value</c>: a JSON node, or a text;</item>
/// <item>an attribute named <c>TypeFormatterSource</c>, of whatever assembly and visibility, whose first argument is a type
/// with <c>CreateTypeFormatters()</c>: each formatter has <c>string MimeType</c> and <c>bool Format(object, TextWriter)</c>,
/// and the attribute's <c>PreferredMimeTypes</c> come first. The <c>.net-csharp</c> kernel of .NET Interactive honours the same one;</item>
/// <item>the defaults: plain text for scalars and short lists, a table for rows of records, tuples or dictionaries.</item>
/// </list>
/// Formatting never throws: what a getter or a formatter throws becomes a text that says so.
/// </remarks>
public static class Formatter
{
    private static readonly List<Func<object, MimeBundle?>> Registered = [];
    private static readonly ConcurrentDictionary<Type, Func<object, MimeBundle?>?> Conventions = [];

    /// <summary>Registers a formatter for <typeparamref name="T"/> and what derives from it; the newest wins, and one that returns null passes.</summary>
    public static void Register<T>(Func<T, MimeBundle?> format) where T : class
    {
        lock (Registered)
            Registered.Insert(0, value => value is T it ? format(it) : null);
    }

    /// <summary>The representations of a value, <c>text/plain</c> last; null gives the text <c>&lt;null&gt;</c>.</summary>
    public static MimeBundle Format(object? value)
    {
        try
        {
            return WithText(Find(value) ?? DefaultFormat.Bundle(value), value);
        }
        catch (Exception e)
        {
            return new MimeBundle().With("text/plain", $"<{TypeNames.Of(value?.GetType())}: {ValueText.Failure(e)}>");
        }
    }

    private static MimeBundle? Find(object? value)
    {
        if (value is null)
            return null;
        if (value is MimeBundle bundle)
            return bundle;

        Func<object, MimeBundle?>[] registered;
        lock (Registered)
            registered = [.. Registered];
        foreach (var format in registered)
        {
            if (format(value) is { } found)
                return found;
        }

        return Conventions.GetOrAdd(value.GetType(), type => BundleConvention.Find(type) ?? FormatterSourceConvention.Find(type))?.Invoke(value);
    }

    /// <summary>A copy that ends with plain text: front ends take the last representation where they know no other.</summary>
    private static MimeBundle WithText(MimeBundle bundle, object? value)
    {
        if (bundle.Data.Count > 0 && bundle.Data[^1].Key == "text/plain")
            return bundle;

        var result = new MimeBundle();
        foreach (var (mimeType, content) in bundle.Data)
            _ = mimeType == "text/plain" ? result : result.WithJson(mimeType, content.DeepClone());
        foreach (var (mimeType, content) in bundle.Metadata)
            result.Metadata[mimeType] = content?.DeepClone();
        return result.With("text/plain", bundle.Text("text/plain") ?? (value is MimeBundle ? "" : ValueText.Of(value)));
    }
}
