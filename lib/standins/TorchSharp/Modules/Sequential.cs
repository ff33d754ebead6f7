using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules one after the other, named 0, 1, … unless they are given names. What lies between them is disposed.</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    internal Sequential()
        : base(nameof(Sequential))
    {
    }

    protected Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules)
        : this()
    {
        foreach (var (name, module) in modules)
            append(name, module);
    }

    protected Sequential(params nn.Module<Tensor, Tensor>[] modules)
        : this()
    {
        foreach (var module in modules)
            append(module);
    }

    public nn.IModule<Tensor, Tensor> this[int index] => (nn.IModule<Tensor, Tensor>)_internal_submodules[index].Item2;

    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        ArgumentNullException.ThrowIfNull(module);
        register_module(name, (nn.Module)module);
        return this;
    }

    public Sequential append(nn.IModule<Tensor, Tensor> module) => append(_internal_submodules.Count.ToString(), module);

    public override Tensor forward(Tensor tensor)
    {
        if (_internal_submodules.Count == 0)
            return Tensor.Wrap(Identity.Alias(tensor));
        var current = tensor;
        for (var i = 0; i < _internal_submodules.Count; i++)
        {
            var next = this[i].call(current);
            if (!ReferenceEquals(current, tensor) && !ReferenceEquals(current, next))
                current.Dispose();
            current = next;
        }

        return current;
    }

    /// <summary>Nothing but the modules that were appended: a derived class's fields are not registered a second time.</summary>
    protected override void RegisterComponents()
    {
    }
}
