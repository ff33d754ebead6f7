namespace Deedle.Core;

/// <summary>Frames from series that need not have the same keys.</summary>
internal static class Assemble
{
    public static Frame<R, C> FromColumns<R, C>(IEnumerable<KeyValuePair<C, ISeries<R>>> columns)
    {
        var all = columns.ToList();
        var rows = Alignment<R>.Union([.. all.Select(c => c.Value.KeyIndex)]);
        return new Frame<R, C>(rows, new Keys<C>(all.Select(c => c.Key)), all.Select(c => Realign(c.Value, rows)));
    }

    public static Frame<R, C> FromRows<R, C>(IEnumerable<KeyValuePair<R, ISeries<C>>> rows)
    {
        var all = rows.ToList();
        var columns = new Keys<C>(all.SelectMany(r => r.Value.KeyIndex.All).Distinct());
        var data = columns.All.Select(key => Column.Infer([.. all.Select(row =>
            row.Value.KeyIndex.Find(key) is >= 0 and var at ? row.Value.Column.ObjectAt(at) : null)]));
        return new Frame<R, C>(new Keys<R>(all.Select(r => r.Key)), columns, data);
    }

    public static Column Realign<R>(ISeries<R> series, Keys<R> keys, Lookup lookup = Lookup.Exact) =>
        series.KeyIndex.SequenceEqual(keys)
            ? series.Column
            : series.Column.Take([.. keys.All.Select(k => series.KeyIndex.Find(k, lookup, series.Column.Has))]);
}
