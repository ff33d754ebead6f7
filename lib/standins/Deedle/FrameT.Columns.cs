using Deedle.Core;

namespace Deedle;

public partial class Frame<TRowKey, TColumnKey>
{
    public void AddColumn<V>(TColumnKey column, IEnumerable<V> series)
    {
        var values = series.ToArray();
        if (_columns.Count == 0 && RowCount == 0)
        {
            AddColumn(column, Core.Keys.Ordinal(values.Length) is Keys<TRowKey> ordinal
                ? new Series<TRowKey, V>(ordinal, Column<V>.Of(values))
                : throw new InvalidOperationException("A frame without rows takes plain values only where its row keys are integers; add a series."));
            return;
        }

        // Padded with missing values where there are too few, cut where there are too many.
        var padded = Enumerable.Range(0, RowCount).Select(i => i < values.Length ? new OptionalValue<V>(values[i]) : default);
        AddColumn(column, new Series<TRowKey, V>(_rows, Column<V>.Sparse(padded)));
    }

    public void AddColumn(TColumnKey column, ISeries<TRowKey> series) => AddColumn<object>(column, series, Lookup.Exact);

    public void AddColumn<V>(TColumnKey column, ISeries<TRowKey> series, Lookup lookup)
    {
        if (_columns.Find(column) >= 0)
            throw new ArgumentException($"There already is a column '{Keys.Text(column)}'; use ReplaceColumn.", nameof(column));
        if (_columns.Count == 0 && RowCount == 0)
            _rows = series.KeyIndex;
        if (lookup != Lookup.Exact)
            series.KeyIndex.RequireOrder();
        _data = [.. _data, Assemble.Realign(series, _rows, lookup)];
        _columns = new Keys<TColumnKey>(_columns.All.Append(column));
    }

    public void DropColumn(TColumnKey column)
    {
        var at = LocateColumn(column);
        _columns = new Keys<TColumnKey>(_columns.All.Where((_, i) => i != at));
        _data = [.. _data.Where((_, i) => i != at)];
    }

    public void ReplaceColumn(TColumnKey column, ISeries<TRowKey> series)
    {
        if (_columns.Find(column) >= 0)
            DropColumn(column);
        AddColumn(column, series);
    }

    public void ReplaceColumn<V>(TColumnKey column, IEnumerable<V> data) =>
        ReplaceColumn(column, new Series<TRowKey, V>(_rows, Column<V>.Of([.. data])));

    public void RenameColumns(IEnumerable<TColumnKey> columnKeys)
    {
        var keys = new Keys<TColumnKey>(columnKeys);
        _columns = keys.Count == ColumnCount
            ? keys
            : throw new ArgumentException($"There are {ColumnCount} columns and {keys.Count} new names.", nameof(columnKeys));
    }

    public void RenameColumn(TColumnKey oldKey, TColumnKey newKey)
    {
        var at = LocateColumn(oldKey);
        RenameColumns(_columns.All.Select((key, i) => i == at ? newKey : key));
    }

    public void RenameColumns(Func<TColumnKey, TColumnKey> mapping) => RenameColumns(_columns.All.Select(mapping));

    public Frame<TRowKey, TColumnKey> ColumnApply<T>(Func<Series<TRowKey, T>, ISeries<TRowKey>> f) => ColumnApply(ConversionKind.Safe, f);

    public Frame<TRowKey, TColumnKey> ColumnApply<T>(ConversionKind conversionKind, Func<Series<TRowKey, T>, ISeries<TRowKey>> f) =>
        new(_columns.All, Columns.Values.Select(column => column.TryAs<T>(conversionKind) is { HasValue: true } typed ? f(typed.Value) : column));

    public Frame<TRowKey, TColumnKey> SelectValues<T1, T2>(Func<T1, T2> f) => ColumnApply<T1>(s => s.SelectValues(f));

    public Frame<TRowKey, TColumnKey> Select<T1, T2>(Func<TRowKey, TColumnKey, T1, T2> f) =>
        new(_columns.All, Columns.Observations.Select(column => column.Value.TryAs<T1>(ConversionKind.Safe) is { HasValue: true } typed
            ? (ISeries<TRowKey>)typed.Value.Select(kvp => f(kvp.Key, column.Key, kvp.Value))
            : column.Value));
}
