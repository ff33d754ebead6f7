using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kit.Display.Files;
using static TorchSharp.torch;

namespace Kit.Foundation.Checkpoints;

/// <summary>
/// A folder of checkpoints that survives a kill, a loss of power or a full disk at any moment: a checkpoint appears whole or not at all,
/// and older ones go only once a newer one is on the disk. One process writes at a time; others may read.
/// </summary>
/// <param name="folder">the folder; created at the first save</param>
/// <param name="keep">how many checkpoints to keep, at least 1</param>
/// <remarks>
/// A checkpoint is the folder <c>step-0000001234</c> with <c>tensors.safetensors</c>, <c>state.json</c> and <c>manifest.json</c>; a step that is
/// saved again becomes <c>step-0000001234.1</c>, since no system renames a folder over another, and the first one goes then.
/// </remarks>
public sealed class CheckpointStore(string folder, int keep = 3)
{
    private const string Temporary = ".tmp-";
    private static readonly JsonDocumentOptions s_stateOptions = new() { AllowDuplicateProperties = false, MaxDepth = 1000 };

    private readonly int _keep = keep >= 1 ? keep : throw new ArgumentOutOfRangeException(nameof(keep), keep, "at least one checkpoint must be kept.");

    private List<string> _problems = [];

    /// <summary>What the latest <see cref="LoadNewest"/> passed over, and why: one line a checkpoint, the newest first.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Called with the folder's path between any two changes of files that a save makes; tests look at the disk there.</summary>
    internal Action<string>? BetweenChanges { get; init; }

    /// <summary>Saves a checkpoint and, once it is on the disk, removes those before it that are more than are to be kept.</summary>
    /// <param name="step">not negative; a step that is there already is replaced</param>
    /// <param name="tensors">see <see cref="Safetensors.Write"/></param>
    /// <param name="state">everything else; numbers come back exactly, but NaN and infinities are no JSON</param>
    /// <exception cref="ArgumentException">a tensor or a number that cannot be saved; nothing has changed</exception>
    /// <exception cref="IOException">the disk is full or fails; the checkpoints that were there still are</exception>
    public void Save(long step, IReadOnlyDictionary<string, Tensor> tensors, JsonObject state)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        CheckFinite(state, "state");
        DurableFolder.Create(folder);
        RemoveLeftovers();
        var temporary = Path.Combine(folder, Temporary + Path.GetRandomFileName());
        string saved;
        try
        {
            Directory.CreateDirectory(temporary);
            BetweenChanges?.Invoke(folder);
            Safetensors.Write(Path.Combine(temporary, CheckpointManifest.Tensors), tensors);
            BetweenChanges?.Invoke(folder);
            AtomicFile.Write(Path.Combine(temporary, CheckpointManifest.State), Encoding.UTF8.GetBytes(state.ToJsonString()));
            BetweenChanges?.Invoke(folder);
            CheckpointManifest.Write(temporary, step);
            BetweenChanges?.Invoke(folder);
            saved = FreeName(step);
            Directory.Move(temporary, saved);
        }
        catch
        {
            TryRemove(temporary);
            throw;
        }

        DurableFolder.Flush(folder);
        BetweenChanges?.Invoke(folder);
        RemoveOld(saved);
    }

    /// <summary>The newest checkpoint that is valid; null where there is none at all.</summary>
    /// <exception cref="CheckpointException">there are checkpoints, and none is valid</exception>
    public Checkpoint? LoadNewest()
    {
        _problems = [];
        foreach (var (path, step, _) in NewestFirst())
        {
            if (TryLoad(path, step) is { } checkpoint)
            {
                return checkpoint;
            }
        }

        return _problems.Count == 0 ? null : throw new CheckpointException(folder, Problems);
    }

    private Checkpoint? TryLoad(string path, long step)
    {
        var (hashes, problem) = CheckpointManifest.Read(path, step);
        try
        {
            if (hashes is not null)
            {
                CheckpointManifest.CheckHashes(path, hashes);
                var state = JsonNode.Parse(File.ReadAllBytes(Path.Combine(path, CheckpointManifest.State)), documentOptions: s_stateOptions) as JsonObject
                    ?? throw new InvalidDataException($"{CheckpointManifest.State} is no JSON object");
                using var file = Safetensors.Open(Path.Combine(path, CheckpointManifest.Tensors));
                return new Checkpoint(step, file.ReadAll(), state);
            }
        }
        catch (Exception exception) when (CheckpointManifest.IsProblem(exception))
        {
            problem = exception.Message;
        }

        _problems.Add($"{Path.GetFileName(path)}: {problem}");
        return null;
    }

    /// <summary>Removes what saves that were killed have left.</summary>
    private void RemoveLeftovers()
    {
        foreach (var leftover in Directory.GetDirectories(folder, Temporary + "*"))
        {
            TryRemove(leftover);
            BetweenChanges?.Invoke(folder);
        }
    }

    /// <summary>
    /// Keeps the one just saved and the newest complete ones before it. Those after it stay as they are: whoever saves below them
    /// has either found them damaged, or knows why.
    /// </summary>
    private void RemoveOld(string saved)
    {
        var upToSaved = NewestFirst().SkipWhile(found => found.Path != saved).ToList();
        var (kept, lastKept) = (1, upToSaved[0].Step);
        foreach (var old in upToSaved.Skip(1))
        {
            if (old.Step != lastKept && kept < _keep && CheckpointManifest.Read(old.Path, old.Step).Hashes is not null)
            {
                (kept, lastKept) = (kept + 1, old.Step);
                continue;
            }

            // Renamed first: a removal that is cut short leaves nothing that looks like a checkpoint.
            var doomed = Path.Combine(folder, Temporary + Path.GetRandomFileName());
            Directory.Move(old.Path, doomed);
            BetweenChanges?.Invoke(folder);
            TryRemove(doomed);
            BetweenChanges?.Invoke(folder);
        }
    }

    private string FreeName(long step)
    {
        var revision = NewestFirst().Where(found => found.Step == step).Select(found => found.Revision + 1).FirstOrDefault();
        return Path.Combine(folder, NameOf(step, revision));
    }

    private static string NameOf(long step, int revision) => revision == 0 ? $"step-{step:D10}" : $"step-{step:D10}.{revision}";

    private List<(string Path, long Step, int Revision)> NewestFirst()
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var found = new List<(string Path, long Step, int Revision)>();
        foreach (var path in Directory.EnumerateDirectories(folder, "step-*"))
        {
            var name = Path.GetFileName(path);
            var numbers = name["step-".Length..].Split('.');
            var revision = 0;
            if (long.TryParse(numbers[0], CultureInfo.InvariantCulture, out var step)
                && (numbers.Length == 1 || int.TryParse(numbers[1], CultureInfo.InvariantCulture, out revision))
                && name == NameOf(step, revision))
            {
                found.Add((Path.Combine(folder, name), step, revision));
            }
        }

        return [.. found.OrderByDescending(checkpoint => checkpoint.Step).ThenByDescending(checkpoint => checkpoint.Revision)];
    }

    private static void TryRemove(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        }
        // What cannot be removed now is a leftover of the next save.
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static void CheckFinite(JsonNode? node, string path)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, member) in members)
                {
                    CheckFinite(member, $"{path}.{name}");
                }

                break;
            case JsonArray elements:
                for (var i = 0; i < elements.Count; i++)
                {
                    CheckFinite(elements[i], $"{path}[{i}]");
                }

                break;
            case JsonValue value when (value.TryGetValue<double>(out var wide) && !double.IsFinite(wide))
                                      || (value.TryGetValue<float>(out var narrow) && !float.IsFinite(narrow)):
                throw new ArgumentException($"{path} is {value.GetValue<object>()}, which JSON cannot hold: save it as a tensor or as text.");
        }
    }
}
