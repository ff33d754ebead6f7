namespace Deedle;

public static partial class SeriesExtensions
{
    /// <summary>Later keys with earlier values: the key at i gets the value at i - offset.</summary>
    public static Series<K, V> Shift<K, V>(this Series<K, V> series, int offset)
    {
        var count = Math.Max(0, series.KeyCount - Math.Abs(offset));
        var (keys, values) = offset > 0 ? (offset, 0) : (0, -offset);
        return new(
            series.Index.Take([.. Enumerable.Range(keys, count)]),
            series.Vector.TakeTyped([.. Enumerable.Range(values, count)]));
    }

    public static Series<K, double> Diff<K>(this Series<K, double> series, int offset) => Against(series, offset, (now, before) => now - before);

    public static Series<K, float> Diff<K>(this Series<K, float> series, int offset) => Against(series, offset, (now, before) => now - before);

    public static Series<K, decimal> Diff<K>(this Series<K, decimal> series, int offset) => Against(series, offset, (now, before) => now - before);

    public static Series<K, int> Diff<K>(this Series<K, int> series, int offset) => Against(series, offset, (now, before) => now - before);

    public static Series<K, double> PctChange<K>(this Series<K, double> series, int offset) =>
        Against(series, offset, (now, before) => (now - before) / before);

    /// <summary>Every run of neighbours of this size, each under its last key.</summary>
    public static Series<K, Series<K, V>> Window<K, V>(this Series<K, V> series, int size) => series.WindowInto(size, w => w);

    public static Series<K, U> WindowInto<K, V, U>(this Series<K, V> series, int size, Func<Series<K, V>, U> reduce)
    {
        var starts = Enumerable.Range(0, Math.Max(0, series.KeyCount - Positive(size) + 1));
        return Parts(series, starts.Select(s => Enumerable.Range(s, size)), part => part.LastKey(), reduce);
    }

    /// <summary>Neighbours in groups of this size, the last one possibly smaller, each under its first key.</summary>
    public static Series<K, Series<K, V>> Chunk<K, V>(this Series<K, V> series, int size) => series.ChunkInto(size, c => c);

    public static Series<K, U> ChunkInto<K, V, U>(this Series<K, V> series, int size, Func<Series<K, V>, U> reduce) =>
        Parts(series, Enumerable.Range(0, series.KeyCount).Chunk(Positive(size)), part => part.FirstKey(), reduce);

    private static Series<K, U> Parts<K, V, U>(
        Series<K, V> series, IEnumerable<IEnumerable<int>> positions, Func<Series<K, V>, K> keyOf, Func<Series<K, V>, U> reduce)
    {
        series.Index.RequireOrder();
        return positions.Select(p => series.Take([.. p])).Select(part => KeyValue.Create(keyOf(part), reduce(part))).ToSeries();
    }

    private static Series<K, T> Against<K, T>(Series<K, T> series, int offset, Func<T, T, T> f)
    {
        var before = series.Shift(offset);
        return series.Combine(before, JoinKind.Right, Lookup.Exact, Series<K, T>.Both(f));
    }

    private static int Positive(int size) =>
        size > 0 ? size : throw new ArgumentOutOfRangeException(nameof(size), size, "A window or chunk has at least one element.");
}
