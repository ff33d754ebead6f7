using System.Diagnostics;
using static TorchSharp.torch;

namespace Kit.Engine;

/// <summary>What a loaded engine says about itself, with the speed of a matrix product: the check that it works at all.</summary>
public sealed record EngineCheck
{
    private const int Size = 1024;
    private const double Operations = 2.0 * Size * Size * Size;
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(2);

    /// <summary>Billions of operations per second in a product of two 1024 × 1024 matrices of 32-bit numbers, on one thread: the best round.</summary>
    public required double Gflops { get; init; }

    /// <summary>The same on <see cref="Cores"/> threads.</summary>
    public required double GflopsOnAllCores { get; init; }

    /// <summary>Logical cores that this process may use.</summary>
    public required int Cores { get; init; }

    /// <summary>The CUDA devices that the engine can use.</summary>
    public required int CudaDevices { get; init; }

    /// <summary>The vector instructions that libtorch itself chose, as it calls them, for example <c>AVX2</c>; empty where it does not say.</summary>
    public required string Capability { get; init; }

    /// <summary>The BLAS that libtorch was configured with, as it calls it, for example <c>mkl</c>; empty where it does not say.</summary>
    public required string ConfiguredBlas { get; init; }

    /// <summary>Loads the engine and measures; takes a few seconds.</summary>
    /// <exception cref="DllNotFoundException">there is no engine, or it cannot be used; the message says what to install</exception>
    public static EngineCheck Run()
    {
        var threads = get_num_threads();
        var configuration = EngineProbe.Configuration;
        try
        {
            return new EngineCheck
            {
                Gflops = Measure(1),
                GflopsOnAllCores = Measure(Environment.ProcessorCount),
                Cores = Environment.ProcessorCount,
                CudaDevices = cuda.is_available() ? cuda.device_count() : 0,
                Capability = After(configuration, "CPU capability usage:"),
                ConfiguredBlas = After(configuration, "BLAS_INFO="),
            };
        }
        finally
        {
            set_num_threads(threads);
        }
    }

    private static double Measure(int threads)
    {
        set_num_threads(threads);
        using var a = tensor(Enumerable.Range(0, Size * Size).Select(i => (i % 7 - 3) / 8.0).ToArray(), [Size, Size], ScalarType.Float32);
        var best = double.MaxValue;
        var started = Stopwatch.GetTimestamp();
        for (var round = 0; round < 12 && (round < 2 || Stopwatch.GetElapsedTime(started) < Enough); round++)
        {
            var before = Stopwatch.GetTimestamp();
            using (mm(a, a))
            {
                best = Math.Min(best, Stopwatch.GetElapsedTime(before).TotalSeconds);
            }
        }

        return Operations / best / 1e9;
    }

    /// <summary>The word behind a label in a text like libtorch's own description of its build.</summary>
    internal static string After(string text, string label)
    {
        var at = text.IndexOf(label, StringComparison.Ordinal);
        return at < 0 ? "" : text[(at + label.Length)..].TrimStart().Split(' ', ',', '\n')[0];
    }
}
