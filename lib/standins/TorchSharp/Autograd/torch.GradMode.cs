using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>No graph is recorded on this thread until the result is disposed.</summary>
    public static IDisposable no_grad() => new GradModeGuard(false);

    /// <summary>Graphs are recorded on this thread until the result is disposed.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new GradModeGuard(enabled);

    /// <summary>Sets whether graphs are recorded on this thread; disposing the result puts the old setting back.</summary>
    public static IDisposable set_grad_enabled(bool mode = true) => new GradModeGuard(mode);

    public static unsafe bool is_grad_enabled()
    {
        ThreadBound.PutBackLeft();
        return Api.Instance.GradMode() != 0;
    }

    /// <summary>Until the result is disposed tensors made on this thread are cheaper and can never be part of a graph.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceModeGuard(mode);

    public static unsafe bool is_inference_mode_enabled()
    {
        ThreadBound.PutBackLeft();
        return Api.Instance.InferenceMode() != 0;
    }
}
