namespace Kit.Notebooks.Format;

/// <summary>A notebook file that cannot be read; the message names the file, the cell and the mend.</summary>
public sealed class NotebookFormatException(string message, Exception? inner = null) : Exception(message, inner);
