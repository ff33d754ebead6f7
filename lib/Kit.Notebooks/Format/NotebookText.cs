using System.Text.Json.Nodes;

namespace Kit.Notebooks.Format;

/// <summary>The two shapes of a notebook: texts as single strings in memory, as arrays of lines in the file.</summary>
internal static class NotebookText
{
    public static string Write(JsonObject notebook)
    {
        var copy = (JsonObject)notebook.DeepClone();
        JoinLines(copy);
        StripTransient(copy);
        ForEachText(copy, SplitBundle, (owner, key) =>
        {
            if (JsonText.String(owner[key]) is { } text)
            {
                owner[key] = Lines(text);
            }
        });
        return JsonWriter.Write(copy) + "\n";
    }

    public static void JoinLines(JsonObject notebook) => ForEachText(notebook, JoinBundle, (owner, key) =>
    {
        if (owner[key] is JsonArray)
        {
            owner[key] = MultilineText.Join(owner[key]);
        }
    });

    /// <summary>Removes what nbformat says must never be in a file.</summary>
    public static void StripTransient(JsonObject notebook)
    {
        if (notebook["metadata"] is JsonObject metadata)
        {
            metadata.Remove("orig_nbformat");
            metadata.Remove("orig_nbformat_minor");
            metadata.Remove("signature");
        }

        foreach (var cell in Objects(notebook["cells"]))
        {
            (cell["metadata"] as JsonObject)?.Remove("trusted");
        }
    }

    /// <summary>Whether a MIME type holds JSON, which is neither split nor joined.</summary>
    public static bool IsJson(string mimeType) => mimeType == "application/json"
        || (mimeType.StartsWith("application/", StringComparison.Ordinal) && mimeType.EndsWith("+json", StringComparison.Ordinal));

    private static void ForEachText(JsonObject notebook, Action<JsonObject> bundle, Action<JsonObject, string> text)
    {
        foreach (var cell in Objects(notebook["cells"]))
        {
            text(cell, "source");
            foreach (var (_, attachment) in cell["attachments"] as JsonObject ?? [])
            {
                if (attachment is JsonObject data)
                {
                    bundle(data);
                }
            }

            foreach (var output in Objects(cell["outputs"]))
            {
                switch (Outputs.Kind(output))
                {
                    case "execute_result" or "display_data" when output["data"] is JsonObject data:
                        bundle(data);
                        break;
                    case "stream":
                        text(output, "text");
                        break;
                    default:
                        break;
                }
            }
        }
    }

    private static void JoinBundle(JsonObject data)
    {
        foreach (var (mimeType, content) in data.ToArray())
        {
            if (!IsJson(mimeType) && content is JsonArray lines && lines.All(line => JsonText.String(line) is not null))
            {
                data[mimeType] = MultilineText.Join(lines);
            }
        }
    }

    private static void SplitBundle(JsonObject data)
    {
        foreach (var (mimeType, content) in data.ToArray())
        {
            var isText = mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "application/javascript" or "image/svg+xml";
            if (isText && JsonText.String(content) is { } text)
            {
                data[mimeType] = Lines(text);
            }
        }
    }

    private static JsonArray Lines(string text) => [.. MultilineText.Split(text).Select(line => (JsonNode)JsonValue.Create(line))];

    private static IEnumerable<JsonObject> Objects(JsonNode? array) => (array as JsonArray)?.OfType<JsonObject>() ?? [];
}
