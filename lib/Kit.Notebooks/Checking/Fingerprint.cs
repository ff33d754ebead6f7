using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using System.Text.Json.Nodes;
using Kit.Notebooks.Format;

namespace Kit.Notebooks.Checking;

/// <summary>
/// What the last digits of a computation depend on, and nothing that tells whose machine it was: never host, user or path.
/// </summary>
public sealed record Fingerprint
{
    /// <summary>Where a notebook carries it: <c>metadata.kit.fingerprint</c>.</summary>
    public const string Key = "fingerprint";

    /// <summary>The processor's architecture, for example <c>x64</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>The vector instructions that kernels choose by, sorted, separated by spaces.</summary>
    public required string Cpu { get; init; }

    /// <summary>The major version of .NET.</summary>
    public required int Dotnet { get; init; }

    /// <summary>The tensor engine and its version, <c>none</c> where a notebook needs none.</summary>
    public string Engine { get; init; } = "none";

    /// <summary>The BLAS of the engine and its version, or <c>none</c>.</summary>
    public string Blas { get; init; } = "none";

    /// <summary>The threads that a notebook may use.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>This machine's.</summary>
    public static Fingerprint Current(string engine = "none", string blas = "none", int threads = 1) => new()
    {
        Architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(),
        Cpu = string.Join(' ', CpuFeatures().Order(StringComparer.Ordinal)),
        Dotnet = Environment.Version.Major,
        Engine = engine,
        Blas = blas,
        Threads = threads,
    };

    /// <summary>The one that a notebook's stored outputs carry, or null where it carries none that can be read.</summary>
    public static Fingerprint? Of(Notebook notebook)
    {
        if ((notebook.Metadata["kit"] as JsonObject)?[Key] is not JsonObject json)
        {
            return null;
        }

        return JsonText.String(json["architecture"]) is { } architecture && JsonText.String(json["cpu"]) is { } cpu
            && JsonText.String(json["engine"]) is { } engine && JsonText.String(json["blas"]) is { } blas
            && JsonText.Number(json["dotnet"]) is { } dotnet && JsonText.Number(json["threads"]) is { } threads
            ? new Fingerprint { Architecture = architecture, Cpu = cpu, Dotnet = (int)dotnet, Engine = engine, Blas = blas, Threads = (int)threads }
            : null;
    }

    /// <summary>What a notebook stores, under <see cref="Key"/> of <c>metadata.kit</c>.</summary>
    public JsonObject ToJson() => new()
    {
        ["architecture"] = Architecture,
        ["blas"] = Blas,
        ["cpu"] = Cpu,
        ["dotnet"] = Dotnet,
        ["engine"] = Engine,
        ["threads"] = Threads,
    };

    /// <summary>What differs from another one, in words; empty where nothing does.</summary>
    public string Difference(Fingerprint other) => string.Join(", ", new[]
    {
        Say("architecture", Architecture, other.Architecture),
        Say("CPU", Cpu, other.Cpu),
        Say(".NET", Dotnet, other.Dotnet),
        Say("engine", Engine, other.Engine),
        Say("BLAS", Blas, other.Blas),
        Say("threads", Threads, other.Threads),
    }.OfType<string>());

    private static string? Say<T>(string what, T here, T there) => Equals(here, there) ? null : $"{what} {here} / {there}";

    private static IEnumerable<string> CpuFeatures()
    {
        if (Sse42.IsSupported)
        {
            yield return "sse4.2";
        }

        if (Avx.IsSupported)
        {
            yield return "avx";
        }

        if (Avx2.IsSupported)
        {
            yield return "avx2";
        }

        if (Fma.IsSupported)
        {
            yield return "fma";
        }

        if (Avx512F.IsSupported)
        {
            yield return "avx512f";
        }

        if (AdvSimd.IsSupported)
        {
            yield return "advsimd";
        }
    }
}
