using Kit.Notebooks.Session;

namespace Kit.Notebooks.Tests.Session;

/// <summary>Cells of one session, run in this process.</summary>
internal sealed class Cells(string? folder = null)
{
    private readonly CSharpSession _session = new(folder ?? AppContext.BaseDirectory);
    private int _count;

    /// <summary>Runs a cell that may fail.</summary>
    public (RecordingSink Sink, CellError? Error) Try(string source, CancellationToken cancellation = default)
    {
        var sink = new RecordingSink();
        return (sink, _session.Run($"Cell {++_count}", source, sink, cancellation));
    }

    /// <summary>Runs a cell that must not fail.</summary>
    public RecordingSink Run(string source)
    {
        var (sink, error) = Try(source);
        Assert.True(error is null, error is null ? "" : string.Join('\n', error.Traceback));
        return sink;
    }

    /// <summary>Runs a cell that must fail.</summary>
    public CellError Fail(string source)
    {
        var (_, error) = Try(source);
        Assert.NotNull(error);
        return error;
    }
}
