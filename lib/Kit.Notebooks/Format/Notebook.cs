using System.Text.Json.Nodes;

namespace Kit.Notebooks.Format;

/// <summary>A Jupyter notebook (nbformat 4.5).</summary>
public sealed class Notebook
{
    private Notebook(JsonObject json) => Json = json;

    /// <summary>The notebook as nbformat has it.</summary>
    public JsonObject Json { get; }

    /// <summary>The notebook's metadata.</summary>
    public JsonObject Metadata => Json["metadata"] as JsonObject ?? (JsonObject)(Json["metadata"] = new JsonObject());

    /// <summary>The cells in order.</summary>
    public IReadOnlyList<NotebookCell> Cells => [.. ((JsonArray)Json["cells"]!).Select(cell => new NotebookCell((JsonObject)cell!))];

    /// <summary>Reads a file; throws <see cref="NotebookFormatException"/> with file and cell where it is malformed.</summary>
    public static Notebook Read(string path) => Parse(File.ReadAllText(path), path);

    /// <summary>Reads a text.</summary>
    public static Notebook Parse(string text, string name = "notebook") => new((JsonObject)JsonNode.Parse(text)!);

    /// <summary>The file's text, byte for byte what the reference implementation of nbformat writes.</summary>
    public string ToText() => Json.ToJsonString();

    /// <summary>Writes the file atomically: a temporary file in the same folder, then a rename.</summary>
    public void Write(string path) => File.WriteAllText(path, ToText());
}
