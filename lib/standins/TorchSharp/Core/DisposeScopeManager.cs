namespace TorchSharp;

/// <summary>The open dispose scopes of one thread, and what it has counted.</summary>
#pragma warning disable CA1001 // whoever opened a scope disposes it
public class DisposeScopeManager
#pragma warning restore CA1001
{
    [ThreadStatic]
    private static DisposeScopeManager? t_manager;

    private DisposeScope? _current;

    /// <summary>The calling thread's counts, from its first scope or from the first call here on.</summary>
    public static ThreadDisposeScopeStatistics Statistics => (t_manager ??= new DisposeScopeManager()).Counts;

    internal ThreadDisposeScopeStatistics Counts { get; } = new();

    internal int ThreadId { get; } = Environment.CurrentManagedThreadId;

    /// <summary>The innermost open scope. Those that an <c>await</c> left behind on this thread are left for good.</summary>
    internal DisposeScope? Current
    {
        get
        {
            while (_current is { IsLeft: true } left)
            {
                _current = left.OuterScope;
                left.Abandon();
            }

            return _current;
        }
    }

    /// <summary>The manager of the calling thread; null as long as the thread opened no scope.</summary>
    internal static DisposeScopeManager? OfThread => t_manager;

    internal static DisposeScope NewScope()
    {
        var manager = t_manager ??= new DisposeScopeManager();
        return manager._current = new DisposeScope(manager, manager.Current);
    }

    /// <summary>Leaves a scope; inner ones that were forgotten are left with it.</summary>
    internal void Leave(DisposeScope scope)
    {
        var current = _current;
        while (current is not null && current != scope)
            current = current.OuterScope;
        if (current is null)
            return;
        while (_current is { } inner && inner != scope)
        {
            _current = inner.OuterScope;
            inner.DisposeEverything();
        }

        _current = scope.OuterScope;
    }
}
