namespace TorchSharp.Modules;

/// <summary>One parameter for <see cref="SgdRule"/>.</summary>
/// <param name="Buffer">The running direction; null without momentum.</param>
/// <param name="First">There was no step with momentum before this one.</param>
internal readonly record struct SgdSlot(torch.Tensor Parameter, torch.Tensor Gradient, torch.Tensor? Buffer, bool First);
