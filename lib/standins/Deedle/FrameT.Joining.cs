using Deedle.Core;

namespace Deedle;

public partial class Frame<TRowKey, TColumnKey>
{
    public Frame<TRowKey, TColumnKey> Join(Frame<TRowKey, TColumnKey> otherFrame) => Join(otherFrame, JoinKind.Outer);

    public Frame<TRowKey, TColumnKey> Join(Frame<TRowKey, TColumnKey> otherFrame, JoinKind kind) => Join(otherFrame, kind, Lookup.Exact);

    public Frame<TRowKey, TColumnKey> Join(Frame<TRowKey, TColumnKey> otherFrame, JoinKind kind, Lookup lookup)
    {
        var twice = _columns.All.Where(k => otherFrame._columns.Find(k) >= 0).Select(Keys.Text).ToList();
        if (twice.Count > 0)
            throw new InvalidOperationException($"Both frames have a column '{twice[0]}'; rename it in one of them before joining.");
        var (keys, left, right) = Alignment<TRowKey>.Of(_rows, otherFrame._rows, kind, lookup);
        return new(
            keys,
            new Keys<TColumnKey>(_columns.All.Concat(otherFrame._columns.All)),
            _data.Select(c => c.Take(left)).Concat(otherFrame._data.Select(c => c.Take(right))));
    }

    public Frame<TRowKey, TColumnKey> Join<V>(TColumnKey colKey, Series<TRowKey, V> series) => Join(colKey, series, JoinKind.Outer);

    public Frame<TRowKey, TColumnKey> Join<V>(TColumnKey colKey, Series<TRowKey, V> series, JoinKind kind) =>
        Join(colKey, series, kind, Lookup.Exact);

    public Frame<TRowKey, TColumnKey> Join<V>(TColumnKey colKey, Series<TRowKey, V> series, JoinKind kind, Lookup lookup) =>
        Join(new Frame<TRowKey, TColumnKey>([colKey], [series]), kind, lookup);

    public Frame<TRowKey, TColumnKey> Merge(Frame<TRowKey, TColumnKey> otherFrame) => Merge([otherFrame]);

    public Frame<TRowKey, TColumnKey> Merge(IEnumerable<Frame<TRowKey, TColumnKey>> otherFrames) => Merge(otherFrames.ToArray());

    public Frame<TRowKey, TColumnKey> Merge(params Frame<TRowKey, TColumnKey>[] otherFrames)
    {
        Frame<TRowKey, TColumnKey>[] all = [this, .. otherFrames];
        var rows = Alignment<TRowKey>.Union([.. all.Select(f => f._rows)]);
        var columns = new Keys<TColumnKey>(all.SelectMany(f => f._columns.All).Distinct());
        return new(rows, columns, columns.All.Select(key => Column.Coalesce(
            [.. all.Where(f => f._columns.Find(key) >= 0).Select(f => f.RealignRows(rows)._data[f._columns.Find(key)])],
            row => $"row '{Keys.Text(rows[row])}', column '{Keys.Text(key)}'")));
    }

    public Frame<TRowKey, TColumnKey> Zip<V1, V2, V3>(Frame<TRowKey, TColumnKey> otherFrame, Func<V1, V2, V3> op) =>
        Zip(otherFrame, JoinKind.Outer, JoinKind.Outer, Lookup.Exact, false, op);

    public Frame<TRowKey, TColumnKey> Zip<V1, V2, V3>(
        Frame<TRowKey, TColumnKey> otherFrame, JoinKind columnKind, JoinKind rowKind, Lookup lookup, bool pointwise, Func<V1, V2, V3> op)
    {
        var rows = Alignment<TRowKey>.Of(_rows, otherFrame._rows, rowKind, lookup);
        var columns = Alignment<TColumnKey>.Of(_columns, otherFrame._columns, columnKind);
        return new(rows.Keys, columns.Keys, Enumerable.Range(0, columns.Keys.Count).Select(c =>
        {
            var left = columns.Left[c] < 0 ? null : _data[columns.Left[c]].Take(rows.Left);
            var right = columns.Right[c] < 0 ? null : otherFrame._data[columns.Right[c]].Take(rows.Right);
            if (left is not null && right is not null
                && left.TryConvert<V1>(ConversionKind.Flexible, out var l) && right.TryConvert<V2>(ConversionKind.Flexible, out var r))
            {
                var both = Series<TRowKey, V1>.Both(op);
                return l.Map((i, value) => both(value, r[i]));
            }

            // A column that only one side has, or that is of another type: kept as it is, or missing where only results count.
            return pointwise ? Column<V3>.Sparse(new OptionalValue<V3>[rows.Keys.Count]) : left ?? right;
        }));
    }
}
