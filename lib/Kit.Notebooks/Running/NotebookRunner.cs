using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kit.Notebooks.Format;
using Kit.Notebooks.Session;

namespace Kit.Notebooks.Running;

/// <summary>Runs a notebook from its first cell to its last in a process of its own, and keeps what was reached whatever happens to that.</summary>
public sealed class NotebookRunner
{
    // Two notebooks may run side by side, and sums come out the same, if each keeps to one thread. A worker that has to be
    // killed would leave the files of the runtime's debugger behind.
    private static readonly Dictionary<string, string> WorkerEnvironment = new()
    {
        ["DOTNET_EnableDiagnostics"] = "0",
        ["KIT_THREADS"] = "1",
        ["OMP_NUM_THREADS"] = "1",
        ["OPENBLAS_NUM_THREADS"] = "1",
        ["MKL_NUM_THREADS"] = "1",
    };

    private const double LongestTimer = 2_000_000; // seconds; the timer itself ends at 4,294,967

    private readonly string _path;
    private readonly RunnerOptions _options;
    private readonly IProgress<RunProgress>? _progress;
    private readonly Notebook _notebook;
    private readonly NotebookOutputs _outputs;
    private readonly List<NotebookCell> _cells;
    private readonly List<CellRun> _runs = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    private NotebookRunner(string path, RunnerOptions options, IProgress<RunProgress>? progress)
    {
        (_path, _options, _progress) = (path, options, progress);
        _notebook = Notebook.Read(path);
        CheckLanguage(_notebook, path);
        NotebookParameters.Inject(_notebook, path, options.Parameters);
        _cells = [.. _notebook.CodeCells];
        foreach (var cell in _cells.Where(cell => !cell.HasTag("skip-execution")))
        {
            cell.ClearOutputs();
        }

        if (options.NotebookMetadata is { } metadata)
        {
            var kit = _notebook.Metadata["kit"] as JsonObject ?? [];
            _notebook.Metadata["kit"] = kit;
            foreach (var (key, value) in metadata)
            {
                kit[key] = value?.DeepClone();
            }
        }

        _outputs = new NotebookOutputs(options.CellOutputBytes);
    }

    /// <summary>Runs a notebook. Cells that fail, time out or crash are results, not exceptions; a file that cannot be read is one.</summary>
    /// <exception cref="NotebookFormatException">the file is not a C# notebook, or lacks a parameter</exception>
    public static async Task<NotebookRunResult> RunAsync(string path, RunnerOptions options, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (options.OutputPath is { } output && Path.GetFullPath(output) == Path.GetFullPath(path))
        {
            throw new ArgumentException($"{path} would be overwritten by its own run; name another file for the output.", nameof(options));
        }

        return await new NotebookRunner(path, options, progress).RunAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Refuses a notebook that is not written in C#.</summary>
    /// <exception cref="NotebookFormatException">it is not</exception>
    public static void CheckLanguage(Notebook notebook, string path)
    {
        var metadata = notebook.Metadata;
        var language = Text(metadata["kernelspec"], "language") ?? Text(metadata["language_info"], "name");
        if (language is not null && CellLanguage.Known(language) != "csharp" && language != "polyglot-notebook")
        {
            throw new NotebookFormatException($"{path}: is a notebook in {language}; only C# notebooks are run (metadata.kernelspec.language).");
        }
    }

    private async Task<NotebookRunResult> RunAsync(CancellationToken cancellation)
    {
        Save();
        var folder = Path.GetDirectoryName(Path.GetFullPath(_path))!;
        var environment = new Dictionary<string, string>(_options.Environment);
        foreach (var (name, value) in WorkerEnvironment)
        {
            environment.TryAdd(name, value);
        }

        var status = CellStatus.Succeeded;
        long peak = 0;
        try
        {
            if (_cells.Exists(IsRun))
            {
                var worker = await WorkerProcess.StartAsync(_options.Worker ?? WorkerCommand.Default, folder, environment, liveNativeOutput: false, _outputs.Take, cancellation).ConfigureAwait(false);
                await using (worker.ConfigureAwait(false))
                {
                    (status, peak) = await RunCellsAsync(worker, new MachinePaths(folder), cancellation).ConfigureAwait(false);
                }
            }
            else
            {
                _runs.AddRange(_cells.Select(Skipped));
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Before the first cell: there is nothing to mark.
            status = CellStatus.Cancelled;
        }

        Save(); // the worker's last words
        Report(finished: true);
        return new NotebookRunResult(_path, _notebook, status, _runs, _clock.Elapsed, peak);
    }

    private async Task<(CellStatus Status, long Peak)> RunCellsAsync(WorkerProcess worker, MachinePaths paths, CancellationToken cancellation)
    {
        var status = CellStatus.Succeeded;
        long peak = 0;
        var count = 0;
        foreach (var cell in _cells)
        {
            if (status != CellStatus.Succeeded || !IsRun(cell))
            {
                _runs.Add(Skipped(cell));
                continue;
            }

            Report();
            var run = await RunCellAsync(worker, cell, ++count, paths, cancellation).ConfigureAwait(false);
            _runs.Add(run);
            peak = Math.Max(peak, worker.PeakResidentBytes());
            var tolerated = run.Status == CellStatus.Failed && (_options.AllowErrors || cell.HasTag("raises-exception"));
            status = tolerated ? status : run.Status;
            Save();
        }

        return (status, peak);
    }

    private static CellRun Skipped(NotebookCell cell) => new(cell.Id, "", CellStatus.Skipped, TimeSpan.Zero, null);

    private static bool IsRun(NotebookCell cell) => !cell.HasTag("skip-execution") && !string.IsNullOrWhiteSpace(cell.Source) && Language(cell) is not null;

    private async Task<CellRun> RunCellAsync(WorkerProcess worker, NotebookCell cell, int number, MachinePaths paths, CancellationToken cancellation)
    {
        var name = $"Cell {number}";
        var clock = Stopwatch.StartNew();
        cell.ExecutionCount = number;
        _outputs.Begin(number, cell);
        if (Language(cell) is { } shown and not "csharp")
        {
            var bundle = CellLanguage.Show(shown, cell.Source);
            _outputs.Add(number, Outputs.DisplayData(bundle));
            return new CellRun(cell.Id, name, CellStatus.Succeeded, clock.Elapsed, null);
        }

        var limit = Limit(cell);
        var done = worker.ExecuteAsync(number, name, cell.Source);
        var status = await WaitAsync(worker, done, limit, cancellation).ConfigureAwait(false);
        CellError? error = null;
        if (status is CellStatus.TimedOut or CellStatus.Cancelled)
        {
            // A cell that watches its token may tidy up; the others end with their process.
            worker.Interrupt();
            if (await Task.WhenAny(done, worker.Exited, Task.Delay(_options.InterruptGrace, CancellationToken.None)).ConfigureAwait(false) != done)
            {
                worker.Kill();
                await worker.Exited.ConfigureAwait(false);
            }

            error = status == CellStatus.TimedOut
                ? Stopped("Timeout", $"{name} ran longer than {limit.TotalSeconds:0.###} s and was stopped. Give it more time (timeout, in seconds, in the cell's metadata) or less work.")
                : Stopped("Interrupted", $"{name} was interrupted.");
        }
        else if (status == CellStatus.Crashed)
        {
            var exit = await worker.Exited.ConfigureAwait(false);
            var message = $"{name}: {exit.Describe()}.";
            error = new CellError("Crash", message, [message, .. exit.LastLines.Select(line => "   " + paths.Strip(line))]);
        }
        else if (await done.ConfigureAwait(false) is { } thrown)
        {
            (status, error) = (CellStatus.Failed, thrown);
        }

        if (error is not null)
        {
            _outputs.Add(number, Outputs.Error(error.Name, error.Message, error.Traceback));
        }

        return new CellRun(cell.Id, name, status, clock.Elapsed, error);
    }

    private static async Task<CellStatus> WaitAsync(WorkerProcess worker, Task done, TimeSpan limit, CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var late = Task.Delay(limit, waiting.Token);
        var first = await Task.WhenAny(done, worker.Exited, late).ConfigureAwait(false);
        await waiting.CancelAsync().ConfigureAwait(false);
        return done.IsCompleted ? CellStatus.Succeeded
            : first == worker.Exited ? CellStatus.Crashed
            : cancellation.IsCancellationRequested ? CellStatus.Cancelled
            : CellStatus.TimedOut;
    }

    private static CellError Stopped(string name, string message) => new(name, message, [message]);

    private TimeSpan Limit(NotebookCell cell)
    {
        var seconds = cell.Metadata["timeout"] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<double>() : 0;
        var limit = seconds > 0 ? Math.Min(seconds, LongestTimer) : Math.Min(_options.CellTimeout.TotalSeconds, LongestTimer);
        return TimeSpan.FromSeconds(limit);
    }

    private static string? Language(NotebookCell cell) => CellLanguage.Known(cell.Language ?? "csharp");

    private static string? Text(JsonNode? node, string key) => (node as JsonObject)?[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private void Save()
    {
        _outputs.Store();
        if (_options.OutputPath is { } output)
        {
            _notebook.Write(output);
        }
    }

    private void Report(bool finished = false)
    {
        var cell = finished ? _cells.Count : _runs.Count + 1;
        _progress?.Report(new RunProgress(_path, cell, _cells.Count, _clock.Elapsed, Remaining(), finished));
    }

    // What the cells took before, scaled by how fast this machine has been with those already run.
    private TimeSpan? Remaining()
    {
        if (_options.ExpectedSeconds is not { Count: > 0 } expected)
        {
            return null;
        }

        double Sum(IEnumerable<string> ids) => ids.Sum(id => expected.GetValueOrDefault(id));
        var (was, now) = (Sum(_runs.Select(run => run.Id)), _runs.Sum(run => run.Elapsed.TotalSeconds));
        var pace = was >= 1 && now > 0 ? now / was : 1;
        return TimeSpan.FromSeconds(pace * Sum(_cells.Skip(_runs.Count).Select(cell => cell.Id)));
    }
}
