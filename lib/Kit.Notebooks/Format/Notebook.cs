using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kit.Display.Files;

namespace Kit.Notebooks.Format;

/// <summary>A Jupyter notebook (nbformat 4.5).</summary>
public sealed class Notebook
{
    /// <summary>The largest file that is read: 64 MiB. Larger ones hold outputs that nobody can open in a browser either.</summary>
    public const long MaxFileBytes = 64L << 20;

    private Notebook(JsonObject json) => Json = json;

    /// <summary>The notebook as nbformat has it.</summary>
    public JsonObject Json { get; }

    /// <summary>The notebook's metadata.</summary>
    public JsonObject Metadata => Json["metadata"] as JsonObject ?? (JsonObject)(Json["metadata"] = new JsonObject());

    /// <summary>The cells in order.</summary>
    public IReadOnlyList<NotebookCell> Cells => [.. CellArray.Select(cell => new NotebookCell((JsonObject)cell!))];

    /// <summary>The code cells in order.</summary>
    public IEnumerable<NotebookCell> CodeCells => Cells.Where(cell => cell.Kind == CellKind.Code);

    private JsonArray CellArray => (JsonArray)Json["cells"]!;

    /// <summary>An empty C# notebook, with the kernelspec that Jupyter and VS Code look for.</summary>
    public static Notebook Create() => new(new JsonObject
    {
        ["cells"] = new JsonArray(),
        ["metadata"] = new JsonObject
        {
            ["kernelspec"] = new JsonObject
            {
                ["display_name"] = ".NET (C#)",
                ["language"] = "C#",
                ["name"] = ".net-csharp",
            },
            ["language_info"] = new JsonObject
            {
                ["file_extension"] = ".cs",
                ["mimetype"] = "text/x-csharp",
                ["name"] = "C#",
                ["pygments_lexer"] = "csharp",
            },
        },
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    });

    /// <summary>Reads a file; throws <see cref="NotebookFormatException"/> with file and cell where it is malformed.</summary>
    public static Notebook Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (Directory.Exists(path))
            {
                throw new NotebookFormatException($"{path}: is a folder; name the .ipynb file in it.");
            }

            if (!file.Exists)
            {
                throw new NotebookFormatException($"{path}: there is no such file; check the path.");
            }

            if (file.Length > MaxFileBytes)
            {
                throw TooLarge(path);
            }

            // A named pipe or a device has length 0 too: opening one could wait for ever.
            if (file.Length == 0)
            {
                throw new NotebookFormatException($"{path}: the file is empty; restore it, or remove it and start a new notebook.");
            }

            using var stream = file.OpenRead();
            using var content = new MemoryStream();
            var block = new byte[1 << 16];
            for (int count; (count = stream.Read(block)) > 0;)
            {
                content.Write(block, 0, count);
                if (content.Length > MaxFileBytes)
                {
                    throw TooLarge(path);
                }
            }

            return Parse(content.GetBuffer().AsSpan(0, (int)content.Length), path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new NotebookFormatException($"{path}: cannot be read: {cause.Message}", cause);
        }
    }

    /// <summary>Reads a text; the name stands for the file in messages.</summary>
    public static Notebook Parse(string text, string name = "notebook")
    {
        try
        {
            return Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(text), name);
        }
        catch (EncoderFallbackException cause)
        {
            throw new NotebookFormatException(
                $"{name}: character {cause.Index} is half of a surrogate pair; remove it or write the character whole.", cause);
        }
    }

    /// <summary>Reads the bytes of a file; the name stands for the file in messages.</summary>
    public static Notebook Parse(ReadOnlySpan<byte> utf8, string name)
    {
        if (utf8.Length > MaxFileBytes)
        {
            throw TooLarge(name);
        }

        if (JsonReader.Read(utf8, name) is not JsonObject json)
        {
            throw new NotebookFormatException($"{name}: is JSON, but not an object; a notebook is one object with \"cells\" and \"metadata\".");
        }

        NotebookRules.CheckVersion(json, name);
        Upgrade(json);
        NotebookRules.Check(json, name);
        NotebookText.JoinLines(json);
        NotebookText.StripTransient(json);
        return new Notebook(json);
    }

    /// <summary>The file's text, byte for byte what the reference implementation of nbformat writes.</summary>
    public string ToText() => NotebookText.Write(Json);

    /// <summary>
    /// Writes the file atomically: a temporary file in the same folder, then a rename. What cannot be read again is not
    /// written; upon failure the old file is as it was and no temporary file remains.
    /// </summary>
    public void Write(string path)
    {
        NotebookRules.CheckVersion(Json, path);
        NotebookRules.Check(Json, path);
        var bytes = new UTF8Encoding(false).GetBytes(ToText());
        if (bytes.Length > MaxFileBytes)
        {
            throw TooLarge(path);
        }

        AtomicFile.Write(path, bytes);
    }

    /// <summary>Adds a Markdown cell at the end.</summary>
    /// <param name="source">its text</param>
    /// <param name="id">its id; derived from position and text where absent</param>
    public NotebookCell AddMarkdown(string source, string? id = null) => Add("markdown", source, id);

    /// <summary>Adds a code cell at the end.</summary>
    /// <param name="source">its text</param>
    /// <param name="id">its id; derived from position and text where absent</param>
    /// <param name="tags">its tags, for example <c>no-compare</c></param>
    public NotebookCell AddCode(string source, string? id = null, params string[] tags)
    {
        var cell = Add("code", source, id);
        cell.Json["execution_count"] = null;
        cell.Json["outputs"] = new JsonArray();
        if (tags.Length > 0)
        {
            cell.Metadata["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)JsonValue.Create(tag))]);
        }

        return cell;
    }

    /// <summary>A copy that shares nothing with this one.</summary>
    public Notebook Clone() => new((JsonObject)Json.DeepClone());

    /// <summary>Removes all outputs and execution counts.</summary>
    public void ClearOutputs()
    {
        foreach (var cell in CodeCells)
        {
            cell.ClearOutputs();
        }
    }

    private NotebookCell Add(string kind, string source, string? id)
    {
        var cell = new JsonObject
        {
            ["cell_type"] = kind,
            ["id"] = id ?? NewId(CellArray.Count, kind, source, Ids()),
            ["metadata"] = new JsonObject(),
            ["source"] = source,
        };
        CellArray.Add(cell);
        return new NotebookCell(cell);
    }

    private HashSet<string> Ids() => [.. CellArray.Select(cell => JsonText.String((cell as JsonObject)?["id"])).OfType<string>()];

    // 4.0 to 4.4 had no cell ids; the rest of 4.5 is the same. An id that an editor wrote early is kept where it is sound.
    private static void Upgrade(JsonObject json)
    {
        if (NotebookRules.MinorVersion(json) >= 5)
        {
            return;
        }

        json["nbformat_minor"] = 5;
        if (json["cells"] is not JsonArray cells)
        {
            return;
        }

        var taken = new HashSet<string>();
        foreach (var cell in cells.OfType<JsonObject>())
        {
            if (JsonText.String(cell["id"]) is not { } id || !NotebookRules.IsCellId(id) || !taken.Add(id))
            {
                cell.Remove("id");
            }
        }

        for (var position = 0; position < cells.Count; position++)
        {
            if (cells[position] is JsonObject cell && !cell.ContainsKey("id"))
            {
                var id = NewId(position, JsonText.String(cell["cell_type"]) ?? "", MultilineText.Join(cell["source"]), taken);
                taken.Add(id);
                cell["id"] = id;
            }
        }
    }

    private static string NewId(int position, string kind, string source, HashSet<string> taken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{position}\n{attempt}\n{kind}\n{source}"));
            var id = Convert.ToHexStringLower(hash)[..8];
            if (!taken.Contains(id))
            {
                return id;
            }
        }
    }

    private static NotebookFormatException TooLarge(string name) => new(
        $"{name}: is larger than {MaxFileBytes >> 20} MiB, the most that is read or written; clear the outputs of its largest cells.");
}
