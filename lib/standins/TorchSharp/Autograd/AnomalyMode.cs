using TorchSharp.Native;

namespace TorchSharp;

/// <summary>Looks for errors in backward: the setting, of all threads, until it is disposed.</summary>
public class AnomalyMode : IDisposable
{
    private readonly bool _enabledBefore = IsEnabled;
    private readonly bool _checkedBefore = ShouldCheckNaN;
    private bool _disposed;

    public AnomalyMode(bool enabled, bool check_nan = true) => Set(enabled, check_nan);

    public static unsafe bool IsEnabled => (Api.Instance.AnomalyMode() & 1) != 0;

    public static unsafe bool ShouldCheckNaN => (Api.Instance.AnomalyMode() & 2) != 0;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (_disposed || !disposing)
            return;
        _disposed = true;
        Set(_enabledBefore, _checkedBefore);
    }

    private static unsafe void Set(bool enabled, bool check) => Api.Instance.SetAnomalyMode(enabled ? 1 : 0, check ? 1 : 0);
}
