using Deedle.Core;

namespace Deedle;

/// <summary>Columns of different types over the same row keys. Only adding, dropping, replacing and renaming columns change it.</summary>
public partial class Frame<TRowKey, TColumnKey>
{
    private Keys<TRowKey> _rows;
    private Keys<TColumnKey> _columns;
    private Column[] _data;

    public Frame(IEnumerable<TColumnKey> names, IEnumerable<ISeries<TRowKey>> columns)
    {
        var all = columns.ToList();
        _columns = new Keys<TColumnKey>(names);
        if (_columns.Count != all.Count)
            throw new ArgumentException($"There are {_columns.Count} names and {all.Count} columns.", nameof(columns));
        _rows = Alignment<TRowKey>.Union([.. all.Select(c => c.KeyIndex)]);
        _data = [.. all.Select(c => Assemble.Realign(c, _rows))];
    }

    internal Frame(Keys<TRowKey> rows, Keys<TColumnKey> columns, IEnumerable<Column> data)
    {
        _rows = rows;
        _columns = columns;
        _data = [.. data];
    }

    public int RowCount => _rows.Count;

    public int ColumnCount => _columns.Count;

    public bool IsEmpty => RowCount == 0 || ColumnCount == 0;

    public IEnumerable<TRowKey> RowKeys => _rows.All;

    public IEnumerable<TColumnKey> ColumnKeys => _columns.All;

    public IEnumerable<Type> ColumnTypes => _data.Select(c => c.ElementType);

    public ColumnSeries<TRowKey, TColumnKey> Columns => SomeColumns(_ => true);

    public ColumnSeries<TRowKey, TColumnKey> ColumnsDense =>
        SomeColumns(c => Enumerable.Range(0, RowCount).All(_data[c].Has));

    public RowSeries<TRowKey, TColumnKey> Rows => SomeRows(_ => true);

    public RowSeries<TRowKey, TColumnKey> RowsDense => SomeRows(r => _data.All(c => c.Has(r)));

    internal Keys<TRowKey> RowIndex => _rows;

    internal Keys<TColumnKey> ColumnIndex => _columns;

    internal Column[] Data => _data;

    public object this[TColumnKey column, TRowKey row]
    {
        get
        {
            var (c, r) = (LocateColumn(column), _rows.Locate(row, "row"));
            return _data[c].Has(r)
                ? _data[c].ObjectAt(r)
                : throw new MissingValueException(row, $"The value in column '{Keys.Text(column)}' at row '{Keys.Text(row)}' is missing.");
        }
    }

    public Series<TRowKey, double> this[TColumnKey column]
    {
        get => GetColumn<double>(column);
        set => ReplaceColumn(column, value);
    }

    public Frame<TRowKey, TColumnKey> Clone() => new(_rows, _columns, _data);

    public TRowKey GetRowKeyAt(int index) => _rows[CheckedRow(index)];

    public Series<TRowKey, R> GetColumn<R>(TColumnKey column) => ColumnAt<R>(LocateColumn(column));

    public Series<TRowKey, R> GetColumn<R>(TColumnKey column, Lookup lookup)
    {
        var at = _columns.Find(column, lookup, _ => true);
        return at >= 0 ? ColumnAt<R>(at) : throw Keys.NotFound($"column (looked up with {lookup})", column, _columns.All);
    }

    public Series<TRowKey, R> GetColumnAt<R>(int index) => index >= 0 && index < ColumnCount
        ? ColumnAt<R>(index)
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"The frame has {ColumnCount} columns.");

    public OptionalValue<Series<TRowKey, R>> TryGetColumn<R>(TColumnKey column, Lookup lookup) =>
        _columns.Find(column, lookup, _ => true) is >= 0 and var at ? new(ColumnAt<R>(at)) : default;

    public Series<TColumnKey, Series<TRowKey, R>> GetColumns<R>() => Columns.SelectOptional(c => c.Value.Value.TryAs<R>(ConversionKind.Safe));

    public IEnumerable<KeyValuePair<TColumnKey, Series<TRowKey, R>>> GetAllColumns<R>() => GetAllColumns<R>(ConversionKind.Flexible);

    public IEnumerable<KeyValuePair<TColumnKey, Series<TRowKey, R>>> GetAllColumns<R>(ConversionKind conversionKind) =>
        Columns.SelectOptional(c => c.Value.Value.TryAs<R>(conversionKind)).Observations;

    public IEnumerable<R> GetAllValues<R>() => GetAllColumns<R>(ConversionKind.Safe).SelectMany(c => c.Value.Values);

    public Series<TColumnKey, T> GetRow<T>(TRowKey rowKey) => RowAt<T>(_rows.Locate(rowKey, "row"));

    public Series<TColumnKey, T> GetRow<T>(TRowKey rowKey, Lookup lookup)
    {
        var at = _rows.Find(rowKey, lookup, _ => true);
        return at >= 0 ? RowAt<T>(at) : throw Keys.NotFound($"row (looked up with {lookup})", rowKey, _rows.All);
    }

    public Series<TColumnKey, T> GetRowAt<T>(int index) => RowAt<T>(CheckedRow(index));

    public OptionalValue<Series<TColumnKey, T>> TryGetRow<T>(TRowKey rowKey) => TryGetRow<T>(rowKey, Lookup.Exact);

    public OptionalValue<Series<TColumnKey, T>> TryGetRow<T>(TRowKey rowKey, Lookup lookup) =>
        _rows.Find(rowKey, lookup, _ => true) is >= 0 and var at ? new(RowAt<T>(at)) : default;

    public Series<TRowKey, Series<TColumnKey, R>> GetRows<R>() => Rows.SelectOptional(r => r.Value.Value.TryAs<R>(ConversionKind.Safe));

    public R[,] ToArray2D<R>(R defaultValue)
    {
        var array = new R[RowCount, ColumnCount];
        for (var c = 0; c < ColumnCount; c++)
        {
            var column = ColumnAt<R>(c).Vector;
            for (var r = 0; r < RowCount; r++)
                array[r, c] = column[r].OrDefault(defaultValue);
        }

        return array;
    }

    public R[,] ToArray2D<R>() => ToArray2D(typeof(R) == typeof(double) ? (R)(object)double.NaN : default);

    public override bool Equals(object another) =>
        another is Frame<TRowKey, TColumnKey> other && _rows.SequenceEqual(other._rows) && _columns.SequenceEqual(other._columns)
        && _data.Zip(other._data).All(pair => pair.First.Objects.SequenceEqual(pair.Second.Objects));

    public override int GetHashCode() => HashCode.Combine(RowCount, ColumnCount);

    internal Frame<TRowKey, TColumnKey> TakeRows(int[] positions) => new(_rows.Take(positions), _columns, _data.Select(c => c.Take(positions)));

    internal Frame<TRowKey, TColumnKey> TakeColumns(IEnumerable<int> positions)
    {
        var all = positions.ToArray();
        return new(_rows, _columns.Take(all), all.Select(p => _data[p]));
    }

    internal Frame<TRowKey, TColumnKey> PickColumns(IEnumerable<TColumnKey> keys) => TakeColumns([.. keys.Select(LocateColumn)]);

    internal Frame<TRowKey, TColumnKey> PickRows(IEnumerable<TRowKey> keys) => TakeRows([.. keys.Select(k => _rows.Locate(k, "row"))]);

    internal Frame<TRowKey, TColumnKey> RealignRows(Keys<TRowKey> keys) =>
        new(keys, _columns, _data.Select(c => c.Take([.. keys.All.Select(_rows.Find)])));

    internal int LocateColumn(TColumnKey column) => _columns.Locate(column, "column");

    internal ObjectSeries<TRowKey> ObjectColumnAt(int column) => new(_rows, _data[column]);

    internal ObjectSeries<TColumnKey> ObjectRowAt(int row) =>
        new(_columns, Column<object>.Sparse(_data.Select(c => c.Has(row) ? new OptionalValue<object>(c.ObjectAt(row)) : default)));

    private Series<TRowKey, R> ColumnAt<R>(int column) => new(_rows, _data[column].Convert<R>(
        ConversionKind.Flexible, row => $"Column '{Keys.Text(_columns[column])}', row '{Keys.Text(_rows[row])}'"));

    private Series<TColumnKey, T> RowAt<T>(int row) => new(_columns, ObjectRowAt(row).Vector.Convert<T>(
        ConversionKind.Flexible, column => $"Row '{Keys.Text(_rows[row])}', column '{Keys.Text(_columns[column])}'"));

    private ColumnSeries<TRowKey, TColumnKey> SomeColumns(Func<int, bool> isIncluded)
    {
        var positions = Enumerable.Range(0, ColumnCount).Where(isIncluded).ToArray();
        var frame = TakeColumns(positions);
        return new(frame, frame._columns, Column<ObjectSeries<TRowKey>>.Lazy(positions.Length, frame.ObjectColumnAt));
    }

    private FrameRows<TRowKey, TColumnKey> SomeRows(Func<int, bool> isIncluded)
    {
        var positions = Enumerable.Range(0, RowCount).Where(isIncluded).ToArray();
        var frame = positions.Length == RowCount ? Clone() : TakeRows(positions);
        return new(frame, frame._rows, Column<ObjectSeries<TColumnKey>>.Lazy(positions.Length, frame.ObjectRowAt));
    }

    private int CheckedRow(int index) => index >= 0 && index < RowCount
        ? index
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"The frame has {RowCount} rows.");
}
