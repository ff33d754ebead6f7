using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The version of the libtorch in use.</summary>
    public static string __version__ => Engine.Version;

    /// <summary>
    /// Whether operators that would give other results from run to run are replaced, or throw, from now on: for the whole process, until
    /// the result is disposed or it is set again.
    /// </summary>
    /// <param name="warn_only">Warn where there is no deterministic implementation, instead of throwing.</param>
    public static IDisposable use_deterministic_algorithms(bool mode = true, bool warn_only = false) => new DeterminismGuard(mode, warn_only);

    public static unsafe bool are_deterministic_algorithms_enabled() => (Api.Instance.Deterministic() & 1) != 0;
}
