using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A list of modules whose way through them a derived class says in <c>forward</c>.</summary>
public abstract class Sequential<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    protected Sequential(params (string name, nn.Module submodule)[] modules)
        : base("Sequential")
    {
        foreach (var (name, module) in modules)
            Add(name, module);
    }

    protected Sequential(params nn.Module[] modules)
        : base("Sequential")
    {
        foreach (var module in modules)
            Add(module);
    }

    public nn.Module this[int index] => _internal_submodules[index].Item2;

    public Sequential<T1, T2, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, TResult> append(nn.Module module)
    {
        Add(module);
        return this;
    }

    protected internal void Add(string name, nn.Module sm)
    {
        ArgumentNullException.ThrowIfNull(sm);
        register_module(name, sm);
    }

    protected internal void Add(nn.Module module) => Add(_internal_submodules.Count.ToString(), module);
}
