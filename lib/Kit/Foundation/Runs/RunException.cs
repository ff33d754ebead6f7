namespace Kit.Foundation.Runs;

/// <summary>A run folder that cannot be used as asked; the message names the folder, what is wrong and the mend.</summary>
/// <param name="message">all three</param>
/// <param name="inner">the cause, where there is one</param>
public sealed class RunException(string message, Exception? inner = null) : Exception(message, inner);
