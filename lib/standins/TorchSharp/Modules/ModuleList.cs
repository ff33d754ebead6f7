using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A list of modules, named 0, 1, …; all of them are submodules.</summary>
public class ModuleList<T> : nn.Module, IList<T>
    where T : nn.Module
{
    private readonly List<T> _list = [];

    public ModuleList(params T[] modules)
        : base("ModuleList") => extend(modules);

    public int Count => _list.Count;

    public bool IsReadOnly => false;

    public T this[int index]
    {
        get => _list[index];
        set => Change(() => _list[index] = value);
    }

    public void Add(T item) => extend([item]);

    public void append(params T[] parameters) => extend(parameters);

    public void extend(IEnumerable<T> modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        Change(() => _list.AddRange(modules));
    }

    public void Clear() => Change(_list.Clear);

    public bool Contains(T item) => _list.Contains(item);

    public void CopyTo(T[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

    public int IndexOf(T item) => _list.IndexOf(item);

    public void Insert(int index, T item) => Change(() => _list.Insert(index, item));

    public bool Remove(T item)
    {
        var index = _list.IndexOf(item);
        if (index >= 0)
            RemoveAt(index);
        return index >= 0;
    }

    public void RemoveAt(int index) => Change(() => _list.RemoveAt(index));

    public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Nothing to do: every change of the list registers its modules anew.</summary>
    protected override void RegisterComponents()
    {
    }

    private void Change(Action change)
    {
        change();
        ClearModules();
        for (var i = 0; i < _list.Count; i++)
            register_module(i.ToString(), _list[i] ?? throw new ArgumentException($"module {i} of the list is null."));
    }
}
