namespace Kit.Foundation.Checkpoints;

/// <summary>A folder with checkpoints of which none is valid; the message names every one and its problem.</summary>
public sealed class CheckpointException : IOException
{
    /// <summary>Composes the message from the problems.</summary>
    /// <param name="folder">the folder of the checkpoints</param>
    /// <param name="problems">one line a checkpoint, the newest first</param>
    public CheckpointException(string folder, IReadOnlyList<string> problems)
        : base($"{folder}: none of the checkpoints is valid; restore one from a copy, or remove the folder to start afresh.\n{string.Join('\n', problems)}") =>
        (Folder, Problems) = (folder, problems);

    /// <summary>The folder of the checkpoints.</summary>
    public string Folder { get; }

    /// <summary>One line a checkpoint, the newest first.</summary>
    public IReadOnlyList<string> Problems { get; }
}
