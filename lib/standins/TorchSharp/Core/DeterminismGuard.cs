using TorchSharp.Native;

namespace TorchSharp;

/// <summary>Sets the process's choice of deterministic operators, and puts the former one back.</summary>
internal sealed unsafe class DeterminismGuard : IDisposable
{
    private readonly int _before = Api.Instance.Deterministic();
    private bool _disposed;

    public DeterminismGuard(bool mode, bool warnOnly) => Api.Instance.SetDeterministic(mode ? 1 : 0, warnOnly ? 1 : 0);

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        Api.Instance.SetDeterministic(_before & 1, _before >> 1);
    }
}
