using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A loss of 2 tensors, and what becomes of its elements.</summary>
public abstract class Loss<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    public Loss(nn.Reduction reduction = nn.Reduction.Mean)
        : base("Loss") => this.reduction = reduction;

    public nn.Reduction reduction { get; }
}
