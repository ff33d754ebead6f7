namespace TorchSharp.Native;

/// <summary>Grad mode, inference mode and dispose scopes are settings of one thread of libtorch's.</summary>
internal static class ThreadBound
{
    /// <exception cref="InvalidOperationException">The setting was made on another thread.</exception>
    public static void Check(int thread, string what)
    {
        if (thread != Environment.CurrentManagedThreadId)
            throw new InvalidOperationException(
                $"the {what} was set on thread {thread} and is put back on thread {Environment.CurrentManagedThreadId}. " +
                "It belongs to one thread: do not 'await' inside such a block; close it first, or do the waiting outside.");
    }
}
