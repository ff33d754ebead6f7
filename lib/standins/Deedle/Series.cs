using Deedle.Core;

namespace Deedle;

/// <summary>Values by key, some of them possibly missing; never changed once made.</summary>
public partial class Series<K, V> : ISeries<K>
{
    public Series(IEnumerable<KeyValuePair<K, V>> pairs)
        : this([.. pairs])
    {
    }

    public Series(IEnumerable<K> keys, IEnumerable<V> values)
        : this(keys.ToArray(), values.ToArray())
    {
    }

    public Series(K[] keys, V[] values)
        : this(new Keys<K>(keys), Column<V>.Of([.. values]))
    {
    }

    internal Series(Keys<K> index, Column<V> vector)
    {
        if (index.Count != vector.Count)
            throw new ArgumentException($"There are {index.Count} keys and {vector.Count} values; a series needs as many of one as of the other.");
        Index = index;
        Vector = vector;
    }

    private Series(KeyValuePair<K, V>[] pairs)
        : this(Array.ConvertAll(pairs, p => p.Key), Array.ConvertAll(pairs, p => p.Value))
    {
    }

    public IEnumerable<K> Keys => Index.All;

    public IEnumerable<V> Values => Vector.All.Where(v => v.HasValue).Select(v => v.Value);

    public IEnumerable<V> ValuesAll => Vector.All.Select(v => v.ValueOrDefault);

    public IEnumerable<KeyValuePair<K, V>> Observations =>
        ObservationsAll.Where(o => o.Value.HasValue).Select(o => new KeyValuePair<K, V>(o.Key, o.Value.Value));

    public IEnumerable<KeyValuePair<K, OptionalValue<V>>> ObservationsAll =>
        Index.All.Select((key, i) => new KeyValuePair<K, OptionalValue<V>>(key, Vector[i]));

    public bool IsEmpty => KeyCount == 0;

    public bool IsOrdered => Index.IsOrdered;

    public Tuple<K, K> KeyRange
    {
        get
        {
            Index.RequireOrder();
            return Tuple.Create(GetKeyAt(0), GetKeyAt(KeyCount - 1));
        }
    }

    public int KeyCount => Index.Count;

    public int ValueCount => Enumerable.Range(0, Vector.Count).Count(Vector.Has);

    public Series<K, V> Reversed => Take([.. Enumerable.Range(0, KeyCount).Reverse()]);

    Keys<K> ISeries<K>.KeyIndex => Index;

    Column ISeries<K>.Column => TypedColumn;

    internal Keys<K> Index { get; }

    internal Column<V> Vector { get; }

    /// <summary>The values in the type that they have in common, where V is object and hides it.</summary>
    private protected virtual Column TypedColumn => typeof(V) == typeof(object) ? Column.Infer([.. Vector.Objects]) : Vector;

    public V this[K a] => Get(a);

    public Series<K, V> this[IEnumerable<K> items] => GetItems(items);

    public V Get(K key) => At(Index.Locate(key, "key"));

    public V Get(K key, Lookup lookup) => GetObservation(key, lookup).Value;

    public OptionalValue<V> TryGet(K key) => Index.Find(key) is >= 0 and var at ? Vector[at] : default;

    public OptionalValue<V> TryGet(K key, Lookup lookup) => Index.Find(key, lookup, Vector.Has) is >= 0 and var at ? Vector[at] : default;

    public KeyValuePair<K, V> GetObservation(K key) => new(key, Get(key));

    public KeyValuePair<K, V> GetObservation(K key, Lookup lookup)
    {
        var observation = TryGetObservation(key, lookup);
        return observation.HasValue ? observation.Value : throw Core.Keys.NotFound($"key (looked up with {lookup})", key, Index.All);
    }

    public OptionalValue<KeyValuePair<K, OptionalValue<V>>> TryGetObservation(K key) =>
        Index.Find(key) is >= 0 and var at ? new(new(key, Vector[at])) : default;

    public OptionalValue<KeyValuePair<K, V>> TryGetObservation(K key, Lookup lookup) =>
        Index.Find(key, lookup, Vector.Has) is >= 0 and var at ? new(new(Index[at], Vector[at].Value)) : default;

    OptionalValue<object> ISeries<K>.TryGetObject(K value) => TryGet(value) is { HasValue: true } found ? new(found.Value) : default;

    public V GetAt(int index) => At(Checked(index));

    public OptionalValue<V> TryGetAt(int index) => Vector[Checked(index)];

    public K GetKeyAt(int index) => Index[Checked(index)];

    public Series<K, V> GetItems(IEnumerable<K> keys) => GetItems(keys, Lookup.Exact);

    public Series<K, V> GetItems(IEnumerable<K> keys, Lookup lookup)
    {
        var index = new Keys<K>(keys);
        return new(index, Vector.TakeTyped([.. index.All.Select(k => Index.Find(k, lookup, Vector.Has))]));
    }

    public Series<K, V> Between(K lowerInclusive, K upperInclusive) =>
        InRange(k => Compare(k, lowerInclusive) >= 0 && Compare(k, upperInclusive) <= 0);

    public Series<K, V> After(K lowerExclusive) => InRange(k => Compare(k, lowerExclusive) > 0);

    public Series<K, V> Before(K upperExclusive) => InRange(k => Compare(k, upperExclusive) < 0);

    public Series<K, V> StartAt(K lowerInclusive) => InRange(k => Compare(k, lowerInclusive) >= 0);

    public Series<K, V> EndAt(K upperInclusive) => InRange(k => Compare(k, upperInclusive) <= 0);

    public override bool Equals(object another) =>
        another is Series<K, V> other && Index.SequenceEqual(other.Index) && Vector.All.SequenceEqual(other.Vector.All);

    public override int GetHashCode() => HashCode.Combine(KeyCount, KeyCount == 0 ? default : GetKeyAt(0));

    internal Series<K, V> Take(int[] positions) => new(Index.Take(positions), Vector.TakeTyped(positions));

    private static int Compare(K left, K right) => Order<K>.Default.Compare(left, right);

    private Series<K, V> InRange(Func<K, bool> isInside)
    {
        Index.RequireOrder();
        return Take([.. Enumerable.Range(0, KeyCount).Where(i => isInside(Index[i]))]);
    }

    private V At(int position) => Vector.Has(position)
        ? Vector[position].Value
        : throw new MissingValueException(Index[position], $"The value at the key '{Core.Keys.Text(Index[position])}' is missing.");

    private int Checked(int index) => index >= 0 && index < KeyCount
        ? index
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"The series has {KeyCount} keys.");
}
