namespace Deedle;

public static partial class FrameExtensions
{
    public static Frame<TRowKey, TColumnKey> FillMissing<TRowKey, TColumnKey, T>(this Frame<TRowKey, TColumnKey> frame, T value)
    {
        // First the columns that widen to the value's type, then those that the value widens to (0 for a column of doubles).
        var widened = frame.ColumnApply<T>(s => s.FillMissing(value));
        return new(widened.RowIndex, widened.ColumnIndex, widened.Data.Select(c => c.Fill(value)));
    }

    public static Frame<TRowKey, TColumnKey> FillMissing<TRowKey, TColumnKey>(this Frame<TRowKey, TColumnKey> frame, Direction direction) =>
        new(frame.RowIndex, frame.ColumnIndex, frame.Data.Select(c => c.Fill(direction)));

    public static Frame<TRowKey, TColumnKey> FillMissing<TRowKey, TColumnKey, T>(
        this Frame<TRowKey, TColumnKey> frame, Func<Series<TRowKey, T>, TRowKey, T> f) =>
        frame.ColumnApply<T>(s => s.FillMissing(key => f(s, key)));

    /// <summary>Keeps the rows in which nothing is missing.</summary>
    public static Frame<TRowKey, TColumnKey> DropSparseRows<TRowKey, TColumnKey>(this Frame<TRowKey, TColumnKey> frame) =>
        Rows(frame, i => frame.Data.All(c => c.Has(i)));

    public static Frame<TRowKey, TColumnKey> DropEmptyRows<TRowKey, TColumnKey>(this Frame<TRowKey, TColumnKey> frame) =>
        Rows(frame, i => frame.Data.Any(c => c.Has(i)));

    /// <summary>Keeps the columns in which nothing is missing.</summary>
    public static Frame<TRowKey, TColumnKey> DropSparseColumns<TRowKey, TColumnKey>(this Frame<TRowKey, TColumnKey> frame) =>
        frame.TakeColumns(Enumerable.Range(0, frame.ColumnCount).Where(c => Enumerable.Range(0, frame.RowCount).All(frame.Data[c].Has)));

    public static Frame<TRowKey, TColumnKey> DropEmptyColumns<TRowKey, TColumnKey>(this Frame<TRowKey, TColumnKey> frame) =>
        frame.TakeColumns(Enumerable.Range(0, frame.ColumnCount).Where(c => Enumerable.Range(0, frame.RowCount).Any(frame.Data[c].Has)));
}
