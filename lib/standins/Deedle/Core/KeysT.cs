namespace Deedle.Core;

/// <summary>Unique keys in their order, and where each stands.</summary>
internal sealed class Keys<K>
{
    private readonly K[] _keys;
    private readonly Dictionary<K, int> _positions;
    private readonly Lazy<bool> _isOrdered;

    public Keys(IEnumerable<K> keys)
    {
        _keys = [.. keys];
        _positions = new Dictionary<K, int>(_keys.Length);
        for (var i = 0; i < _keys.Length; i++)
        {
            if (_keys[i] is null)
                throw new ArgumentException($"The key at position {i} is null; keys must have a value.", nameof(keys));
            if (!_positions.TryAdd(_keys[i], i))
                throw new ArgumentException($"The key '{Keys.Text(_keys[i])}' occurs twice, at positions {_positions[_keys[i]]} and {i}; keys must be unique.", nameof(keys));
        }

        _isOrdered = new(() => _keys.Length < 2 || (_keys.All(k => Order.IsComparable(k))
            && Enumerable.Range(1, _keys.Length - 1).All(i => Order<K>.Default.Compare(_keys[i - 1], _keys[i]) < 0)));
    }

    public int Count => _keys.Length;

    public IReadOnlyList<K> All => _keys;

    public bool IsOrdered => _isOrdered.Value;

    public K this[int position] => _keys[position];

    public int Find(K key) => key is not null && _positions.TryGetValue(key, out var position) ? position : -1;

    /// <summary>The nearest position in the given direction at which there is something, or -1.</summary>
    public int Find(K key, Lookup lookup, Func<int, bool> usable)
    {
        var exact = Find(key);
        if (lookup == Lookup.Exact || (lookup.HasFlag(Lookup.Exact) && exact >= 0 && usable(exact)))
            return exact >= 0 && usable(exact) ? exact : -1;
        RequireOrder();
        var at = Array.BinarySearch(_keys, key, Order<K>.Default);
        var step = lookup.HasFlag(Lookup.Greater) ? 1 : -1;
        var start = at >= 0 ? at + step : step > 0 ? ~at : ~at - 1;
        for (var i = start; i >= 0 && i < Count; i += step)
        {
            if (usable(i))
                return i;
        }

        return -1;
    }

    public int Locate(K key, string kind)
    {
        var position = Find(key);
        return position >= 0 ? position : throw Keys.NotFound(kind, key, _keys);
    }

    public void RequireOrder()
    {
        if (!IsOrdered)
            throw new InvalidOperationException("This needs keys in ascending order; sort by key first (SortByKey, SortRowsByKey).");
    }

    public Keys<K> Take(int[] positions) => new(positions.Select(p => _keys[p]));

    public bool SequenceEqual(Keys<K> other) => ReferenceEquals(this, other) || _keys.SequenceEqual(other._keys);
}
