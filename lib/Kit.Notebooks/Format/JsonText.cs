using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kit.Notebooks.Format;

/// <summary>Reads scalars from JSON nodes without throwing on other kinds.</summary>
internal static class JsonText
{
    /// <summary>The string in a node, or null where the node is absent or something else.</summary>
    public static string? String(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The number in a node, or null where the node is absent or something else.</summary>
    public static double? Number(JsonNode? node)
    {
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.Number)
        {
            return null;
        }

        // Nodes made in memory hold an int, a float, …: only their own type comes back, so go by the text.
        return value.TryGetValue<double>(out var number) ? number
            : double.Parse(JsonWriter.NumberText(value), System.Globalization.CultureInfo.InvariantCulture);
    }
}
