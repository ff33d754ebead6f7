using System.Text.Json;
using System.Text.Json.Nodes;
using Kit.Notebooks.Format;

namespace Kit.Notebooks.Checking;

/// <summary>Compares JSON by structure: numbers within a tolerance, keys in any order.</summary>
internal static class JsonComparer
{
    /// <summary>Null where the nodes agree, otherwise the path and what differs.</summary>
    public static string? Difference(JsonNode? stored, JsonNode? fresh, Tolerance tolerance, string path = "$")
    {
        switch (stored, fresh)
        {
            case (null, null):
                return null;
            case (JsonObject before, JsonObject after):
                foreach (var (key, value) in before)
                {
                    if (!after.ContainsKey(key))
                    {
                        return $"{path}.{key} is missing";
                    }

                    if (Difference(value, after[key], tolerance, $"{path}.{key}") is { } difference)
                    {
                        return difference;
                    }
                }

                return after.FirstOrDefault(entry => !before.ContainsKey(entry.Key)).Key is { } extra ? $"{path}.{extra} is new" : null;
            case (JsonArray before, JsonArray after):
                if (before.Count != after.Count)
                {
                    return $"{path} has {before.Count} items stored, {after.Count} fresh";
                }

                for (var index = 0; index < before.Count; index++)
                {
                    if (Difference(before[index], after[index], tolerance, $"{path}[{index}]") is { } difference)
                    {
                        return difference;
                    }
                }

                return null;
            case (JsonValue before, JsonValue after) when JsonText.Number(before) is { } storedNumber && JsonText.Number(after) is { } freshNumber:
                return JsonWriter.NumberText(before) == JsonWriter.NumberText(after) || tolerance.Accepts(storedNumber, freshNumber)
                    ? null
                    : $"{path}: stored {JsonWriter.NumberText(before)}, fresh {JsonWriter.NumberText(after)}";
            case (JsonValue before, JsonValue after) when JsonText.String(before) is { } storedText && JsonText.String(after) is { } freshText:
                return TextComparer.Difference(storedText, freshText, tolerance) is { } text ? $"{path}: {text}" : null;
            case (JsonValue before, JsonValue after) when Kind(before) == Kind(after):
                return null;
            default:
                return $"{path}: stored {TextComparer.Shorten(JsonWriter.Write(stored))}, fresh {TextComparer.Shorten(JsonWriter.Write(fresh))}";
        }
    }

    // What is left when numbers and texts are dealt with: true and false; a number and a text never get the same kind.
    private static JsonValueKind Kind(JsonValue value) => value.GetValueKind();
}
