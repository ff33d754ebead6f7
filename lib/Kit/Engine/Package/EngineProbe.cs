using System.Reflection;
using TorchSharp;
using static TorchSharp.torch;

namespace Kit.Engine;

/// <summary>What only the implementation of the engine knows: here TorchSharp's package, by its public members.</summary>
internal static class EngineProbe
{
    /// <summary>The threads that the engine uses on this thread.</summary>
    public static int Threads
    {
        get => torch.get_num_threads();
        set => torch.set_num_threads(value);
    }

    public static int CudaDevices => torch.cuda.is_available() ? torch.cuda.device_count() : 0;

    public static string Configuration => "";

    public static Tensor Multiply(Tensor a, Tensor b) => torch.mm(a, b);

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
