using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Utils;

/// <summary>A dictionary that keeps the order in which its entries were added.</summary>
public class OrderedDict<TKey, TValue> : IDictionary<TKey, TValue>, IList<(TKey, TValue)>
    where TKey : notnull
{
    private readonly List<(TKey Key, TValue Value)> _list = [];
    private readonly Dictionary<TKey, TValue> _values = [];

    public OrderedDict()
    {
    }

    public int Count => _list.Count;

    public bool IsReadOnly => false;

    public ICollection<TKey> Keys => [.. _list.Select(e => e.Key)];

    public ICollection<TValue> Values => [.. _list.Select(e => e.Value)];

    public (TKey, TValue) this[int index]
    {
        get => _list[index];
        set
        {
            var (key, item) = value;
            if (!_values.Comparer.Equals(_list[index].Key, key) && _values.ContainsKey(key))
                throw Duplicate(key);
            _values.Remove(_list[index].Key);
            _values[key] = item;
            _list[index] = value;
        }
    }

    public TValue this[TKey key]
    {
        get => _values.TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"there is no entry '{key}'.");
        set
        {
            if (_values.ContainsKey(key))
                _list[Position(key)] = (key, value);
            else
                _list.Add((key, value));
            _values[key] = value;
        }
    }

    public void clear() => Clear();

    public IEnumerator<(TKey, TValue)> items() => _list.GetEnumerator();

    public IEnumerable<TKey> keys() => _list.Select(e => e.Key);

    public IEnumerable<TValue> values() => _list.Select(e => e.Value);

    public void Add((TKey, TValue) item) => Insert(_list.Count, item);

    public void Add(TKey key, TValue value) => Add((key, value));

    public void Add(KeyValuePair<TKey, TValue> item) => Add((item.Key, item.Value));

    public bool Contains((TKey, TValue) item) => _list.Contains(item);

    public bool Contains(KeyValuePair<TKey, TValue> item) => _list.Contains((item.Key, item.Value));

    public bool ContainsKey(TKey key) => _values.ContainsKey(key);

    public void CopyTo((TKey, TValue)[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex)
    {
        foreach (var (key, value) in _list)
            array[arrayIndex++] = new(key, value);
    }

    public int IndexOf((TKey, TValue) item) => _list.IndexOf(item);

    public void Insert(int index, (TKey, TValue) item)
    {
        if (!_values.TryAdd(item.Item1, item.Item2))
            throw Duplicate(item.Item1);
        _list.Insert(index, item);
    }

    public bool Remove((TKey, TValue) item) => _list.Contains(item) && Remove(item.Item1);

    public bool Remove(KeyValuePair<TKey, TValue> item) => Remove((item.Key, item.Value));

    public bool Remove(TKey key)
    {
        if (!_values.Remove(key))
            return false;
        _list.RemoveAt(Position(key));
        return true;
    }

    public void RemoveAt(int index) => Remove(_list[index].Key);

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _values.TryGetValue(key, out value);

    public void Clear()
    {
        _list.Clear();
        _values.Clear();
    }

    public IEnumerator<(TKey, TValue)> GetEnumerator() => _list.GetEnumerator();

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() =>
        _list.Select(e => new KeyValuePair<TKey, TValue>(e.Key, e.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static ArgumentException Duplicate(TKey key) => new($"there is an entry '{key}' already.");

    private int Position(TKey key) => _list.FindIndex(e => _values.Comparer.Equals(e.Key, key));
}
