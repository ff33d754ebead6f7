using System.Runtime.InteropServices;
using Deedle.Core;

namespace Deedle;

public static partial class SeriesExtensions
{
    public static void Print<K, V>(this Series<K, V> series) => Console.WriteLine(series.Format());

    public static Series<K, double> Log<K>(this Series<K, double> series) => series.SelectValues(Math.Log);

    public static bool ContainsKey<K, T>(this Series<K, T> series, K key) => series.Index.Find(key) >= 0;

    public static IEnumerable<KeyValuePair<K, OptionalValue<T>>> GetAllObservations<K, T>(this Series<K, T> series) => series.ObservationsAll;

    public static IEnumerable<OptionalValue<T>> GetAllValues<K, T>(this Series<K, T> series) => series.Vector.All;

    public static IEnumerable<KeyValuePair<K, T>> GetObservations<K, T>(this Series<K, T> series) => series.Observations;

    public static K FirstKey<K, V>(this Series<K, V> series) => series.GetKeyAt(0);

    public static K LastKey<K, V>(this Series<K, V> series) => series.GetKeyAt(series.KeyCount - 1);

    public static V FirstValue<K, V>(this Series<K, V> series) => series.GetAt(0);

    public static V LastValue<K, V>(this Series<K, V> series) => series.GetAt(series.KeyCount - 1);

    public static Series<K, T> Flatten<K, T>(this Series<K, OptionalValue<T>> series) =>
        series.SelectOptional(o => o.Value.HasValue ? o.Value.Value : default);

    public static Series<K, V> DropMissing<K, V>(this Series<K, V> series) => series.WhereOptional(o => o.Value.HasValue);

    public static Series<K, T> FillMissing<K, T>(this Series<K, T> series, T value) => series.FillMissing(_ => value);

    public static Series<K, T> FillMissing<K, T>(this Series<K, T> series, [Optional] Direction direction) =>
        new(series.Index, series.Vector.FillTyped(direction));

    public static Series<K, T> FillMissing<K, T>(this Series<K, T> series, Func<K, T> filler) =>
        series.SelectOptional(o => o.Value.HasValue ? o.Value : new(filler(o.Key)));

    public static Series<K, T> ReplaceValue<K, T>(this Series<K, T> series, T oldValue, T newValue) =>
        series.SelectValues(v => EqualityComparer<T>.Default.Equals(v, oldValue) ? newValue : v);

    /// <summary>Missing values come first, equal ones keep their order.</summary>
    public static Series<K, V> SortWith<K, V>(this Series<K, V> series, Comparer<V> cmp) => Sorted(series, series.Vector, cmp);

    public static Series<K, V> Sort<K, V>(this Series<K, V> series) => series.SortWith(Order<V>.Default);

    public static Series<K, V> SortBy<K, V, V2>(this Series<K, V> series, Func<V, V2> f) =>
        Sorted(series, series.SelectValues(f).Vector, Order<V2>.Default);

    public static Series<K, T> SortByKey<K, T>(this Series<K, T> series) =>
        series.Take([.. Enumerable.Range(0, series.KeyCount).OrderBy(i => series.Index[i], Order<K>.Default)]);

    public static Series<K, T> OrderByKey<K, T>(this Series<K, T> series) => series.SortByKey();

    public static Series<K, R> ZipInto<K, V1, V2, R>(this Series<K, V1> series1, Series<K, V2> series2, Func<V1, V2, R> op) =>
        series1.ZipInto(series2, op, JoinKind.Inner);

    public static Series<K, R> ZipAlignInto<K, V1, V2, R>(
        this Series<K, V1> series1, Series<K, V2> series2, Func<OptionalValue<V1>, OptionalValue<V2>, OptionalValue<R>> op, JoinKind kind, Lookup lookup) =>
        series1.Combine(series2, kind, lookup, op);

    internal static Series<K, R> ZipInto<K, V1, V2, R>(this Series<K, V1> series1, Series<K, V2> series2, Func<V1, V2, R> op, JoinKind kind) =>
        series1.Combine(series2, kind, Lookup.Exact, Series<K, V1>.Both(op));

    private static Series<K, V> Sorted<K, V, V2>(Series<K, V> series, Column<V2> by, IComparer<V2> order) => series.Take(
        [.. Enumerable.Range(0, series.KeyCount).OrderBy(by.Has).ThenBy(i => by[i].ValueOrDefault, order)]);
}
