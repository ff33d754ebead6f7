using Kit.Foundation.Checkpoints;
using Kit.Foundation.Runs;
using Kit.Notebooks.Checking;
using Kit.Notebooks.Format;
using Kit.Notebooks.Running;

namespace Kit.Cli.Running;

/// <summary>One notebook's run, and its comparison with the stored outputs where one was asked for.</summary>
/// <param name="Path">the notebook</param>
/// <param name="Name">what its results are called</param>
/// <param name="Stored">the notebook as it was before the run</param>
/// <param name="Run">its execution</param>
/// <param name="Check">its comparison, or null where the run failed or none was asked for</param>
public sealed record NotebookReport(string Path, string Name, Notebook Stored, NotebookRunResult Run, CheckReport? Check)
{
    // By name: the exception was thrown in the notebook's own process.
    private static readonly string[] InputErrors =
    [
        "DirectiveError", "DataFormatException", "NotebookFormatException", "FileNotFoundException", "DirectoryNotFoundException",
        nameof(RunException), nameof(CheckpointException), nameof(SafetensorsException),
    ];

    /// <summary>Whether the run ended because an input is bad: a data file, a notebook, or a file that a cell asks for.</summary>
    public bool BadInput => Run.Status == CellStatus.Failed && Run.FirstFailure?.Error is { } error && InputErrors.Contains(error.Name.Split('.')[^1]);

    /// <summary>Whether it ran to its end and, where it was compared, agrees.</summary>
    public bool Passed => Run.Status == CellStatus.Succeeded && Check is not { Passed: false };

    /// <summary>What is wrong, or null.</summary>
    public string? Message => Run.FirstFailure?.Error is { } error && Run.Status != CellStatus.Succeeded
        ? string.Join('\n', error.Traceback)
        : Check is { Passed: false } check ? check.ToText().TrimEnd() : Passed ? null : Run.Status.ToString();

    /// <summary>The same as junit has it: a case per code cell.</summary>
    public JUnitSuite ToSuite(string name) => new(name,
    [
        .. Run.Cells.Select(cell => new JUnitCase($"{cell.Id}")
        {
            Failure = cell.Error is { } error && Run.Status != CellStatus.Succeeded ? string.Join('\n', error.Traceback)
                : Check?.Cells.FirstOrDefault(it => it.Id == cell.Id) is { Verdict: Verdict.Failed } verdict ? verdict.Message
                : null,
            Skipped = cell.Status == CellStatus.Skipped ? "not run" : null,
            Duration = cell.Elapsed,
        }),
        .. Check is { Problems.Count: > 0 } ? [new JUnitCase("notebook") { Failure = string.Join('\n', Check.Problems) }] : Array.Empty<JUnitCase>(),
    ]);
}
