using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kit.Display.Formatting;

/// <summary>The by-name convention <c>ToMimeBundle()</c>.</summary>
internal static class BundleConvention
{
    public static Func<object, MimeBundle?>? Find(Type type)
    {
        var method = type.GetMethod("ToMimeBundle", BindingFlags.Public | BindingFlags.Instance, Type.EmptyTypes);
        if (method is null || !typeof(MimeBundle).IsAssignableFrom(method.ReturnType) && !typeof(IEnumerable).IsAssignableFrom(method.ReturnType))
            return null;

        return value => Read(Call(() => method.Invoke(value, null)));
    }

    /// <summary>Calls by reflection and lets the callee's own exception out.</summary>
    public static object? Call(Func<object?> call)
    {
        try
        {
            return call();
        }
        catch (TargetInvocationException e) when (e.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    private static MimeBundle? Read(object? result)
    {
        if (result is MimeBundle bundle)
            return bundle;
        if (result is not IEnumerable entries)
            return null;

        bundle = new MimeBundle();
        foreach (var entry in entries)
        {
            var (key, content) = entry switch
            {
                DictionaryEntry pair => (pair.Key, pair.Value),
                ITuple { Length: 2 } pair => (pair[0], pair[1]),
                _ => (Property(entry, "Key"), Property(entry, "Value")),
            };
            if (key is not string mimeType || content is null)
                continue;
            _ = content switch
            {
                JsonNode node => bundle.WithJson(mimeType, node.DeepClone()),
                JsonElement element => bundle.WithJson(mimeType, JsonNode.Parse(element.GetRawText())!),
                JsonDocument document => bundle.WithJson(mimeType, JsonNode.Parse(document.RootElement.GetRawText())!),
                _ => bundle.With(mimeType, ValueText.Of(content)),
            };
        }

        return bundle.Data.Count > 0 ? bundle : null;
    }

    private static object? Property(object? entry, string name) => entry?.GetType().GetProperty(name)?.GetValue(entry);
}
