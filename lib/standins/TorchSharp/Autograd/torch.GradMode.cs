using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>No graph is recorded on this thread until the result is disposed.</summary>
    public static IDisposable no_grad() => new GradModeGuard(false);

    public static unsafe bool is_grad_enabled() => Api.Instance.GradMode() != 0;
}
