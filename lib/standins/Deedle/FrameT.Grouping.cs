using Deedle.Core;

namespace Deedle;

public partial class Frame<TRowKey, TColumnKey>
{
    public Frame<Tuple<TGroup, TRowKey>, TColumnKey> GroupRowsBy<TGroup>(TColumnKey colKey)
    {
        var labels = GetColumn<TGroup>(colKey).Vector;
        return Group(i => labels.Has(i)
            ? labels[i].Value
            : throw new InvalidOperationException($"Column '{Keys.Text(colKey)}' has no value at row '{Keys.Text(_rows[i])}'; drop or fill it before grouping."));
    }

    public Frame<Tuple<c, TRowKey>, TColumnKey> GroupRowsByIndex<c>(Func<TRowKey, c> keySelector) => Group(i => keySelector(_rows[i]));

    public Frame<Tuple<TGroup, TRowKey>, TColumnKey> GroupRowsUsing<TGroup>(Func<TRowKey, ObjectSeries<TColumnKey>, TGroup> f) =>
        Group(i => f(_rows[i], ObjectRowAt(i)));

    public Frame<int, TColumnKey> AggregateRowsBy<a, b>(
        IEnumerable<TColumnKey> groupBy, IEnumerable<TColumnKey> aggBy, Func<Series<TRowKey, a>, b> aggFunc)
    {
        var groupKeys = groupBy.Select(LocateColumn).Order().ToArray();
        if (groupKeys.Length == 0)
            throw new ArgumentException("Name at least one column to group by.", nameof(groupBy));
        var groups = Positions(LabelOf(groupKeys));
        var values = aggBy.ToArray();
        var firsts = groups.Select(g => g.Value[0]).ToArray();
        return new(
            Core.Keys.Ordinal(groups.Count),
            new Keys<TColumnKey>(groupKeys.Select(c => _columns[c]).Concat(values)),
            [
                .. groupKeys.Select(c => _data[c].Take(firsts)),
                .. values.Select(GetColumn<a>).Select(column => Column<b>.Of([.. groups.Select(g => aggFunc(column.Take(g.Value)))])),
            ]);
    }

    public Frame<TNewRowIndex, TColumnKey> IndexRows<TNewRowIndex>(TColumnKey column) => IndexRows<TNewRowIndex>(column, false);

    public Frame<TNewRowIndex, TColumnKey> IndexRows<TNewRowIndex>(TColumnKey column, bool keepColumn)
    {
        // Rows without a key are left out.
        var keys = GetColumn<TNewRowIndex>(column).Vector;
        var rows = Enumerable.Range(0, RowCount).Where(keys.Has).ToArray();
        var frame = keepColumn ? this : TakeColumns(Enumerable.Range(0, ColumnCount).Where(c => c != LocateColumn(column)));
        return new(new Keys<TNewRowIndex>(rows.Select(i => keys[i].Value)), frame._columns, frame._data.Select(c => c.Take(rows)));
    }

    internal Func<int, Label> LabelOf(int[] columns) => row => new Label(Array.ConvertAll(columns, c => _data[c].ObjectAt(row)));

    /// <summary>The rows' positions by group, groups in order of appearance.</summary>
    internal List<KeyValuePair<TGroup, int[]>> Positions<TGroup>(Func<int, TGroup> labelAt) =>
        [.. Enumerable.Range(0, RowCount).GroupBy(labelAt).Select(g => new KeyValuePair<TGroup, int[]>(g.Key, [.. g]))];

    private Frame<Tuple<TGroup, TRowKey>, TColumnKey> Group<TGroup>(Func<int, TGroup> labelAt)
    {
        var groups = Positions(labelAt);
        var keys = groups.SelectMany(g => g.Value.Select(i => Tuple.Create(g.Key, _rows[i])));
        var rows = groups.SelectMany(g => g.Value).ToArray();
        return new(new Keys<Tuple<TGroup, TRowKey>>(keys), _columns, _data.Select(c => c.Take(rows)));
    }
}
