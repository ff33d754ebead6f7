namespace Kit.Display;

/// <summary>The sink and the cancellation of the cell that is running; they flow with async calls and started tasks.</summary>
public static class DisplayContext
{
    private static readonly AsyncLocal<IDisplaySink?> CurrentSink = new();
    private static readonly AsyncLocal<CancellationToken> CurrentToken = new();

    /// <summary>The sink of the running cell, or null outside a notebook.</summary>
    public static IDisplaySink? Current => CurrentSink.Value;

    /// <summary>Cancelled when the reader interrupts the cell; long work in a cell should watch it.</summary>
    public static CancellationToken CancellationToken => CurrentToken.Value;

    /// <summary>Clears what the cell has shown so far, at once or when the next output arrives; nothing happens outside a notebook.</summary>
    public static void Clear(bool wait = false) => Current?.Clear(wait);

    /// <summary>Makes a sink and a token current until the result is disposed.</summary>
    public static IDisposable Use(IDisplaySink sink, CancellationToken cancellationToken = default)
    {
        var before = (CurrentSink.Value, CurrentToken.Value);
        (CurrentSink.Value, CurrentToken.Value) = (sink, cancellationToken);
        return new Restore(before);
    }

    private sealed class Restore((IDisplaySink? Sink, CancellationToken Token) before) : IDisposable
    {
        public void Dispose() => (CurrentSink.Value, CurrentToken.Value) = before;
    }
}
