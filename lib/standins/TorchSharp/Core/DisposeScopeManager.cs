namespace TorchSharp;

/// <summary>The open dispose scopes of one thread.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? t_manager;

    internal ScopeCounts Count { get; } = new();

    internal int ThreadId { get; } = Environment.CurrentManagedThreadId;

    internal DisposeScope? Current { get; private set; }

    /// <summary>The manager of the calling thread; null as long as the thread opened no scope.</summary>
    internal static DisposeScopeManager? OfThread => t_manager;

    internal static DisposeScope NewScope()
    {
        var manager = t_manager ??= new DisposeScopeManager();
        return manager.Current = new DisposeScope(manager, manager.Current);
    }

    /// <summary>Leaves a scope; inner ones that were forgotten are left with it.</summary>
    internal void Leave(DisposeScope scope)
    {
        var current = Current;
        while (current is not null && current != scope)
            current = current.OuterScope;
        if (current is null)
            return;
        while (Current is { } inner && inner != scope)
        {
            Current = inner.OuterScope;
            inner.DisposeEverything();
        }

        Current = scope.OuterScope;
    }

    internal sealed class ScopeCounts
    {
        public long DisposedInScopes { get; private set; }

        public void Disposed() => DisposedInScopes++;
    }
}
