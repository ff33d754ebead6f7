namespace Kit.Foundation.Checkpoints;

/// <summary>A safetensors file that does not hold what the format demands; the message names file, tensor and mend.</summary>
public sealed class SafetensorsException : IOException
{
    /// <summary>Composes the message from the place and the problem.</summary>
    /// <param name="path">the file</param>
    /// <param name="tensor">the tensor's name; null where the whole file is meant</param>
    /// <param name="problem">what was found, what was expected, and the mend</param>
    /// <param name="inner">the cause, where there is one</param>
    public SafetensorsException(string path, string? tensor, string problem, Exception? inner = null)
        : base($"{path}{(tensor is null ? "" : $", tensor '{tensor}'")}: {problem}", inner) => (Path, Tensor) = (path, tensor);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The tensor's name; null where the whole file is meant.</summary>
    public string? Tensor { get; }
}
