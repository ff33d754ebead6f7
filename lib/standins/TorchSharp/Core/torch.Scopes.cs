namespace TorchSharp;

public static partial class torch
{
    /// <summary>The innermost open scope of this thread.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.OfThread?.Current;

    /// <summary>Opens a scope: tensors created on this thread from now on are disposed with it.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.NewScope();
}
