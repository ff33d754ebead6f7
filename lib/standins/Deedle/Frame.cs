using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using Deedle.Core;
using Deedle.Csv;

namespace Deedle;

public static class Frame
{
    public static Frame<int, string> ReadCsv(
        string location, [Optional] bool? hasHeaders, [Optional] bool? inferTypes, [Optional] int? inferRows, [Optional] string schema,
        [Optional] string separators, [Optional] string culture, [Optional] int? maxRows, [Optional] string[] missingValues,
        [Optional] bool preferOptions, [Optional] Encoding encoding)
    {
        using var stream = new FileStream(location, FileMode.Open, FileAccess.Read, FileShare.Read);
        return CsvSource.Read(stream, new CsvSettings(location, hasHeaders, inferTypes, inferRows, schema, separators, culture, maxRows, missingValues, encoding));
    }

    public static Frame<int, string> ReadCsv(
        Stream stream, [Optional] bool? hasHeaders, [Optional] bool? inferTypes, [Optional] int? inferRows, [Optional] string schema,
        [Optional] string separators, [Optional] string culture, [Optional] int? maxRows, [Optional] string[] missingValues,
        [Optional] bool? preferOptions, [Optional] Encoding encoding) =>
        CsvSource.Read(stream, new CsvSettings(
            (stream as FileStream)?.Name ?? "the CSV stream", hasHeaders, inferTypes, inferRows, schema, separators, culture, maxRows, missingValues, encoding));

    public static Frame<ColKey, int> FromColumns<ColKey, V>(IEnumerable<Series<ColKey, V>> cols) =>
        Assemble.FromColumns(cols.Select((s, i) => KeyValue.Create(i, (ISeries<ColKey>)s)));

    public static Frame<RowKey, ColKey> FromColumns<ColKey, RowKey, V>(IEnumerable<KeyValuePair<ColKey, Series<RowKey, V>>> columns) =>
        Assemble.FromColumns(columns.Select(c => KeyValue.Create(c.Key, (ISeries<RowKey>)c.Value)));

    public static Frame<RowKey, ColKey> FromColumns<ColKey, RowKey>(IEnumerable<KeyValuePair<ColKey, ObjectSeries<RowKey>>> columns) =>
        Assemble.FromColumns(columns.Select(c => KeyValue.Create(c.Key, (ISeries<RowKey>)c.Value)));

    public static Frame<TRowKey, TColKey> FromColumns<TColKey, TRowKey>(Series<TColKey, ObjectSeries<TRowKey>> cols) =>
        FromColumns<TColKey, TRowKey>(cols.Observations);

    public static Frame<TRowKey, TColKey> FromColumns<TColKey, TRowKey, V>(Series<TColKey, Series<TRowKey, V>> cols) =>
        FromColumns(cols.Observations);

    public static Frame<int, ColKey> FromRows<ColKey, V>(IEnumerable<Series<ColKey, V>> rows) =>
        Assemble.FromRows(rows.Select((s, i) => KeyValue.Create(i, (ISeries<ColKey>)s)));

    public static Frame<RowKey, ColKey> FromRows<RowKey, ColKey, V>(IEnumerable<KeyValuePair<RowKey, Series<ColKey, V>>> rows) =>
        Assemble.FromRows(rows.Select(r => KeyValue.Create(r.Key, (ISeries<ColKey>)r.Value)));

    public static Frame<RowKey, ColKey> FromRows<RowKey, ColKey>(IEnumerable<KeyValuePair<RowKey, ObjectSeries<ColKey>>> rows) =>
        Assemble.FromRows(rows.Select(r => KeyValue.Create(r.Key, (ISeries<ColKey>)r.Value)));

    public static Frame<TColKey, TRowKey> FromRows<TColKey, TRowKey>(Series<TColKey, ObjectSeries<TRowKey>> rows) =>
        FromRows<TColKey, TRowKey>(rows.Observations);

    public static Frame<TColKey, TRowKey> FromRows<TColKey, TRowKey, V>(Series<TColKey, Series<TRowKey, V>> rows) =>
        FromRows(rows.Observations);

    public static Frame<R, C> FromValues<T, C, R, V>(IEnumerable<T> values, Func<T, C> colSel, Func<T, R> rowSel, Func<T, V> valSel) =>
        Assemble.FromColumns(values.GroupBy(colSel).Select(g =>
            KeyValue.Create(g.Key, (ISeries<R>)new Series<R, V>(g.Select(v => KeyValue.Create(rowSel(v), valSel(v)))))));

    public static Frame<a, b> FromValues<a, b, c>(IEnumerable<Tuple<a, b, c>> values) =>
        FromValues(values, v => v.Item2, v => v.Item1, v => v.Item3);

    public static Frame<int, string> FromRecords<T>(IEnumerable<T> values)
    {
        var records = values.ToArray();
        return FromRecords(Keys.Ordinal(records.Length), records);
    }

    public static Frame<K, string> FromRecords<K, R>(Series<K, R> series) => FromRecords(series.Index, series.ValuesAll.ToArray());

    public static Frame<int, int> FromArray2D<T>(T[,] array) => new(
        Keys.Ordinal(array.GetLength(0)),
        Keys.Ordinal(array.GetLength(1)),
        Enumerable.Range(0, array.GetLength(1)).Select(c => Column<T>.Of([.. Enumerable.Range(0, array.GetLength(0)).Select(r => array[r, c])])));

    public static Frame<R, C> CreateEmpty<R, C>() => new(new Keys<R>([]), new Keys<C>([]), []);

    public static Frame<K, string> FromRowKeys<K>(IEnumerable<K> keys) => new(new Keys<K>(keys), new Keys<string>([]), []);

    /// <summary>A column for each public property, in the order of declaration.</summary>
    private static Frame<K, string> FromRecords<K, R>(Keys<K> keys, R[] records)
    {
        var properties = typeof(R).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanRead && p.GetIndexParameters().Length == 0).ToList();
        if (properties.Count == 0)
            throw new ArgumentException($"{typeof(R).Name} has no public properties to make columns of.");
        return new(
            keys,
            new Keys<string>(properties.Select(p => p.Name)),
            properties.Select(p => Column.OfType(p.PropertyType, [.. records.Select(r => r is null ? null : p.GetValue(r))])));
    }
}
