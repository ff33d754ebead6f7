using System.Text.Json.Nodes;

namespace Kit.Notebooks.Running;

/// <summary>How a notebook is run.</summary>
public sealed record RunnerOptions
{
    /// <summary>Where the executed notebook is written after each cell; null writes nothing. Never the notebook itself.</summary>
    public string? OutputPath { get; init; }

    /// <summary>Values for variables that the cell tagged <c>parameters</c> declares: numbers, texts and truth values.</summary>
    public IReadOnlyDictionary<string, object> Parameters { get; init; } = new Dictionary<string, object>();

    /// <summary>How long a cell may run whose metadata do not say <c>timeout</c> (in seconds).</summary>
    public TimeSpan CellTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long an interrupted cell may take to stop before its process is killed.</summary>
    public TimeSpan InterruptGrace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Run on after a cell that fails, as after one tagged <c>raises-exception</c>.</summary>
    public bool AllowErrors { get; init; }

    /// <summary>What one cell may put into the notebook, in bytes of the file; the rest is left out and a line says so.</summary>
    public long CellOutputBytes { get; init; } = 8_000_000;

    /// <summary>Merged into the notebook's <c>metadata.kit</c>: profile, fingerprint.</summary>
    public JsonObject? NotebookMetadata { get; init; }

    /// <summary>Seconds by cell id, from an earlier run: what the time left is estimated by.</summary>
    public IReadOnlyDictionary<string, double>? ExpectedSeconds { get; init; }

    /// <summary>Environment variables for the worker where its environment lacks them; they go before one thread per notebook.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The program that runs the cells; by default the engine beside the running program.</summary>
    public WorkerCommand? Worker { get; init; }
}
