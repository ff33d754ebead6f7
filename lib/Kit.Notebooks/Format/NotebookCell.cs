using System.Text.Json.Nodes;

namespace Kit.Notebooks.Format;

/// <summary>One cell: a view of its nbformat object, so that what this kit does not know is kept as it is.</summary>
public sealed class NotebookCell(JsonObject json)
{
    /// <summary>The cell as nbformat has it.</summary>
    public JsonObject Json { get; } = json;

    /// <summary>The cell's id (nbformat 4.5).</summary>
    public string Id => JsonText.String(Json["id"]) ?? "";

    /// <summary>Markdown, code or raw.</summary>
    public CellKind Kind => JsonText.String(Json["cell_type"]) switch
    {
        "code" => CellKind.Code,
        "markdown" => CellKind.Markdown,
        _ => CellKind.Raw,
    };

    /// <summary>The text of the cell, lines joined.</summary>
    public string Source
    {
        get => MultilineText.Join(Json["source"]);
        set => Json["source"] = value;
    }

    /// <summary>The cell's metadata; created where absent.</summary>
    public JsonObject Metadata => Json["metadata"] as JsonObject ?? (JsonObject)(Json["metadata"] = new JsonObject());

    /// <summary>The tags (<c>parameters</c>, <c>no-compare</c>, <c>learning</c>, …).</summary>
    public IReadOnlyList<string> Tags => Metadata["tags"] is JsonArray tags ? [.. tags.Select(JsonText.String).OfType<string>()] : [];

    /// <summary>The language that the cell's metadata choose (<c>csharp</c>, <c>html</c>, <c>mermaid</c>, …), or null for the notebook's own.</summary>
    public string? Language
    {
        get => JsonText.String((Json["metadata"]?["polyglot_notebook"] as JsonObject)?["kernelName"])
            ?? JsonText.String((Json["metadata"]?["dotnet_interactive"] as JsonObject)?["language"]);
        set
        {
            Metadata.Remove("dotnet_interactive");
            Metadata.Remove("polyglot_notebook");
            if (value is not null)
            {
                Metadata["dotnet_interactive"] = new JsonObject { ["language"] = value };
                Metadata["polyglot_notebook"] = new JsonObject { ["kernelName"] = value };
            }
        }
    }

    /// <summary>The outputs of a code cell, each an nbformat output object; created where absent.</summary>
    public JsonArray Outputs => Json["outputs"] as JsonArray ?? (JsonArray)(Json["outputs"] = new JsonArray());

    /// <summary>The execution count of a code cell, null where it did not run.</summary>
    public int? ExecutionCount
    {
        get => (int?)Json["execution_count"];
        set => Json["execution_count"] = value;
    }

    /// <summary>Whether the cell carries a tag.</summary>
    public bool HasTag(string tag) => Tags.Contains(tag);

    /// <summary>Removes the outputs and the execution count.</summary>
    public void ClearOutputs()
    {
        Json["outputs"] = new JsonArray();
        Json["execution_count"] = null;
    }
}
