using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kit.Display.Files;

namespace Kit.Foundation.Checkpoints;

/// <summary>The file that makes a folder a checkpoint: its step, and length and SHA-256 of every other file. It is written last.</summary>
internal static class CheckpointManifest
{
    public const string Tensors = "tensors.safetensors";
    public const string State = "state.json";
    public const string Name = "manifest.json";
    private const int Format = 1;
    private const int MaxLength = 1 << 16;

    // Only these are looked at, whatever else a manifest names or a folder holds: no name in a manifest can lead elsewhere.
    private static readonly string[] s_files = [Tensors, State];

    public static void Write(string folder, long step)
    {
        var files = new JsonObject();
        foreach (var name in s_files)
        {
            var path = Path.Combine(folder, name);
            files[name] = new JsonObject { ["length"] = new FileInfo(path).Length, ["sha256"] = Digest(path) };
        }

        var manifest = new JsonObject { ["format"] = Format, ["step"] = step, ["files"] = files };
        AtomicFile.Write(Path.Combine(folder, Name), JsonSerializer.SerializeToUtf8Bytes(manifest));
    }

    /// <summary>What is wrong with a checkpoint short of reading all its bytes: no or another manifest, a file missing, linked or cut off.</summary>
    /// <returns>the hashes that the files must have; null and the problem where there is one</returns>
    public static (IReadOnlyDictionary<string, string>? Hashes, string Problem) Read(string folder, long step)
    {
        try
        {
            return (ReadHashes(folder, step), "");
        }
        // InvalidOperationException: bytes or escapes in a string that stand for no character.
        catch (Exception problem) when (IsProblem(problem) || problem is InvalidOperationException)
        {
            return (null, problem.Message);
        }
    }

    /// <exception cref="InvalidDataException">a file's bytes are others than those that were saved</exception>
    public static void CheckHashes(string folder, IReadOnlyDictionary<string, string> hashes)
    {
        foreach (var (name, hash) in hashes)
        {
            if (Digest(Path.Combine(folder, name)) != hash)
            {
                throw new InvalidDataException($"the bytes of {name} are not those that were saved (SHA-256 differs)");
            }
        }
    }

    /// <summary>Whether an exception speaks of a damaged or unreadable file, and not of memory, engine or a defect of ours.</summary>
    public static bool IsProblem(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or InvalidDataException or JsonException;

    private static Dictionary<string, string> ReadHashes(string folder, long step)
    {
        using var manifest = Parse(folder);
        var root = manifest.RootElement;
        if (Number(root, "format") is not { } format || Number(root, "step") is not { } itsStep)
        {
            throw new InvalidDataException($"{Name} has no format or no step");
        }

        if (format != Format)
        {
            throw new InvalidDataException($"{Name} is of format {format}; this version reads format {Format}");
        }

        if (itsStep != step)
        {
            throw new InvalidDataException($"{Name} is of step {itsStep}, the folder's name says {step}");
        }

        return s_files.ToDictionary(name => name, name => ReadHash(folder, root, name));
    }

    private static JsonDocument Parse(string folder)
    {
        if (LengthOf(folder, Name) > MaxLength)
        {
            throw new InvalidDataException($"{Name} has more than {MaxLength} bytes, which no manifest has");
        }

        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, Name)), new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{Name} is no valid JSON: {problem.Message}", problem);
        }
    }

    private static string ReadHash(string folder, JsonElement root, string name)
    {
        if (!root.TryGetProperty("files", out var files) || files.ValueKind != JsonValueKind.Object
            || !files.TryGetProperty(name, out var file) || file.ValueKind != JsonValueKind.Object
            || Number(file, "length") is not { } length
            || !file.TryGetProperty("sha256", out var hash) || hash.ValueKind != JsonValueKind.String)
        {
            throw new InvalidDataException($"{Name} has no length or no SHA-256 of {name}");
        }

        var found = LengthOf(folder, name);
        return found == length
            ? hash.GetString()!
            : throw new InvalidDataException($"{name} has {found} bytes where {length} were saved");
    }

    private static long? Number(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    /// <summary>The length of a file that is there, and in this folder itself.</summary>
    private static long LengthOf(string folder, string name)
    {
        var file = new FileInfo(Path.Combine(folder, name));
        if (file.LinkTarget is not null)
        {
            throw new InvalidDataException($"{name} is a link, where a checkpoint's files lie in its own folder");
        }

        return file.Exists ? file.Length : throw new InvalidDataException($"{name} is missing");
    }

    private static string Digest(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
