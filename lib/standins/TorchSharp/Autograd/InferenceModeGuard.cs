using TorchSharp.Native;

namespace TorchSharp;

/// <summary>Sets this thread's inference mode and puts the old one back.</summary>
internal sealed unsafe class InferenceModeGuard(bool enabled) : ThreadBound("inference mode")
{
    private readonly nint _guard = Api.Instance.EnterInferenceMode(enabled ? 1 : 0);

    protected override void Restore() => Api.Instance.LeaveInferenceMode(_guard);
}
