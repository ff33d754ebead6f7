namespace Kit.Notebooks.Session;

/// <summary>Why a cell failed, as nbformat stores it: a name, one line, and the traceback's lines.</summary>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback);
