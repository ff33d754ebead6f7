namespace Kit.Foundation;

/// <summary>A data file that does not hold what its schema declares; the message names file, line, column and the mend.</summary>
public sealed class DataFormatException : Exception
{
    /// <summary>Composes the message from the place and the problem.</summary>
    /// <param name="path">the file</param>
    /// <param name="line">the line, counted from 1; null where the whole file is meant</param>
    /// <param name="column">the column's name; null where the whole line is meant</param>
    /// <param name="problem">what was found and what was expected</param>
    /// <param name="inner">the cause, where there is one</param>
    public DataFormatException(string path, int? line, string? column, string problem, Exception? inner = null)
        : base($"{path}{(line is null ? "" : $", line {line}")}{(column is null ? "" : $", column '{column}'")}: {problem}", inner) =>
        (Path, Line, Column) = (path, line, column);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The line, counted from 1 (the header is line 1); null where the whole file is meant.</summary>
    public int? Line { get; }

    /// <summary>The column; null where the whole line is meant.</summary>
    public string? Column { get; }
}
