namespace Kit.Notebooks.Running;

/// <summary>How a worker process ended: its exit code (128 and the signal's number where one killed it) and what the runtime reported.</summary>
internal sealed record WorkerExit(int Code, IReadOnlyList<string> LastLines)
{
    /// <summary>The end in words.</summary>
    public string Describe() => Code switch
    {
        134 => "the process aborted (exit code 134): a stack overflow, Environment.FailFast, an exception on a thread of its own, or a fault in a native library",
        137 => "the process was killed (signal 9): the machine ran out of memory, or someone killed it",
        139 => "the process crashed (signal 11, segmentation fault) in a native library",
        > 128 and < 160 => $"the process was ended by signal {Code - 128}",
        _ => $"the process ended with exit code {Code} (Environment.Exit?)",
    };
}
