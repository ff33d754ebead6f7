using Kit.Notebooks.Session;

namespace Kit.Notebooks.Running;

/// <summary>What became of one code cell.</summary>
/// <param name="Id">the cell's id</param>
/// <param name="Name">what messages and tracebacks call it: Cell 3</param>
/// <param name="Status">what became of it</param>
/// <param name="Elapsed">how long it ran</param>
/// <param name="Error">why it failed, or null</param>
public sealed record CellRun(string Id, string Name, CellStatus Status, TimeSpan Elapsed, CellError? Error);
