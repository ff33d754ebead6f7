using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A list of parameters, named 0, 1, ….</summary>
public class ParameterList : nn.Module, IList<Parameter>
{
    private readonly List<Parameter> _list = [];

    public ParameterList(params Parameter[] parameters)
        : base(nameof(ParameterList)) => extend(parameters);

    public int Count => _list.Count;

    public bool IsReadOnly => false;

    public Parameter this[int index]
    {
        get => _list[index];
        set => Change(() => _list[index] = value);
    }

    public void Add(Parameter item) => extend([item]);

    public void append(params Parameter[] parameters) => extend(parameters);

    public void extend(IEnumerable<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Change(() => _list.AddRange(parameters));
    }

    public void Clear() => Change(_list.Clear);

    public bool Contains(Parameter item) => IndexOf(item) >= 0;

    public void CopyTo(Parameter[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

    public int IndexOf(Parameter item) => _list.FindIndex(p => ReferenceEquals(p, item));

    public void Insert(int index, Parameter item) => Change(() => _list.Insert(index, item));

    public bool Remove(Parameter item)
    {
        var index = IndexOf(item);
        if (index >= 0)
            RemoveAt(index);
        return index >= 0;
    }

    public void RemoveAt(int index) => Change(() => _list.RemoveAt(index));

    public IEnumerator<Parameter> GetEnumerator() => _list.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Nothing to do: every change of the list registers its parameters anew.</summary>
    protected override void RegisterComponents()
    {
    }

    private void Change(Action change)
    {
        change();
        _internal_params.Clear();
        for (var i = 0; i < _list.Count; i++)
            register_parameter(i.ToString(), _list[i]);
    }
}
