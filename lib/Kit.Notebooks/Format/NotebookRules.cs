using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kit.Notebooks.Format;

/// <summary>The rules of nbformat 4.5 (its JSON schema and the uniqueness of cell ids), each fault named with cell and mend.</summary>
internal sealed class NotebookRules
{
    private readonly string _name;
    private string _where = "";

    private NotebookRules(string name) => _name = name;

    public static void CheckVersion(JsonObject json, string name)
    {
        if (WholeNumber(json["nbformat"]) is not { } major)
        {
            throw new NotebookFormatException($"{name}: \"nbformat\" is missing or not a whole number; a notebook of this format says \"nbformat\": 4.");
        }

        if (major != 4)
        {
            throw new NotebookFormatException(
                $"{name}: is nbformat {major}; this kit reads nbformat 4. Open and save it with Jupyter, or run: jupyter nbconvert --to notebook --inplace FILE");
        }

        if (WholeNumber(json["nbformat_minor"]) is not (>= 0 and <= 5))
        {
            throw new NotebookFormatException(
                $"{name}: \"nbformat_minor\" is {Show(json["nbformat_minor"])}; this kit reads 4.0 to 4.5. Save the notebook as nbformat 4.5.");
        }
    }

    public static long? MinorVersion(JsonObject json) => WholeNumber(json["nbformat_minor"]);

    public static void Check(JsonObject json, string name) => new NotebookRules(name).CheckNotebook(json);

    public static bool IsCellId(string id) =>
        id.Length is >= 1 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private void CheckNotebook(JsonObject notebook)
    {
        Keys(notebook, required: ["cells", "metadata", "nbformat", "nbformat_minor"], optional: []);
        var metadata = Object(notebook, "metadata");
        _where = "metadata: ";
        if (metadata.ContainsKey("kernelspec"))
        {
            var kernel = Object(metadata, "kernelspec");
            Text(kernel, "name");
            Text(kernel, "display_name");
        }

        if (metadata.ContainsKey("language_info"))
        {
            var language = Object(metadata, "language_info");
            Text(language, "name");
            OptionalText(language, "file_extension");
            OptionalText(language, "mimetype");
            OptionalText(language, "pygments_lexer");
            if (language["codemirror_mode"] is not (null or JsonObject) && JsonText.String(language["codemirror_mode"]) is null)
            {
                Fail("\"codemirror_mode\" is neither a text nor an object", "mend or remove it");
            }
        }

        OptionalText(metadata, "title");
        if (metadata.ContainsKey("authors") && metadata["authors"] is not JsonArray)
        {
            Fail("\"authors\" is not a list", "write [{\"name\": …}]");
        }

        _where = "";
        if (notebook["cells"] is not JsonArray cells)
        {
            Fail("\"cells\" is not a list", "a notebook without cells says \"cells\": []");
            return;
        }

        var ids = new Dictionary<string, int>();
        for (var index = 0; index < cells.Count; index++)
        {
            _where = $"cell {index + 1}: ";
            if (cells[index] is not JsonObject cell)
            {
                Fail("is not an object", "remove it or restore the file");
                continue;
            }

            CheckId(cell, ids, index);
            CheckCell(cell);
        }
    }

    private void CheckId(JsonObject cell, Dictionary<string, int> ids, int index)
    {
        if (JsonText.String(cell["id"]) is not { } id)
        {
            Fail(cell.ContainsKey("id") ? "its id is not a text" : "has no id", "nbformat 4.5 wants one in every cell; save the notebook once with Jupyter or VS Code");
            return;
        }

        if (!IsCellId(id))
        {
            Fail($"the id \"{Shorten(id)}\" is not 1 to 64 letters, digits, - and _", "give it another");
        }

        if (!ids.TryAdd(id, index))
        {
            Fail($"has the id \"{id}\" of cell {ids[id] + 1}", "ids are unique; give it another");
        }

        _where = $"cell {index + 1} (id {id}): ";
    }

    private void CheckCell(JsonObject cell)
    {
        switch (JsonText.String(cell["cell_type"]))
        {
            case "code":
                Keys(cell, ["cell_type", "execution_count", "id", "metadata", "outputs", "source"], []);
                ExecutionCount(cell);
                break;
            case "markdown" or "raw":
                Keys(cell, ["cell_type", "id", "metadata", "source"], ["attachments"]);
                break;
            default:
                Fail($"\"cell_type\" is {Show(cell["cell_type"])}", "it is \"code\", \"markdown\" or \"raw\"");
                return;
        }

        Multiline(cell, "source");
        CheckCellMetadata(Object(cell, "metadata"), JsonText.String(cell["cell_type"])!);
        if (cell.ContainsKey("attachments"))
        {
            foreach (var (file, bundle) in Object(cell, "attachments"))
            {
                if (bundle is not JsonObject data)
                {
                    Fail($"the attachment \"{Shorten(file)}\" is not an object", "it maps MIME types to data");
                    return;
                }

                Bundle(data, $"attachment \"{Shorten(file)}\"");
            }
        }

        if (!cell.ContainsKey("outputs"))
        {
            return;
        }

        if (cell["outputs"] is not JsonArray outputs)
        {
            Fail("\"outputs\" is not a list", "a cell without outputs says \"outputs\": []");
            return;
        }

        var cellWhere = _where;
        for (var index = 0; index < outputs.Count; index++)
        {
            _where = $"{cellWhere}output {index + 1}: ";
            CheckOutput(outputs[index]);
        }
    }

    private void CheckCellMetadata(JsonObject metadata, string kind)
    {
        if (metadata.ContainsKey("tags"))
        {
            if (metadata["tags"] is not JsonArray tags || tags.Any(tag => JsonText.String(tag) is not { Length: > 0 } text || text.Contains(',', StringComparison.Ordinal)))
            {
                Fail("\"tags\" is not a list of non-empty texts without commas", "write [\"one\", \"two\"]");
                return;
            }

            if (tags.Select(JsonText.String).Distinct().Count() != tags.Count)
            {
                Fail("a tag stands twice", "keep one");
            }
        }

        if (metadata.ContainsKey("name") && JsonText.String(metadata["name"]) is not { Length: > 0 })
        {
            Fail("the \"name\" in its metadata is not a non-empty text", "mend or remove it");
        }

        if (metadata.ContainsKey("jupyter"))
        {
            Object(metadata, "jupyter");
        }

        if (kind == "raw")
        {
            OptionalText(metadata, "format");
        }

        if (kind != "code")
        {
            return;
        }

        if (metadata.ContainsKey("collapsed") && !IsBoolean(metadata["collapsed"]))
        {
            Fail("\"collapsed\" is not true or false", "mend or remove it");
        }

        if (metadata.ContainsKey("scrolled") && !IsBoolean(metadata["scrolled"]) && JsonText.String(metadata["scrolled"]) != "auto")
        {
            Fail("\"scrolled\" is not true, false or \"auto\"", "mend or remove it");
        }

        if (metadata.ContainsKey("execution") && Object(metadata, "execution").Any(entry => JsonText.String(entry.Value) is null))
        {
            Fail("\"execution\" in its metadata holds something else than texts", "mend or remove it");
        }
    }

    private void CheckOutput(JsonNode? node)
    {
        if (node is not JsonObject output)
        {
            Fail("is not an object", "clear the outputs of the cell");
            return;
        }

        switch (Outputs.Kind(output))
        {
            case "stream":
                Keys(output, ["name", "output_type", "text"], []);
                Text(output, "name");
                Multiline(output, "text");
                break;
            case "display_data":
                Keys(output, ["data", "metadata", "output_type"], []);
                Bundle(Object(output, "data"), "data");
                Object(output, "metadata");
                break;
            case "execute_result":
                Keys(output, ["data", "execution_count", "metadata", "output_type"], []);
                ExecutionCount(output);
                Bundle(Object(output, "data"), "data");
                Object(output, "metadata");
                break;
            case "error":
                Keys(output, ["ename", "evalue", "output_type", "traceback"], []);
                Text(output, "ename");
                Text(output, "evalue");
                if (output["traceback"] is not JsonArray lines || lines.Any(line => JsonText.String(line) is null))
                {
                    Fail("\"traceback\" is not a list of texts", "clear the outputs of the cell");
                }

                break;
            default:
                Fail($"\"output_type\" is {Show(output["output_type"])}", "it is \"stream\", \"display_data\", \"execute_result\" or \"error\"; clear the outputs of the cell");
                break;
        }
    }

    private void Bundle(JsonObject data, string what)
    {
        foreach (var (mimeType, content) in data)
        {
            if (!IsJsonByTheSchema(mimeType) && !IsMultiline(content))
            {
                Fail($"{what}: \"{Shorten(mimeType)}\" is neither a text nor a list of texts", "clear the outputs of the cell");
            }
        }
    }

    // The schema's pattern is ^application/(.*\+)?json$: the same set that is left unsplit when writing.
    private static bool IsJsonByTheSchema(string mimeType) => NotebookText.IsJson(mimeType);

    private void ExecutionCount(JsonObject owner)
    {
        if (owner["execution_count"] is { } count && WholeNumber(count) is not (>= 0 and <= int.MaxValue))
        {
            Fail($"\"execution_count\" is {Show(count)}", $"it is null or a whole number from 0 to {int.MaxValue}");
        }
    }

    private void Keys(JsonObject owner, string[] required, string[] optional)
    {
        foreach (var key in required)
        {
            if (!owner.ContainsKey(key))
            {
                Fail($"\"{key}\" is missing", "restore the file, or add it");
            }
        }

        foreach (var (key, _) in owner)
        {
            if (!required.Contains(key) && !optional.Contains(key))
            {
                Fail($"\"{Shorten(key)}\" is not a key that nbformat 4.5 knows there", "move it into metadata or remove it");
            }
        }
    }

    private JsonObject Object(JsonObject owner, string key)
    {
        if (owner[key] is not JsonObject value)
        {
            Fail($"\"{key}\" is {(owner.ContainsKey(key) ? "not an object" : "missing")}", "write {} where there is nothing to say");
            return [];
        }

        return value;
    }

    private void Text(JsonObject owner, string key)
    {
        if (JsonText.String(owner[key]) is null)
        {
            Fail($"\"{key}\" is {(owner.ContainsKey(key) ? "not a text" : "missing")}", "mend it");
        }
    }

    private void OptionalText(JsonObject owner, string key)
    {
        if (owner.ContainsKey(key))
        {
            Text(owner, key);
        }
    }

    private void Multiline(JsonObject owner, string key)
    {
        if (!IsMultiline(owner[key]))
        {
            Fail($"\"{key}\" is neither a text nor a list of texts", "mend it");
        }
    }

    private static bool IsMultiline(JsonNode? node) => node is JsonArray lines
        ? lines.All(line => JsonText.String(line) is not null)
        : JsonText.String(node) is not null;

    private static bool IsBoolean(JsonNode? node) => node?.GetValueKind() is JsonValueKind.True or JsonValueKind.False;

    private static long? WholeNumber(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && long.TryParse(JsonWriter.NumberText(value), out var number) ? number : null;

    private static string Show(JsonNode? node) => node is null ? "missing or null" : Shorten(JsonWriter.Write(node));

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private void Fail(string what, string mend) => throw new NotebookFormatException($"{_name}: {_where}{what}; {mend}.");
}
