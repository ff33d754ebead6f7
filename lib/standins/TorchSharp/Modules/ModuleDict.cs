using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules by name, in the order in which they were added; all of them are submodules.</summary>
public class ModuleDict<T> : nn.Module, IDictionary<string, T>, IList<(string, T)>
    where T : nn.Module
{
    public ModuleDict()
        : base("ModuleDict")
    {
    }

    internal ModuleDict((string, T)[] modules)
        : this()
    {
        foreach (var module in modules)
            Add(module);
    }

    public int Count => _internal_submodules.Count;

    public bool IsReadOnly => false;

    public ICollection<string> Keys => [.. keys()];

    public ICollection<T> Values => [.. values()];

    public (string, T) this[int index]
    {
        get => (_internal_submodules[index].Item1, (T)_internal_submodules[index].Item2);
        set => _internal_submodules[index] = value;
    }

    public T this[string key]
    {
        get => (T)_internal_submodules[key];
        set
        {
            if (_internal_submodules.ContainsKey(key))
                _internal_submodules[key] = value;
            else
                Add(key, value);
        }
    }

    public void clear() => Clear();

    public IEnumerator<(string, T)> items() => GetEnumerator();

    public IEnumerable<string> keys() => _internal_submodules.keys();

    public IEnumerable<T> values() => _internal_submodules.values().Cast<T>();

    public void Add((string, T) item) => Add(item.Item1, item.Item2);

    public void Add(string key, T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        register_module(key, value);
    }

    public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

    public bool Contains((string, T) item) => _internal_submodules.Contains((item.Item1, item.Item2));

    public bool Contains(KeyValuePair<string, T> item) => Contains((item.Key, item.Value));

    public bool ContainsKey(string key) => _internal_submodules.ContainsKey(key);

    public void CopyTo((string, T)[] array, int arrayIndex)
    {
        foreach (var item in this)
            array[arrayIndex++] = item;
    }

    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex)
    {
        foreach (var (key, value) in this)
            array[arrayIndex++] = new(key, value);
    }

    public int IndexOf((string, T) item) => _internal_submodules.IndexOf((item.Item1, item.Item2));

    public void Insert(int index, (string, T) item)
    {
        Add(item);
        _internal_submodules.Remove(item.Item1);
        _internal_submodules.Insert(index, (item.Item1, item.Item2));
    }

    public bool Remove((string, T) item) => Contains(item) && Remove(item.Item1);

    public bool Remove(KeyValuePair<string, T> item) => Remove((item.Key, item.Value));

    public bool Remove(string key) => _internal_submodules.Remove(key);

    public void RemoveAt(int index) => _internal_submodules.RemoveAt(index);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        var found = _internal_submodules.TryGetValue(key, out var module);
        value = module as T;
        return found;
    }

    public void Clear() => ClearModules();

    public IEnumerator<(string, T)> GetEnumerator() => named_children().Select(m => (m.name, (T)m.module)).GetEnumerator();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() =>
        named_children().Select(m => new KeyValuePair<string, T>(m.name, (T)m.module)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Nothing to do: modules are registered as they are added.</summary>
    protected override void RegisterComponents()
    {
    }
}
