using Kit.Notebooks.Format;

namespace Kit.Notebooks.Running;

/// <summary>An executed notebook and what became of its cells.</summary>
/// <param name="Path">the notebook that was run</param>
/// <param name="Notebook">its copy with new outputs</param>
/// <param name="Status">succeeded, or what became of the cell that ended the run</param>
/// <param name="Cells">the code cells, in order</param>
/// <param name="Elapsed">the whole run, the start of the worker included</param>
/// <param name="PeakResidentBytes">the most memory that the worker held; 0 where unknown</param>
public sealed record NotebookRunResult(string Path, Notebook Notebook, CellStatus Status, IReadOnlyList<CellRun> Cells, TimeSpan Elapsed, long PeakResidentBytes)
{
    /// <summary>The cell that ended the run or, with errors allowed, the first that failed; null where all went well.</summary>
    public CellRun? FirstFailure => Cells.FirstOrDefault(cell => cell.Status is not (CellStatus.Succeeded or CellStatus.Skipped));
}
