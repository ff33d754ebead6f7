using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kit.Display.Files;
using Kit.Engine;
using Kit.Foundation.Checkpoints;
using Kit.Foundation.Randomness;
using static TorchSharp.torch;

namespace Kit.Foundation.Runs;

/// <summary>
/// One run in one folder: its options, its metrics and its checkpoints, such that a run that was killed at any moment and is opened again ends
/// with the same bytes as one that never stopped. The loop is the algorithm's own:
/// <code>
/// using var run = Run.Open(folder, options, seed);
/// ... make the network and its optimiser, as for a new run
/// using (var checkpoint = run.Restore()) // null in a new run
/// {
///     checkpoint?.CopyTo("policy", policy);
///     checkpoint?.CopyTo("adam", adam);
/// }
/// for (var step = run.FirstStep; step &lt;= options.Steps; step++)
/// {
///     ... one update; random numbers come from run.Streams
///     run.Metrics.Write(step, ("loss", loss));
///     if (step == options.Steps || run.CheckpointIsDue(step, cancellation))
///     {
///         run.Save(step, new Dictionary&lt;string, Tensor&gt; { { "policy", policy }, { "adam", adam } });
///         cancellation.ThrowIfCancellationRequested();
///     }
/// }
/// run.Complete();
/// </code>
/// Ctrl-C, or an interrupted notebook cell, cancels the token: the step that is running ends, is saved, and nothing is lost.
/// </summary>
/// <remarks>
/// The folder holds <c>options.json</c>, <c>machine.json</c>, <c>metrics.jsonl</c>, <c>times.jsonl</c> (so that metrics are the same bytes
/// however long they took), <c>checkpoints/</c> and, in the end, <c>finished.json</c>; <see cref="RunRecord"/> reads them. A run belongs to the
/// thread that opened it.
/// </remarks>
public sealed class Run : IDisposable
{
    private readonly FileStream _lock;
    private readonly CheckpointStore _checkpoints;
    private readonly ComputeThreads? _threads;
    private readonly RunSettings _settings;
    private readonly MetricsLog? _metrics;
    private Checkpoint? _newest; // until it is handed out
    private long? _saved;

    private Run(string folder, RunSettings settings, long seed, FileStream held, MachineEntry here)
    {
        (Folder, _settings, _lock) = (folder, settings, held);
        Streams = new RandomStreams(seed);
        Completed = File.Exists(At(RunFiles.Finished));
        _checkpoints = new CheckpointStore(At(RunFiles.Checkpoints), settings.Keep);
        _newest = _checkpoints.LoadNewest();
        _saved = _newest?.Step;
        FirstStep = (_newest?.Step ?? 0) + 1;
        var (position, lastStep) = Position(_newest);
        if (!Completed)
        {
            NoteMachine(here with { FromStep = FirstStep });
            _metrics = new MetricsLog(At(RunFiles.Metrics), position, lastStep, new TimesLog(At(RunFiles.Times), FirstStep - 1));
            DurableFolder.Flush(folder); // a checkpoint counts on the file of the metrics, and so on its name
            if (here.Machine.Engine.Problem is null)
            {
                Streams.SeedTorch();
                _threads = ComputeThreads.Of(settings.Threads);
            }
        }
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>
    /// The run's random numbers: at their beginning until <see cref="Restore"/>, then where the checkpoint has them. libtorch's global generator,
    /// from which modules draw their first weights, is seeded from them when the run is opened, and saved and restored with them.
    /// </summary>
    public RandomStreams Streams { get; }

    /// <summary>The first step to do, counted from 1.</summary>
    public long FirstStep { get; }

    /// <summary>Checkpoints that were passed over because they are damaged, and why.</summary>
    public IReadOnlyList<string> Problems => _checkpoints.Problems;

    /// <summary>Whether the run is finished: there is nothing to do, and its last checkpoint is what <see cref="Restore"/> gives.</summary>
    public bool Completed { get; private set; }

    /// <summary>Where the numbers of each step go.</summary>
    /// <exception cref="InvalidOperationException">the run is finished, or it goes on from a checkpoint that was not asked for yet</exception>
    public MetricsLog Metrics
    {
        get
        {
            if (Completed)
                throw new InvalidOperationException($"{Folder}: this run is finished; take another folder to do it again");
            if (_newest is not null)
                throw new InvalidOperationException($"{Folder}: this run goes on from a checkpoint; call Restore() before the first step and take over what it returns");
            return _metrics!;
        }
    }

    /// <summary>
    /// Starts a run in a new or empty folder, or goes on with the run that the folder holds, from its newest valid checkpoint; metrics beyond
    /// that are cut off, to be computed again.
    /// </summary>
    /// <param name="folder">the run's folder; it is made where it is missing</param>
    /// <param name="options">the algorithm's options, a record with <see cref="OptionAttribute"/>s</param>
    /// <param name="seed">the seed of all random numbers</param>
    /// <param name="settings">threads and checkpoints; the defaults where null</param>
    /// <param name="origins">where options come from, see <see cref="Options.Read"/></param>
    /// <exception cref="RunException">the folder holds something else, a run with other options, or one that another process is working on</exception>
    /// <exception cref="DataFormatException">a file of the folder is damaged: the message names it</exception>
    /// <exception cref="CheckpointException">there are checkpoints, and none is valid</exception>
    public static Run Open(string folder, object options, long seed, RunSettings? settings = null, IReadOnlyDictionary<string, string>? origins = null)
    {
        settings ??= new RunSettings();
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Threads, 1, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.CheckpointEvery, 1, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Keep, 1, nameof(settings));
        var document = new JsonObject
        {
            ["schema"] = RunFiles.Schema,
            ["record"] = options.GetType().FullName,
            ["seed"] = seed,
            ["options"] = Rows(Options.Read(options, origins)),
            ["settings"] = Rows(Options.Read(settings)),
        };
        folder = Path.GetFullPath(folder);
        DurableFolder.Create(folder);
        CheckOurs(folder);
        var held = Hold(folder);
        try
        {
            var path = Path.Combine(folder, RunFiles.Options);
            if (File.Exists(path))
                CheckSame(folder, path, document);
            else
                RunFiles.Write(path, document);
            return new Run(folder, settings, seed, held, new MachineEntry(1, MachineFacts.Read(), CommitFacts.Read()));
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The checkpoint to go on from, and the random streams put back to where they were there; null, and the streams as they are, in a new run.
    /// Call it once everything is made that draws random numbers, so that what was drawn for first weights does not count twice.
    /// </summary>
    /// <returns>the caller's, to be disposed</returns>
    /// <exception cref="RunException">the checkpoint holds other streams than a run's</exception>
    public Checkpoint? Restore()
    {
        if (_newest is not { } checkpoint)
            return null;
        try
        {
            Streams.PutBack(OurPart(checkpoint).Streams);
        }
        catch (FormatException exception)
        {
            throw NotOurs(checkpoint, exception);
        }

        _newest = null;
        return checkpoint;
    }

    /// <summary>Whether to save after this step: every so many steps, and at once when somebody wants the run to stop.</summary>
    public bool CheckpointIsDue(long step, CancellationToken cancellation = default) =>
        step % _settings.CheckpointEvery == 0 || cancellation.IsCancellationRequested;

    /// <summary>Saves a checkpoint: the run's random streams and the position in its metrics, and what the algorithm gives.</summary>
    /// <param name="step">steps done; no row of metrics may be beyond it</param>
    /// <param name="tensors">everything that the next step depends on; <see cref="TrainingState"/> adds networks and optimisers</param>
    /// <param name="state">what of it is no tensor; the name <c>run</c> is ours</param>
    /// <exception cref="InvalidOperationException">the run is finished</exception>
    /// <exception cref="ArgumentException">the step was saved before, metrics are beyond it, or something cannot be saved</exception>
    /// <exception cref="IOException">the disk is full or fails; the checkpoints that were there still are</exception>
    public void Save(long step, IReadOnlyDictionary<string, Tensor> tensors, JsonObject? state = null)
    {
        var metrics = Metrics;
        if (step <= _saved)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"step {step} cannot be saved after step {_saved}: steps grow"), nameof(step));
        if (step < metrics.LastStep)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"metrics are at step {metrics.LastStep}: save that step, or write its row after step {step} is saved"), nameof(step));
        var all = state is null ? [] : state.DeepClone().AsObject();
        if (!all.TryAdd("run", RunFiles.Node(new CheckpointPart(metrics.Position, metrics.LastStep, Streams.Save()))))
            throw new ArgumentException("the name 'run' in the state is taken by the run itself: call yours something else", nameof(state));

        // The rows first: a checkpoint counts on them.
        metrics.Flush();
        _checkpoints.Save(step, tensors, all);
        _saved = step;
    }

    /// <summary>Writes down that the run is finished; from now on it is only read.</summary>
    public void Complete()
    {
        if (Completed)
            return;
        Metrics.Flush();
        RunFiles.Write(At(RunFiles.Finished), new JsonObject { ["step"] = Metrics.LastStep ?? _saved ?? 0 });
        Completed = true;
    }

    /// <summary>Closes the files and lets others at the folder.</summary>
    public void Dispose()
    {
        _metrics?.Dispose();
        _newest?.Dispose();
        _threads?.Dispose();
        _lock.Dispose();
    }

    private (long Bytes, long? LastStep) Position(Checkpoint? checkpoint)
    {
        if (checkpoint is null)
            return (0, null);
        var (bytes, step, _) = OurPart(checkpoint);
        var path = At(RunFiles.Metrics);
        var sound = step is { } last ? MetricTable.Until(path, last).Bytes : 0;
        return bytes == sound ? (bytes, step) : throw new RunException(string.Create(CultureInfo.InvariantCulture,
            $"{path} has {sound} bytes of sound rows up to step {step}, and the checkpoint of step {checkpoint.Step} counts on {bytes}: the file was damaged or changed; restore it, or start the run in another folder"));
    }

    private CheckpointPart OurPart(Checkpoint checkpoint)
    {
        try
        {
            return checkpoint.State["run"]?.Deserialize<CheckpointPart>(RunFiles.Json) ?? throw new JsonException("its state has no 'run'");
        }
        catch (JsonException exception)
        {
            throw NotOurs(checkpoint, exception);
        }
    }

    private RunException NotOurs(Checkpoint checkpoint, Exception inner) => new(string.Create(CultureInfo.InvariantCulture,
        $"{Folder}: the checkpoint of step {checkpoint.Step} was not saved by this run ({inner.Message}); start the run in another folder"), inner);

    private void NoteMachine(MachineEntry here)
    {
        var path = At(RunFiles.Machine);
        var entries = File.Exists(path) ? RunFiles.Read<List<MachineEntry>>(path) : [];

        // What was computed there beyond the checkpoint is computed again here.
        var outdated = entries.RemoveAll(entry => entry.FromStep >= here.FromStep);
        var same = entries.Count > 0 && JsonNode.DeepEquals(RunFiles.Node(entries[^1] with { FromStep = here.FromStep }), RunFiles.Node(here));
        if (same && outdated == 0)
            return; // a disk that is full of metrics has no room for the same facts again
        RunFiles.Write(path, same ? entries : [.. entries, here]);
    }

    private static void CheckOurs(string folder)
    {
        var names = Directory.GetFileSystemEntries(folder).Select(path => Path.GetFileName(path)).ToList();

        // A start that was killed leaves the lock, and perhaps a temporary file of the options.
        var foreign = names.Find(name => name != RunFiles.Lock && !name.StartsWith($".{RunFiles.Options}.", StringComparison.Ordinal));
        if (foreign is not null && !names.Contains(RunFiles.Options))
            throw new RunException($"{folder} holds {foreign} and no {RunFiles.Options}: it is no run. Take a new folder.");
    }

    private static FileStream Hold(string folder)
    {
        try
        {
            // The system lets go of it when the process ends, however it ends.
            return new FileStream(Path.Combine(folder, RunFiles.Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{folder} cannot be locked: {exception.Message} One process at a time works on a run: wait for it, or take another folder.", exception);
        }
    }

    private static void CheckSame(string folder, string path, JsonObject asked)
    {
        var there = RunFiles.Read<JsonObject>(path);
        var differences = new List<string>();
        foreach (var field in new[] { "schema", "record", "seed" })
        {
            var (theirs, ours) = (RunFiles.Field<JsonValue>(path, there, field), asked[field]!);
            if (!JsonNode.DeepEquals(theirs, ours))
                differences.Add($"{field} is {theirs} there and {ours} here");
        }

        foreach (var table in differences.Count == 0 ? new[] { "options", "settings" } : [])
        {
            var (theirs, ours) = (RunFiles.Field<List<OptionRow>>(path, there, table), RunFiles.Field<List<OptionRow>>(path, asked, table));
            differences.AddRange(Options.Difference(theirs, ours).Select(it => $"{it.Name} is {it.First} there and {it.Second} here"));
        }

        if (differences.Count > 0)
            throw new RunException($"{folder} holds another run: {string.Join("; ", differences)}. Ask for the same to go on with it, or take another folder.");
    }

    private static JsonArray Rows(IReadOnlyList<OptionRow> rows) => RunFiles.Node(rows).AsArray();

    private string At(string name) => Path.Combine(Folder, name);

    /// <summary>What a run adds to the state of a checkpoint.</summary>
    private sealed record CheckpointPart(long MetricsBytes, long? MetricsStep, JsonObject Streams);
}
