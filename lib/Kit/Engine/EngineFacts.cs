using System.Text.Json.Serialization;

namespace Kit.Engine;

/// <summary>
/// What computes tensors here, found out without loading libtorch. Never a path: these facts are stored beside results.
/// What only a loaded engine can tell is in <see cref="EngineCheck"/>.
/// </summary>
public sealed record EngineFacts
{
    /// <summary>The value of <see cref="Libtorch"/> and <see cref="Blas"/> where there is none.</summary>
    public const string None = "none";

    /// <summary>Who implements TorchSharp's API: <c>TorchSharp stand-in</c> or <c>TorchSharp package</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What computes, with its version: <c>libtorch 1.13.0</c>, <c>TorchSharp 0.107.0</c>, or <c>none</c>.</summary>
    public required string Libtorch { get; init; }

    /// <summary>Where libtorch comes from, in words: <c>the system's packages</c>, <c>KIT_LIBTORCH</c> or <c>the package feed</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>What multiplies matrices: <c>OpenBLAS 0.3.21 Haswell</c>, <c>reference BLAS</c>, <c>libtorch's own</c>, or <c>none</c>.</summary>
    public required string Blas { get; init; }

    /// <summary>How that BLAS works on several cores: <c>openmp</c>, <c>pthread</c>, <c>serial</c>; empty where it does not say.</summary>
    public required string BlasThreading { get; init; }

    /// <summary>The threads that the engine starts with.</summary>
    public required int Threads { get; init; }

    /// <summary>Why there is no engine, with the mend; null where there is one.</summary>
    [JsonIgnore]
    public string? Problem { get; init; }

    /// <summary>What makes the engine slower or its numbers others than they could be, with the mend.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Reads the facts of this machine; takes milliseconds.</summary>
    public static EngineFacts Read() => EngineProbe.Read();

    /// <summary>
    /// Builds what the engine needs built, once for each libtorch; says so on the error stream where that takes time.
    /// </summary>
    /// <exception cref="DllNotFoundException">libtorch or the compiler is missing or unusable; the message says what to install</exception>
    public static void Build() => EngineProbe.Build();

    /// <summary>The environment variables that change how fast OpenBLAS is, or its last digits, as warnings.</summary>
    internal static IEnumerable<string> OverrideWarnings(Func<string, string?> variable)
    {
        foreach (var (name, effect) in new[]
        {
            ("OPENBLAS_CORETYPE", "OpenBLAS takes the kernels of that processor instead of this one's, and matrix products can take twice as long"),
            ("OPENBLAS_L2_SIZE", "OpenBLAS cuts matrices for that cache instead of this processor's"),
        })
        {
            if (variable(name) is { Length: > 0 } value)
            {
                yield return $"{name} is {value}: {effect}. Unset it, unless numbers have to agree with those of another machine.";
            }
        }
    }
}
