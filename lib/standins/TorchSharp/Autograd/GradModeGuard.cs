using TorchSharp.Native;

namespace TorchSharp;

/// <summary>Sets this thread's grad mode and puts the old one back.</summary>
internal sealed unsafe class GradModeGuard : IDisposable
{
    private readonly int _before;
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private bool _disposed;

    public GradModeGuard(bool enabled)
    {
        _before = Api.Instance.GradMode();
        Api.Instance.SetGradMode(enabled ? 1 : 0);
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        ThreadBound.Check(_thread, "grad mode");
        _disposed = true;
        Api.Instance.SetGradMode(_before);
    }
}
