using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Kit.Engine;
using Arm = System.Runtime.Intrinsics.Arm;

namespace Kit.Foundation;

/// <summary>
/// What a result depends on besides options and seed. Never a host, a user or a path: these facts are stored beside results.
/// </summary>
public sealed record MachineFacts
{
    private static readonly string[] Overriding = ["OPENBLAS_", "OMP_", "GOMP_", "MKL_", "DOTNET_GC", "DOTNET_Tiered", "KIT_"];

    /// <summary>The processor's own name, for example <c>AMD EPYC 9B14</c>.</summary>
    public required string Processor { get; init; }

    /// <summary>The instruction set, for example <c>X64</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>Logical cores that this process may use.</summary>
    public required int Cores { get; init; }

    /// <summary>Vector extensions that numerical code asks for, in a fixed order.</summary>
    public required IReadOnlyList<string> VectorExtensions { get; init; }

    /// <summary>Memory in GiB, as the operating system counts it.</summary>
    public required double MemoryGiB { get; init; }

    /// <summary>Distribution and version.</summary>
    public required string OperatingSystem { get; init; }

    /// <summary>The .NET runtime, for example <c>.NET 10.0.12</c>.</summary>
    public required string Runtime { get; init; }

    /// <summary>The version of the kit.</summary>
    public required string Kit { get; init; }

    /// <summary>What computes tensors.</summary>
    public required EngineFacts Engine { get; init; }

    /// <summary>Where TorchSharp, Deedle and Plotly.NET come from: <c>standins</c> or <c>nuget</c>.</summary>
    public required string Packages { get; init; }

    /// <summary>Names of set environment variables that change speed or numbers of native libraries; their values are not kept.</summary>
    public required IReadOnlyList<string> EnvironmentOverrides { get; init; }

    /// <summary>Reads the facts of this machine.</summary>
    public static MachineFacts Read() => new()
    {
        Processor = ProcessorName(),
        Architecture = RuntimeInformation.ProcessArchitecture.ToString(),
        Cores = Environment.ProcessorCount,
        VectorExtensions = Extensions(),
        MemoryGiB = Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Math.Pow(2, 30), 1),
        OperatingSystem = RuntimeInformation.OSDescription,
        Runtime = RuntimeInformation.FrameworkDescription,
        Kit = VersionOf(typeof(MachineFacts).Assembly),
        Engine = EngineFacts.Read(),
        Packages = VersionOf(typeof(Deedle.Frame).Assembly).Contains("standin", StringComparison.Ordinal) ? "standins" : "nuget",
        EnvironmentOverrides = [.. Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => Array.Exists(Overriding, start => name.StartsWith(start, StringComparison.Ordinal)) && name is not "KIT_ROOT")
            .Order(StringComparer.Ordinal)],
    };

    private static string ProcessorName()
    {
        const string file = "/proc/cpuinfo";
        var line = File.Exists(file)
            ? File.ReadLines(file).FirstOrDefault(it => it.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? "unknown";
    }

    private static List<string> Extensions()
    {
        (string Name, bool Has)[] known =
        [
            ("avx2", Avx2.IsSupported),
            ("fma", Fma.IsSupported),
            ("avx512f", Avx512F.IsSupported),
            ("avx512bw", Avx512BW.IsSupported),
            ("avx512vbmi", Avx512Vbmi.IsSupported),
            ("neon", Arm.AdvSimd.IsSupported),
        ];
        return [.. known.Where(it => it.Has).Select(it => it.Name)];
    }

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? string.Create(CultureInfo.InvariantCulture, $"{assembly.GetName().Version}");
}
