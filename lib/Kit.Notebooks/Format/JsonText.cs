using System.Text.Json.Nodes;

namespace Kit.Notebooks.Format;

/// <summary>Reads scalars from JSON nodes without throwing on other kinds.</summary>
internal static class JsonText
{
    /// <summary>The string in a node, or null where the node is absent or something else.</summary>
    public static string? String(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
