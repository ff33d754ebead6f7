using System.Text.Json.Nodes;

namespace Kit.Display;

/// <summary>One thing to show, in several representations: MIME type → text, or JSON where the MIME type is JSON.</summary>
/// <remarks>Order is kept: the richest representation comes first, <c>text/plain</c> last (Jupyter messaging, "display_data").</remarks>
public sealed class MimeBundle
{
    private readonly List<KeyValuePair<string, JsonNode>> _data = [];

    /// <summary>MIME type and content, in order of insertion.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonNode>> Data => _data;

    /// <summary>Metadata of the output, by MIME type; usually empty.</summary>
    public JsonObject Metadata { get; } = [];

    /// <summary>Adds or replaces a textual representation.</summary>
    public MimeBundle With(string mimeType, string text) => WithJson(mimeType, JsonValue.Create(text));

    /// <summary>Adds or replaces a JSON representation.</summary>
    public MimeBundle WithJson(string mimeType, JsonNode content)
    {
        _data.RemoveAll(entry => entry.Key == mimeType);
        _data.Add(new(mimeType, content));
        return this;
    }

    /// <summary>The text of a representation, or null where the bundle lacks it.</summary>
    public string? Text(string mimeType) =>
        _data.Find(entry => entry.Key == mimeType).Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
