namespace TorchSharp.Native;

/// <summary>
/// A setting of one thread of libtorch's (grad mode, inference mode) that is put back on disposal, on the same thread; with an outer one go
/// those inside it. Where an <c>await</c> has moved to another thread disposal throws, and the thread that was left behind with the setting
/// puts it back before its next operator.
/// </summary>
internal abstract class ThreadBound : IDisposable
{
    [ThreadStatic]
    private static Stack<ThreadBound>? t_open;

    private static int s_left;

    private readonly string _what;
    private readonly int _thread = Environment.CurrentManagedThreadId;

    /// <summary>Those of its thread: numbers of threads are given again, these are not.</summary>
    private readonly Stack<ThreadBound> _open;

    private bool _disposed;
    private volatile bool _left;

    protected ThreadBound(string what)
    {
        _what = what;
        PutBackLeft();
        _open = t_open ??= [];
        _open.Push(this);
    }

    /// <summary>Puts back what was left behind on this thread. Costs a load and a comparison where there is nothing, as nearly always.</summary>
    public static void PutBackLeft()
    {
        if (Volatile.Read(ref s_left) != 0)
            PutBack();
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        if (_open != t_open)
        {
            if (!_left)
            {
                _left = true;
                Interlocked.Increment(ref s_left);
            }

            throw new InvalidOperationException(
                $"the {_what} was set on thread {_thread} and is put back on thread {Environment.CurrentManagedThreadId}. " +
                "It belongs to one thread: do not 'await' inside such a block; close it first, or do the waiting outside.");
        }

        PutBackLeft();
        if (_disposed)
            return;
        // A bare torch.set_grad_enabled(x) inside the block is never disposed by itself: it ends with the block, as in Python.
        while (_open.Peek() != this)
            _open.Peek().Close();
        Close();
    }

    /// <summary>Puts the setting back; on its thread.</summary>
    protected abstract void Restore();

    private static void PutBack()
    {
        while (t_open is { Count: > 0 } open && open.Peek()._left)
        {
            open.Peek().Close();
            Interlocked.Decrement(ref s_left);
        }
    }

    private void Close()
    {
        _open.Pop();
        _disposed = true;
        Restore();
    }
}
