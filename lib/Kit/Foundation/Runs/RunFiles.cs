using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kit.Display.Files;

namespace Kit.Foundation.Runs;

/// <summary>What the files of a run folder are called, and how its json documents are read and written.</summary>
internal static class RunFiles
{
    /// <summary>The layout of the folder; a later one gets another number.</summary>
    public const int Schema = 1;

    public const string Options = "options.json";
    public const string Machine = "machine.json";
    public const string Metrics = "metrics.jsonl";
    public const string Times = "times.jsonl";
    public const string Finished = "finished.json";
    public const string Checkpoints = "checkpoints";
    public const string Lock = "lock";

    /// <summary>Names as they are written, Greek letters readable.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write<T>(string path, T document) => AtomicFile.Write(path, [.. JsonSerializer.SerializeToUtf8Bytes(document, Json), (byte)'\n']);

    public static JsonNode Node<T>(T value) => JsonSerializer.SerializeToNode(value, Json)!;

    /// <summary>Reads a document that is not larger than a person could have written.</summary>
    /// <exception cref="DataFormatException">it is no json, or not this</exception>
    public static T Read<T>(string path)
    {
        if (new FileInfo(path).Length > 16 << 20)
            throw new DataFormatException(path, null, null, "the file is larger than 16 MiB; it is not one of a run");
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Json) ?? throw new JsonException("it says null");
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            var line = exception is JsonException { LineNumber: { } number } ? (int)number + 1 : (int?)null;
            throw new DataFormatException(path, line, null, $"this is not what a run writes there ({exception.Message}); restore the file, or start the run in another folder", exception);
        }
    }

    /// <summary>A field of <c>options.json</c>.</summary>
    public static T Field<T>(string path, JsonObject document, string name)
    {
        try
        {
            return document[name] is { } node ? node.Deserialize<T>(Json)! : throw new DataFormatException(path, null, null, $"'{name}' is missing; restore the file");
        }
        // InvalidOperationException: bytes or escapes in a string that stand for no character.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new DataFormatException(path, null, null, $"'{name}' is not what a run writes there ({exception.Message}); restore the file", exception);
        }
    }
}
