using Deedle.Core;

namespace Deedle;

public static partial class FrameExtensions
{
    public static Frame<R, C> RealignRows<R, C>(this Frame<R, C> frame, IEnumerable<R> keys) => frame.RealignRows(new Keys<R>(keys));

    public static Frame<int, TColumnKey> IndexRowsOrdinally<TRowKey, TColumnKey>(this Frame<TRowKey, TColumnKey> frame) =>
        new(Keys.Ordinal(frame.RowCount), frame.ColumnIndex, frame.Data);

    public static Frame<TNewRowIndex, C> IndexRowsWith<R, C, TNewRowIndex>(this Frame<R, C> frame, IEnumerable<TNewRowIndex> keys)
    {
        var index = new Keys<TNewRowIndex>(keys);
        return index.Count == frame.RowCount
            ? new(index, frame.ColumnIndex, frame.Data)
            : throw new ArgumentException($"There are {frame.RowCount} rows and {index.Count} new keys.", nameof(keys));
    }

    public static Frame<R2, C> IndexRowsUsing<R, C, R2>(this Frame<R, C> frame, Func<ObjectSeries<C>, R2> f) =>
        frame.IndexRowsWith(frame.Rows.Values.Select(f));

    public static Frame<R, TNewRowIndex> IndexColumnsWith<R, C, TNewRowIndex>(this Frame<R, C> frame, IEnumerable<TNewRowIndex> keys)
    {
        var index = new Keys<TNewRowIndex>(keys);
        return index.Count == frame.ColumnCount
            ? new(frame.RowIndex, index, frame.Data)
            : throw new ArgumentException($"There are {frame.ColumnCount} columns and {index.Count} new keys.", nameof(keys));
    }

    public static Frame<TRowKey, TColumnKey> SortRowsByKey<TRowKey, TColumnKey>(this Frame<TRowKey, TColumnKey> frame) =>
        frame.PickRows(frame.RowKeys.Order(Order<TRowKey>.Default));

    public static Frame<TRowKey, TColumnKey> SortColumnsByKey<TRowKey, TColumnKey>(this Frame<TRowKey, TColumnKey> frame) =>
        frame.PickColumns(frame.ColumnKeys.Order(Order<TColumnKey>.Default));

    public static Frame<TRowKey, TColumnKey> SortRows<TRowKey, TColumnKey>(this Frame<TRowKey, TColumnKey> frame, TColumnKey key) =>
        frame.SortRowsWith(key, Order<object>.Default);

    public static Frame<TRowKey, TColumnKey> SortRowsWith<TRowKey, TColumnKey, V>(
        this Frame<TRowKey, TColumnKey> frame, TColumnKey key, Comparer<V> cmp) =>
        frame.PickRows(frame.GetColumn<V>(key).SortWith(cmp).Keys);

    public static Frame<TRowKey, TColumnKey> SortRowsBy<TRowKey, TColumnKey, V, V2>(
        this Frame<TRowKey, TColumnKey> frame, TColumnKey key, Func<V, V2> f) =>
        frame.PickRows(frame.GetColumn<V>(key).SortBy(f).Keys);

    public static Frame<TRowKey, TColumnKey> OrderRows<TRowKey, TColumnKey>(this Frame<TRowKey, TColumnKey> frame) => frame.SortRowsByKey();

    public static Frame<TRowKey, TColumnKey> OrderColumns<TRowKey, TColumnKey>(this Frame<TRowKey, TColumnKey> frame) => frame.SortColumnsByKey();

    public static Frame<TColumnKey, TRowKey> Transpose<TRowKey, TColumnKey>(this Frame<TRowKey, TColumnKey> frame) =>
        new(frame.ColumnIndex, frame.RowIndex, Enumerable.Range(0, frame.RowCount).Select(r => Column.Infer([.. frame.Data.Select(c => c.ObjectAt(r))])));

    public static Series<TRowKey1, Frame<TRowKey2, TColumnKey>> Nest<TRowKey1, TRowKey2, TColumnKey>(
        this Frame<Tuple<TRowKey1, TRowKey2>, TColumnKey> frame) =>
        Groups(frame, key => key.Item1).SelectValues(group => group.IndexRowsWith(group.RowKeys.Select(k => k.Item2)));

    public static Series<TRowKey2, Frame<TRowKey1, TColumnKey>> NestBy<TRowKey1, TColumnKey, TRowKey2>(
        this Frame<TRowKey1, TColumnKey> frame, Func<TRowKey1, TRowKey2> keyselector) => Groups(frame, keyselector);

    public static Frame<Tuple<TRowKey1, TRowKey2>, TColumnKey> Unnest<TRowKey1, TRowKey2, TColumnKey>(
        this Series<TRowKey1, Frame<TRowKey2, TColumnKey>> series)
    {
        var parts = series.Observations.Select(o => o.Value.IndexRowsWith(o.Value.RowKeys.Select(k => Tuple.Create(o.Key, k)))).ToArray();
        return parts.Length == 0 ? Frame.CreateEmpty<Tuple<TRowKey1, TRowKey2>, TColumnKey>() : parts[0].Merge(parts[1..]);
    }

    /// <summary>A cell for each pair of values of the two columns: the operation's result on the rows that have them.</summary>
    public static Frame<RNew, CNew> PivotTable<R, C, RNew, CNew, T>(this Frame<R, C> frame, C r, C c, Func<Frame<R, C>, T> op)
    {
        var (rows, columns) = (frame.GetColumn<RNew>(r), frame.GetColumn<CNew>(c));
        return Assemble.FromColumns(frame.Positions(columns.GetAt).Select(column => KeyValue.Create(
            column.Key,
            (ISeries<RNew>)column.Value.GroupBy(rows.GetAt).Select(cell => KeyValue.Create(cell.Key, op(frame.TakeRows([.. cell])))).ToSeries())));
    }

    public static void Print<K, V>(this Frame<K, V> frame) => Console.WriteLine(frame.Format());

    public static void Print<K, V>(this Frame<K, V> frame, bool printTypes) => Console.WriteLine(frame.Format(printTypes));

    public static int CountRows<R, C>(this Frame<R, C> frame) => frame.RowCount;

    public static int CountColumns<R, C>(this Frame<R, C> frame) => frame.ColumnCount;

    public static Frame<TRowKey, TColumnKey> Where<TRowKey, TColumnKey>(
        this Frame<TRowKey, TColumnKey> frame, Func<KeyValuePair<TRowKey, ObjectSeries<TColumnKey>>, bool> condition) =>
        frame.Where((row, _) => condition(row));

    public static Frame<TRowKey, TColumnKey> Where<TRowKey, TColumnKey>(
        this Frame<TRowKey, TColumnKey> frame, Func<KeyValuePair<TRowKey, ObjectSeries<TColumnKey>>, int, bool> condition) =>
        Rows(frame, i => condition(new(frame.RowIndex[i], frame.ObjectRowAt(i)), i));

    public static Frame<a, TColumnKey> SelectRowKeys<TRowKey, TColumnKey, a>(
        this Frame<TRowKey, TColumnKey> frame, Func<KeyValuePair<TRowKey, OptionalValue<ObjectSeries<TColumnKey>>>, a> projection) =>
        frame.IndexRowsWith(frame.Rows.ObservationsAll.Select(projection));

    public static Frame<TRowKey, a> SelectColumnKeys<TRowKey, TColumnKey, a>(
        this Frame<TRowKey, TColumnKey> frame, Func<KeyValuePair<TColumnKey, OptionalValue<ObjectSeries<TRowKey>>>, a> projection) =>
        frame.IndexColumnsWith(frame.Columns.ObservationsAll.Select(projection));

    public static Series<R, V> MapRows<R, C, V>(this Frame<R, C> frame, Func<R, ObjectSeries<C>, V> f) =>
        frame.Rows.Select(row => f(row.Key, row.Value));

    public static Frame<TRowKey, TColumnKey> Merge<TRowKey, TColumnKey>(
        this Frame<TRowKey, TColumnKey> frame, TRowKey rowKey, ISeries<TColumnKey> row) =>
        frame.Merge(Assemble.FromRows([KeyValue.Create(rowKey, row)]));

    public static Frame<TRowKey, TColumnKey> GetRows<TRowKey, TColumnKey>(this Frame<TRowKey, TColumnKey> frame, params TRowKey[] rowKeys) =>
        frame.PickRows(rowKeys);

    public static Frame<TRowKey, TColumnKey> GetRowsAt<TRowKey, TColumnKey>(this Frame<TRowKey, TColumnKey> frame, params int[] indices) =>
        frame.PickRows(indices.Select(frame.GetRowKeyAt));

    public static Frame<TRowKey, TColumnKey> FilterRowsBy<TRowKey, TColumnKey, a>(
        this Frame<TRowKey, TColumnKey> frame, TColumnKey column, a value)
    {
        var values = frame.GetColumn<a>(column).Vector;
        return Rows(frame, i => values.Has(i) && Equals(values[i].Value, value));
    }

    public static Frame<TRowKey, TColumnKey> DistinctRowsBy<TRowKey, TColumnKey>(
        this Frame<TRowKey, TColumnKey> frame, params TColumnKey[] columns) =>
        frame.TakeRows([.. frame.Positions(frame.LabelOf([.. columns.Select(frame.LocateColumn)])).Select(g => g.Value[0])]);

    public static Frame<TRowKey, TColumnKey> RenameColumn<TRowKey, TColumnKey>(
        this Frame<TRowKey, TColumnKey> frame, TColumnKey oldKey, TColumnKey newKey)
    {
        var renamed = frame.Clone();
        renamed.RenameColumn(oldKey, newKey);
        return renamed;
    }

    public static Frame<TRowKey, TColumnKey2> RenameColumns<TRowKey, TColumnKey, TColumnKey2>(
        this Frame<TRowKey, TColumnKey> frame, Func<TColumnKey, TColumnKey2> mapping) =>
        frame.IndexColumnsWith(frame.ColumnKeys.Select(mapping));

    private static Series<TGroup, Frame<R, C>> Groups<R, C, TGroup>(Frame<R, C> frame, Func<R, TGroup> groupOf) =>
        frame.Positions(i => groupOf(frame.RowIndex[i])).Select(g => KeyValue.Create(g.Key, frame.TakeRows(g.Value))).ToSeries();

    private static Frame<R, C> Rows<R, C>(Frame<R, C> frame, Func<int, bool> isIncluded) =>
        frame.TakeRows([.. Enumerable.Range(0, frame.RowCount).Where(isIncluded)]);
}
