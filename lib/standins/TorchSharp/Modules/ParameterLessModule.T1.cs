namespace TorchSharp.Modules;

/// <summary>A module without parameters, buffers and submodules.</summary>
public abstract class ParameterLessModule<T1, TResult> : torch.nn.Module<T1, TResult>, IParameterLessModule
{
    protected ParameterLessModule(string name)
        : base(name)
    {
    }

    public override void register_buffer(string name, torch.Tensor tensor, bool persistent = true) => throw Refused("buffers");

    public override void register_parameter(string name, Parameter param) => throw Refused("parameters");

    public override void register_module(string name, torch.nn.Module submodule) => throw Refused("submodules");

    private InvalidOperationException Refused(string what) => new($"a module of type {GetType().Name} has no {what}.");
}
