using Deedle.Core;

namespace Deedle;

public partial class Series<K, V>
{
    public Series<K, V> Where(Func<KeyValuePair<K, V>, bool> f) => Where((kvp, _) => f(kvp));

    public Series<K, V> Where(Func<KeyValuePair<K, V>, int, bool> f) =>
        Take([.. Enumerable.Range(0, KeyCount).Where(i => Vector.Has(i) && f(new(Index[i], Vector[i].Value), i))]);

    public Series<K, V> WhereOptional(Func<KeyValuePair<K, OptionalValue<V>>, bool> f) =>
        Take([.. Enumerable.Range(0, KeyCount).Where(i => f(new(Index[i], Vector[i])))]);

    public Series<K, R> Select<R>(Func<KeyValuePair<K, V>, R> f) => Select((kvp, _) => f(kvp));

    public Series<K, R> Select<R>(Func<KeyValuePair<K, V>, int, R> f) =>
        new(Index, Vector.Map(Lift((value, i) => f(new(Index[i], value), i))));

    public Series<K, R> SelectOptional<R>(Func<KeyValuePair<K, OptionalValue<V>>, OptionalValue<R>> f) =>
        new(Index, Vector.Map((i, value) => f(new(Index[i], value))));

    public Series<K, T> SelectValues<T>(Func<V, T> f) => new(Index, Vector.Map(Lift((value, _) => f(value))));

    public Series<R, V> SelectKeys<R>(Func<KeyValuePair<K, OptionalValue<V>>, R> f) => new(new Keys<R>(ObservationsAll.Select(f)), Vector);

    public Series<K, S> ScanValues<S>(Func<S, V, S> foldFunc, S init)
    {
        var state = init;
        return new(Index, Vector.Map(Lift((value, _) => state = foldFunc(state, value))));
    }

    public Series<K, V> Merge(Series<K, V> otherSeries) => Merge([otherSeries]);

    public Series<K, V> Merge(IEnumerable<Series<K, V>> otherSeries) => Merge(otherSeries.ToArray());

    public Series<K, V> Merge(params Series<K, V>[] otherSeries)
    {
        Series<K, V>[] all = [this, .. otherSeries];
        var index = Alignment<K>.Union([.. all.Select(s => s.Index)]);
        return new(index, Column<V>.Sparse(index.All.Select(key =>
        {
            var found = all.Select(s => s.TryGet(key)).Where(v => v.HasValue).ToList();
            return found.Count < 2 ? found.FirstOrDefault() : throw Twice(key);
        })));
    }

    public Series<K, V> Merge(Series<K, V> another, UnionBehavior behavior)
    {
        if (behavior == UnionBehavior.Exclusive)
            return Merge(another);
        var (first, second) = behavior == UnionBehavior.PreferRight ? (another, this) : (this, another);
        var index = Alignment<K>.Union([Index, another.Index]);
        return new(index, Column<V>.Sparse(index.All.Select(key => first.TryGet(key) is { HasValue: true } value ? value : second.TryGet(key))));
    }

    public Series<K, V> Replace(K[] keys, V value) => Select(kvp => keys.Contains(kvp.Key) ? value : kvp.Value);

    public Series<K, V> Replace(K key, V value) => Replace([key], value);

    public Series<K, Tuple<OptionalValue<V>, OptionalValue<V2>>> Zip<V2>(Series<K, V2> otherSeries) => Zip(otherSeries, JoinKind.Outer);

    public Series<K, Tuple<OptionalValue<V>, OptionalValue<V2>>> Zip<V2>(Series<K, V2> otherSeries, JoinKind kind) =>
        Zip(otherSeries, kind, Lookup.Exact);

    public Series<K, Tuple<OptionalValue<V>, OptionalValue<V2>>> Zip<V2>(Series<K, V2> otherSeries, JoinKind kind, Lookup lookup) =>
        Combine(otherSeries, kind, lookup, static (l, r) => new OptionalValue<Tuple<OptionalValue<V>, OptionalValue<V2>>>(Tuple.Create(l, r)));

    public Series<K, Tuple<V, V2>> ZipInner<V2>(Series<K, V2> otherSeries) =>
        Combine(otherSeries, JoinKind.Inner, Lookup.Exact, Both<V2, Tuple<V, V2>>(Tuple.Create)).DropMissing();

    public Series<K, Tuple<V, V>> Pairwise() => new(
        Index.Take([.. Enumerable.Range(1, Math.Max(0, KeyCount - 1))]),
        Column<Tuple<V, V>>.Sparse(Enumerable.Range(1, Math.Max(0, KeyCount - 1)).Select(i => Both<V, Tuple<V, V>>(Tuple.Create)(Vector[i - 1], Vector[i]))));

    public Series<TNewKey, Series<K, V>> GroupBy<TNewKey>(Func<KeyValuePair<K, V>, TNewKey> keySelector) =>
        GroupPositions(i => Vector.Has(i), i => keySelector(new(Index[i], Vector[i].Value)));

    public Series<K, V> Realign(IEnumerable<K> newKeys) => GetItems(newKeys);

    public Series<int, V> IndexOrdinally() => new(Core.Keys.Ordinal(KeyCount), Vector);

    public Series<TNewKey, V> IndexWith<TNewKey>(IEnumerable<TNewKey> keys) => new(new Keys<TNewKey>(keys), Vector);

    /// <summary>The series of the given observations' groups, in order of appearance.</summary>
    internal Series<TNewKey, Series<K, V>> GroupPositions<TNewKey>(Func<int, bool> isIncluded, Func<int, TNewKey> keyAt)
    {
        var groups = Enumerable.Range(0, KeyCount).Where(isIncluded).GroupBy(keyAt).ToList();
        return new(new Keys<TNewKey>(groups.Select(g => g.Key)), Column<Series<K, V>>.Of([.. groups.Select(g => Take([.. g]))]));
    }

    internal Series<K, R> Combine<V2, R>(
        Series<K, V2> other, JoinKind kind, Lookup lookup, Func<OptionalValue<V>, OptionalValue<V2>, OptionalValue<R>> f)
    {
        var (keys, left, right) = Alignment<K>.Of(Index, other.Index, kind, lookup, kind == JoinKind.Right ? Vector.Has : other.Vector.Has);
        var (l, r) = (Vector.TakeTyped(left), other.Vector.TakeTyped(right));
        return new(keys, l.Map((i, value) => f(value, r[i])));
    }

    /// <summary>An operation that has a result where both sides have a value.</summary>
    internal static Func<OptionalValue<V>, OptionalValue<V2>, OptionalValue<R>> Both<V2, R>(Func<V, V2, R> f) =>
        (l, r) => l.HasValue && r.HasValue ? new(f(l.Value, r.Value)) : default;

    private static Func<int, OptionalValue<V>, OptionalValue<R>> Lift<R>(Func<V, int, R> f) =>
        (i, value) => value.HasValue ? new(f(value.Value, i)) : default;

    private static InvalidOperationException Twice(K key) =>
        new($"More than one series has a value at the key '{Core.Keys.Text(key)}'; say which to prefer with UnionBehavior.");
}
