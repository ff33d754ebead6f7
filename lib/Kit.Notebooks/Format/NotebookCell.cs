using System.Text.Json.Nodes;

namespace Kit.Notebooks.Format;

/// <summary>One cell: a view of its nbformat object, so that what this kit does not know is kept as it is.</summary>
public sealed class NotebookCell(JsonObject json)
{
    /// <summary>The cell as nbformat has it.</summary>
    public JsonObject Json { get; } = json;

    /// <summary>The cell's id (nbformat 4.5).</summary>
    public string Id => (string?)Json["id"] ?? "";

    /// <summary>Markdown, code or raw.</summary>
    public CellKind Kind => Enum.Parse<CellKind>((string)Json["cell_type"]!, ignoreCase: true);

    /// <summary>The text of the cell, lines joined.</summary>
    public string Source
    {
        get => Json["source"] is JsonArray lines ? string.Concat(lines.Select(line => (string)line!)) : (string?)Json["source"] ?? "";
        set => Json["source"] = value;
    }

    /// <summary>The cell's metadata; created where absent.</summary>
    public JsonObject Metadata => Json["metadata"] as JsonObject ?? (JsonObject)(Json["metadata"] = new JsonObject());

    /// <summary>The tags (<c>parameters</c>, <c>no-compare</c>, <c>learning</c>, …).</summary>
    public IReadOnlyList<string> Tags => Metadata["tags"] is JsonArray tags ? [.. tags.Select(tag => (string)tag!)] : [];

    /// <summary>The outputs of a code cell, each an nbformat output object; created where absent.</summary>
    public JsonArray Outputs => Json["outputs"] as JsonArray ?? (JsonArray)(Json["outputs"] = new JsonArray());

    /// <summary>The execution count of a code cell, null where it did not run.</summary>
    public int? ExecutionCount
    {
        get => (int?)Json["execution_count"];
        set => Json["execution_count"] = value;
    }
}
