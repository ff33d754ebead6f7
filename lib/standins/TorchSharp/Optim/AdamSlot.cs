namespace TorchSharp.Modules;

/// <summary>One parameter for <see cref="AdamRule"/>.</summary>
/// <param name="Largest">The largest second moment so far, for AMSGrad.</param>
/// <param name="Step">From 1.</param>
internal readonly record struct AdamSlot(torch.Tensor Parameter, torch.Tensor Gradient, torch.Tensor Moment, torch.Tensor Square,
    torch.Tensor? Largest, long Step);
