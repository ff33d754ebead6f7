using Deedle.Core;

namespace Deedle;

public class ColumnSeries<TRowKey, TColumnKey> : Series<TColumnKey, ObjectSeries<TRowKey>>
{
    private readonly Frame<TRowKey, TColumnKey> _frame;

    public ColumnSeries(Series<TColumnKey, ObjectSeries<TRowKey>> series)
        : base(series.Index, series.Vector) =>
        _frame = Frame.FromColumns(series);

    internal ColumnSeries(Frame<TRowKey, TColumnKey> frame, Keys<TColumnKey> keys, Column<ObjectSeries<TRowKey>> columns)
        : base(keys, columns) =>
        _frame = frame;

    public new Frame<TRowKey, TColumnKey> this[IEnumerable<TColumnKey> items] => _frame.PickColumns(items);
}
