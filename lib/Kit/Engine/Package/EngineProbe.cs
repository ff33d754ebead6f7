using System.Reflection;
using TorchSharp;

namespace Kit.Engine;

/// <summary>What only the implementation of the engine knows: here TorchSharp's package, by its public members.</summary>
internal static class EngineProbe
{
    /// <summary>libtorch's own description of how it was built; the package does not hand it out.</summary>
    public static string Configuration => "";

    /// <summary>There is nothing to build.</summary>
    public static void Build()
    {
    }

    public static EngineFacts Read() => new()
    {
        Name = "TorchSharp package",
        Libtorch = $"TorchSharp {Version}",
        Origin = "the package feed",
        Blas = "libtorch's own",
        BlasThreading = "",
        Threads = Environment.ProcessorCount,
        Warnings = [.. EngineFacts.OverrideWarnings(Environment.GetEnvironmentVariable)],
    };

    private static string Version => typeof(torch).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? $"{typeof(torch).Assembly.GetName().Version}";
}
