using System.Text.Json.Nodes;
using Kit.Display;

namespace Kit.Notebooks.Format;

/// <summary>Makes the four kinds of nbformat outputs, in the shapes that a notebook file holds.</summary>
public static class Outputs
{
    /// <summary>Text that a cell wrote; the name is <c>stdout</c> or <c>stderr</c>.</summary>
    public static JsonObject Stream(string name, string text) => new()
    {
        ["name"] = name,
        ["output_type"] = "stream",
        ["text"] = text,
    };

    /// <summary>Something a cell showed.</summary>
    public static JsonObject DisplayData(MimeBundle bundle) => new()
    {
        ["data"] = Data(bundle),
        ["metadata"] = bundle.Metadata.DeepClone(),
        ["output_type"] = "display_data",
    };

    /// <summary>The value of a cell's last expression.</summary>
    public static JsonObject ExecuteResult(MimeBundle bundle, int? executionCount) => new()
    {
        ["data"] = Data(bundle),
        ["execution_count"] = executionCount,
        ["metadata"] = bundle.Metadata.DeepClone(),
        ["output_type"] = "execute_result",
    };

    /// <summary>An exception or a compiler's complaint; the traceback's lines may hold ANSI colours.</summary>
    public static JsonObject Error(string name, string message, IEnumerable<string> traceback) => new()
    {
        ["ename"] = name,
        ["evalue"] = message,
        ["output_type"] = "error",
        ["traceback"] = new JsonArray([.. traceback.Select(line => (JsonNode)JsonValue.Create(line))]),
    };

    /// <summary>
    /// Adds an output to a cell's list; text of the same stream that follows directly is merged into one output, and a
    /// carriage return overwrites the line it stands in, as a terminal would show it (progress bars).
    /// </summary>
    public static void Append(JsonArray outputs, JsonObject output)
    {
        if (Kind(output) != "stream")
        {
            outputs.Add(output);
            return;
        }

        if (outputs.LastOrDefault() is JsonObject last && Kind(last) == "stream" && (string?)last["name"] == (string?)output["name"])
        {
            last["text"] = Overwrite(MultilineText.Join(last["text"]) + MultilineText.Join(output["text"]));
            return;
        }

        output["text"] = Overwrite(MultilineText.Join(output["text"]));
        outputs.Add(output);
    }

    /// <summary>The <c>output_type</c>, or the empty string.</summary>
    public static string Kind(JsonNode? output) => JsonText.String((output as JsonObject)?["output_type"]) ?? "";

    /// <summary>What remains of a text on a terminal: a carriage return goes back to the start of the line, a backspace one step.</summary>
    /// <remarks>A trailing <c>\r</c> is kept, since what overwrites the line may be still to come.</remarks>
    public static string Overwrite(string text)
    {
        if (!text.Contains('\r', StringComparison.Ordinal) && !text.Contains('\b', StringComparison.Ordinal))
        {
            return text;
        }

        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        return string.Join('\n', lines.Select(OverwriteLine));
    }

    private static string OverwriteLine(string line)
    {
        var shown = new List<char>(line.Length);
        var at = 0;
        var pending = false;
        foreach (var character in line)
        {
            switch (character)
            {
                case '\r':
                    pending = true;
                    at = 0;
                    break;
                case '\b':
                    at = Math.Max(0, at - 1);
                    break;
                default:
                    if (at < shown.Count)
                    {
                        shown[at] = character;
                    }
                    else
                    {
                        shown.Add(character);
                    }

                    at++;
                    pending = false;
                    break;
            }
        }

        return new string([.. shown]) + (pending ? "\r" : "");
    }

    private static JsonObject Data(MimeBundle bundle)
    {
        var data = new JsonObject();
        foreach (var (mimeType, content) in bundle.Data)
        {
            data[mimeType] = content.DeepClone();
        }

        return data;
    }
}
