using Deedle.Core;

namespace Deedle;

public static class EnumerableExtensions
{
    public static Series<K, V> ToSeries<K, V>(this IEnumerable<KeyValuePair<K, V>> observations) => new(observations);

    public static Series<K, V> ToSparseSeries<K, V>(this IEnumerable<KeyValuePair<K, OptionalValue<V>>> observations)
    {
        var all = observations.ToArray();
        return new Series<K, V>(new Keys<K>(all.Select(o => o.Key)), Column<V>.Sparse(all.Select(o => o.Value)));
    }

    public static Series<int, V> ToOrdinalSeries<V>(this IEnumerable<V> observations)
    {
        var values = observations.ToArray();
        return new Series<int, V>(Keys.Ordinal(values.Length), Column<V>.Of(values));
    }
}
