using TorchSharp.Native;

namespace TorchSharp;

/// <summary>Sets this thread's grad mode and puts the old one back.</summary>
internal sealed unsafe class GradModeGuard : ThreadBound
{
    private readonly int _before;

    public GradModeGuard(bool enabled)
        : base("grad mode")
    {
        _before = Api.Instance.GradMode();
        Api.Instance.SetGradMode(enabled ? 1 : 0);
    }

    protected override void Restore() => Api.Instance.SetGradMode(_before);
}
