using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>
/// Holds what is created on its thread until it is disposed, and disposes it then. Scopes nest; what should outlive one is moved to the
/// outer scope or detached. A scope belongs to the thread that opened it.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    private readonly List<IDisposable> _held = [];
    private readonly DisposeScopeManager _manager;
    private bool _disposed;
    private volatile bool _left;

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outer)
    {
        _manager = manager;
        OuterScope = outer;
    }

    /// <summary>What the scope would dispose now.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => _held;

    public int DisposablesCount => _held.Count;

    internal DisposeScope? OuterScope { get; }

    /// <summary>Whether somebody tried to dispose the scope on another thread.</summary>
    internal bool IsLeft => _left;

    internal bool IsOfThisThread => _manager.ThreadId == Environment.CurrentManagedThreadId;

    public T MoveToOuter<T>(T disposable)
        where T : IDisposable => MoveToOther(OuterScope, disposable);

    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOuter(first), MoveToOuter(second));

    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(OuterScope, disposables);

    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(OuterScope, disposables);

    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        Move(disposable, scope);
        return disposable;
    }

    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOther(scope, first), MoveToOther(scope, second));

    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (MoveToOther(scope, first), MoveToOther(scope, second), MoveToOther(scope, third));

    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) => MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
            Move(disposable, scope);
    }

    public T Detach<T>(T disposable)
        where T : IDisposable => MoveToOther(null, disposable);

    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (Detach(first), Detach(second));

    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (Detach(first), Detach(second), Detach(third));

    public void Detach(params IDisposable[] disposables) => MoveToOther(null, disposables);

    public void Detach(IEnumerable<IDisposable> disposables) => MoveToOther(null, disposables);

    /// <summary>Takes something into this scope that was in another, or in none.</summary>
    public void Attach(IDisposable disposable) => Move(disposable, this);

    public void Attach(params IDisposable[] disposables)
    {
        foreach (var disposable in disposables)
            Move(disposable, this);
    }

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var list = disposables.ToList();
        foreach (var disposable in list)
            Move(disposable, this);
        return list;
    }

    /// <summary>Disposes everything in the scope; the scope itself goes on.</summary>
    public void DisposeEverything()
    {
        CheckThread();
        // What is disposed may dispose others that are in here.
        while (_held.Count > 0)
        {
            var disposable = _held[^1];
            _held.RemoveAt(_held.Count - 1);
            var tensor = disposable as torch.Tensor;
            var counts = tensor is { IsInvalid: false } ? _manager.Counts.TensorStatistics : null;
            tensor?.Scope = null;
            disposable.Dispose();
            if (counts is null)
                continue;
            // It is in no scope any more, and so was counted outside.
            counts.DisposedOutsideScopeCount--;
            counts.DisposedInScopeCount++;
        }
    }

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        var kept = _held.Where(keep.Contains).ToList();
        foreach (var disposable in kept)
            Take(disposable);
        DisposeEverything();
        foreach (var disposable in kept)
            Hold(disposable);
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[keep]);
        return keep;
    }

    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second, third]);
        return (first, second, third);
    }

    /// <summary>Disposes what is left in the scope and leaves it. A second call does nothing.</summary>
    /// <exception cref="InvalidOperationException">Another thread opened the scope, for example because of an <c>await</c> inside it.</exception>
    public void Dispose()
    {
        if (_disposed)
            return;
        if (!IsOfThisThread)
            _left = true;
        CheckThread();
        _disposed = true;
        try
        {
            DisposeEverything();
        }
        finally
        {
            _manager.Leave(this);
        }
    }

    /// <summary>Tells the scope that somebody else disposed what it holds.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        CheckThread();
        Take(disposable);
    }

    public bool Contains(IDisposable disposable) =>
        disposable is torch.Tensor tensor ? tensor.Scope == this : _held.Exists(held => ReferenceEquals(held, disposable));

    /// <summary>Takes a tensor that was just created on this thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void AddNew(torch.Tensor tensor)
    {
        _manager.Counts.TensorStatistics.CreatedInScopeCount++;
        Hold(tensor);
    }

    /// <summary>Forgets a tensor that is being disposed; constant time: the last one takes its place.</summary>
    internal void RemoveDisposed(torch.Tensor tensor)
    {
        _manager.Counts.TensorStatistics.DisposedInScopeCount++;
        Take(tensor);
    }

    /// <summary>Lets everything go without disposing it: other threads may be using it.</summary>
    internal void Abandon()
    {
        _disposed = true;
        foreach (var held in _held)
            if (held is torch.Tensor tensor)
                tensor.Scope = null;
        _held.Clear();
    }

    private void Move(IDisposable disposable, DisposeScope? to)
    {
        ArgumentNullException.ThrowIfNull(disposable);
        if (disposable is torch.Tensor { IsInvalid: true })
            throw new ObjectDisposedException(nameof(torch.Tensor), "a disposed tensor cannot be moved to a scope.");
        to?.CheckThread();
        if (to is not null)
            ObjectDisposedException.ThrowIf(to._disposed, to);
        var from = disposable is torch.Tensor tensor ? tensor.Scope : Contains(disposable) ? this : null;
        from?.CheckThread();
        from?.Take(disposable);
        to?.Hold(disposable);
        if (disposable is not torch.Tensor)
            return;
        if (from is null && to is not null)
            _manager.Counts.TensorStatistics.AttachedToScopeCount++;
        else if (from is not null && to is null)
            _manager.Counts.TensorStatistics.DetachedFromScopeCount++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Hold(torch.Tensor tensor)
    {
        tensor.Scope = this;
        tensor.ScopeIndex = _held.Count;
        _held.Add(tensor);
    }

    private void Hold(IDisposable disposable)
    {
        if (disposable is torch.Tensor tensor)
            Hold(tensor);
        else if (!Contains(disposable))
            _held.Add(disposable);
    }

    private void Take(IDisposable disposable)
    {
        if (disposable is torch.Tensor tensor)
        {
            if (tensor.Scope != this)
                return;
            RemoveAt(tensor.ScopeIndex);
            tensor.Scope = null;
            return;
        }

        var index = _held.FindIndex(held => ReferenceEquals(held, disposable));
        if (index >= 0)
            RemoveAt(index);
    }

    private void RemoveAt(int index)
    {
        var last = _held.Count - 1;
        if (index != last)
        {
            _held[index] = _held[last];
            if (_held[index] is torch.Tensor moved)
                moved.ScopeIndex = index;
        }

        _held.RemoveAt(last);
    }

    private void CheckThread()
    {
        if (!IsOfThisThread)
            throw new InvalidOperationException(
                $"this dispose scope was opened on thread {_manager.ThreadId} and is used on thread {Environment.CurrentManagedThreadId}. " +
                "Scopes belong to one thread: do not 'await' inside one; close it first, or do the waiting outside.");
    }
}
