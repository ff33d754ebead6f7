namespace Kit.Notebooks.Export;

/// <summary>The machine lacks a program; the message says which, what for, and the line that installs it.</summary>
public sealed class MissingToolException(string tool, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The program, for example <c>node</c>.</summary>
    public string Tool { get; } = tool;
}
