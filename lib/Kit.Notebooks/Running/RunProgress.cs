namespace Kit.Notebooks.Running;

/// <summary>How far a run is; reported when a cell starts and when the last one has ended.</summary>
/// <param name="Notebook">the path that was given</param>
/// <param name="Cell">the number of the code cell that starts, from 1; the number of cells at the end</param>
/// <param name="Cells">how many code cells there are</param>
/// <param name="Elapsed">since the run began</param>
/// <param name="Remaining">what is left by <see cref="RunnerOptions.ExpectedSeconds"/>, or null where nothing is expected</param>
/// <param name="Finished">whether the run is over</param>
public sealed record RunProgress(string Notebook, int Cell, int Cells, TimeSpan Elapsed, TimeSpan? Remaining, bool Finished);
