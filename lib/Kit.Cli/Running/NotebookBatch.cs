using System.Text.Json.Nodes;
using Kit.Engine;
using Kit.Notebooks.Checking;
using Kit.Notebooks.Format;
using Kit.Notebooks.Running;

namespace Kit.Cli.Running;

/// <summary>Executes notebooks side by side, each in a process of its own, and compares them with their stored outputs where asked.</summary>
public sealed class NotebookBatch(Checkout checkout)
{
    private readonly Lazy<EngineFacts> _engine = new(EngineFacts.Read);

    /// <summary>The profile of the stored outputs and of CI.</summary>
    public const string Quick = "quick";

    /// <summary>The profile for papers.</summary>
    public const string Full = "full";

    /// <summary>Where executed notebooks are written.</summary>
    public required string Out { get; init; }

    /// <summary><see cref="Quick"/> or <see cref="Full"/>; reaches notebooks that declare a parameter <c>profile</c>.</summary>
    public string Profile { get; init; } = Quick;

    /// <summary>The seed, for notebooks that declare a parameter <c>seed</c>; null leaves them their own.</summary>
    public int? Seed { get; init; }

    /// <summary>Whether fresh outputs are compared with the stored ones.</summary>
    public bool Check { get; init; }

    /// <summary>How many notebooks run side by side.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>How long a cell may run that does not say itself.</summary>
    public TimeSpan CellTimeout { get; init; } = new RunnerOptions().CellTimeout;

    /// <summary>Runs the notebooks; reports come in the order of the paths.</summary>
    /// <exception cref="NotebookFormatException">a file is not a C# notebook; found out before any is executed</exception>
    /// <exception cref="BadInputException">results would overwrite one another or a notebook</exception>
    public async Task<IReadOnlyList<NotebookReport>> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var notebooks = checkout.Named(paths);
        RefuseOverwriting(notebooks);
        var stored = paths.Select(Read).ToList();
        var timings = new CellTimings(Path.Combine(checkout.State, "timings.json"));
        var progress = new BatchProgress();
        using var slots = new SemaphoreSlim(Math.Max(1, Jobs));
        return await progress.ShowAsync(async () => await Task.WhenAll(notebooks.Select(async (notebook, index) =>
        {
            await slots.WaitAsync(cancellation);
            try
            {
                return await RunOneAsync(notebook.Path, notebook.Name, stored[index], timings, progress, cancellation);
            }
            finally
            {
                slots.Release();
            }
        })));
    }

    /// <summary>Where the executed copy of a notebook goes.</summary>
    public string OutputOf(string name) => Path.Combine(Out, "notebooks", name + ".ipynb");

    /// <summary>Reads a notebook that can be run here.</summary>
    /// <exception cref="NotebookFormatException">the file is not a C# notebook</exception>
    public static Notebook Read(string path)
    {
        var notebook = Notebook.Read(path);
        NotebookRunner.CheckLanguage(notebook, path);
        return notebook;
    }

    private void RefuseOverwriting(IReadOnlyList<(string Path, string Name)> notebooks)
    {
        if (File.Exists(Out))
        {
            throw new BadInputException($"--out {Out} is a file: name a folder.");
        }

        var course = RealPath(checkout.At("notebooks")) + "/";
        var sources = notebooks.Select(notebook => RealPath(notebook.Path)).ToHashSet();
        if ((RealPath(Path.Combine(Out, "notebooks")) + "/").StartsWith(course, StringComparison.Ordinal)
            || notebooks.Any(notebook => sources.Contains(RealPath(OutputOf(notebook.Name)))))
        {
            throw new BadInputException($"--out {Out}: results would be written over the notebooks themselves: choose another folder.");
        }
    }

    // Links count wherever they stand in the path: two spellings of a file are one file.
    private static string RealPath(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is not { } parent)
        {
            return "";
        }

        var here = $"{RealPath(parent)}/{Path.GetFileName(Path.TrimEndingDirectorySeparator(path))}";
        var entry = new FileInfo(here);
        return entry.LinkTarget is not null && entry.ResolveLinkTarget(returnFinalTarget: true) is { } target ? RealPath(target.FullName) : here;
    }

    private async Task<NotebookReport> RunOneAsync(
        string path, string name, Notebook stored, CellTimings timings, BatchProgress progress, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(OutputOf(name))!);
        var run = await NotebookRunner.RunAsync(path, new RunnerOptions
        {
            OutputPath = OutputOf(name),
            Parameters = ParametersOf(stored),
            CellTimeout = CellTimeout,
            NotebookMetadata = Metadata(),
            ExpectedSeconds = timings.Of(name),
        }, progress.Of(name), cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (run.Status == CellStatus.Succeeded)
        {
            timings.Keep(name, run.Cells.Select(cell => (cell.Id, cell.Elapsed.TotalSeconds)));
        }

        var check = Check && run.Status == CellStatus.Succeeded
            ? NotebookComparer.Compare(stored, run.Notebook, new CompareOptions { Name = name })
            : null;
        return new NotebookReport(path, name, stored, run, check);
    }

    // The quick profile and a notebook's own seed are what its source says already.
    private Dictionary<string, object> ParametersOf(Notebook notebook)
    {
        var declared = NotebookParameters.Declared(notebook).Select(parameter => parameter.Key).ToHashSet();
        var values = new Dictionary<string, object>();
        if (Profile != Quick && declared.Contains("profile"))
        {
            values["profile"] = Profile;
        }

        if (Seed is { } seed && declared.Contains("seed"))
        {
            values["seed"] = seed;
        }

        return values;
    }

    private JsonObject Metadata()
    {
        // A worker keeps to one thread unless KIT_THREADS is set; what else is set, it inherits.
        var engine = _engine.Value;
        var threads = Environment.GetEnvironmentVariable("KIT_THREADS") is { Length: > 0 } ? engine.Threads : 1;
        return new JsonObject
        {
            ["profile"] = Profile,
            [Fingerprint.Key] = Fingerprint.Current(engine.Libtorch, engine.Blas, threads).ToJson(),
        };
    }
}
