using TorchSharp.Native;

namespace TorchSharp;

/// <summary>Sets this thread's inference mode and puts the old one back.</summary>
internal sealed unsafe class InferenceModeGuard : ThreadBound
{
    private readonly nint _guard;

    // Entered here, not in a field's initializer: that would run before the base has put back what was left on this thread.
    public InferenceModeGuard(bool enabled)
        : base("inference mode") => _guard = Api.Instance.EnterInferenceMode(enabled ? 1 : 0);

    protected override void Restore() => Api.Instance.LeaveInferenceMode(_guard);
}
