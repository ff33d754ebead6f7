using Deedle.Core;

namespace Deedle;

public abstract class RowSeries<TRowKey, TColumnKey> : Series<TRowKey, ObjectSeries<TColumnKey>>
{
    private readonly Frame<TRowKey, TColumnKey> _frame;

    private protected RowSeries(Frame<TRowKey, TColumnKey> frame, Keys<TRowKey> keys, Column<ObjectSeries<TColumnKey>> rows)
        : base(keys, rows) =>
        _frame = frame;

    public new Frame<TRowKey, TColumnKey> this[IEnumerable<TRowKey> items] => _frame.PickRows(items);

    public static RowSeries<TRowKey, TColumnKey> FromSeries(Series<TRowKey, ObjectSeries<TColumnKey>> series) =>
        new FrameRows<TRowKey, TColumnKey>(Frame.FromRows(series), series.Index, series.Vector);
}
