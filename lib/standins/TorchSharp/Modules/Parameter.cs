namespace TorchSharp.Modules;

/// <summary>A tensor that is a parameter of a module: a leaf that gathers gradients.</summary>
public class Parameter : torch.Tensor
{
    /// <summary>Takes over the tensor's memory: <paramref name="data"/> is as if disposed afterwards.</summary>
    /// <param name="data">If it has a history (it was computed from something that requires gradients), its values without that history are taken.</param>
    public Parameter(torch.Tensor data, bool requires_grad = true)
        : this(data, data.Scope, requires_grad)
    {
    }

    private Parameter(torch.Tensor data, DisposeScope? scope, bool requires_grad)
        : base(Take(data, requires_grad))
    {
        // It takes its data's place: in the same scope, or in none.
        if (scope is null)
            DetachFromDisposeScope();
        else if (scope != Scope && scope.IsOfThisThread)
            MoveToOtherDisposeScope(scope);
    }

    private static nint Take(torch.Tensor data, bool requires_grad)
    {
        if (data.Info.IsLeaf != 0)
        {
            data.requires_grad = requires_grad;
            return data.DecoupleFromNativeHandle();
        }

        var leaf = data.detach();
        data.Dispose();
        leaf.requires_grad = requires_grad;
        return leaf.DecoupleFromNativeHandle();
    }
}
