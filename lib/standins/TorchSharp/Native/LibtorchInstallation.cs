using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace TorchSharp.Native;

/// <summary>A libtorch on this machine: the system's, or the one inside an installed PyTorch wheel (KIT_LIBTORCH).</summary>
/// <param name="Origin">Where it comes from, in words: <c>system</c> or <c>KIT_LIBTORCH</c>.</param>
/// <param name="Version">For example 1.13.0.</param>
/// <param name="Include">The folder that holds <c>ATen/</c> and <c>torch/</c>.</param>
/// <param name="LibraryFolder">The folder that holds libtorch_cpu.so.</param>
/// <param name="HasCuda">Whether it was built with CUDA.</param>
internal sealed partial record LibtorchInstallation(string Origin, string Version, string Include, string LibraryFolder, bool HasCuda)
{
    /// <summary>The environment variable that chooses a PyTorch wheel's libtorch: <c>…/site-packages/torch</c>, or an unpacked libtorch.</summary>
    public const string Variable = "KIT_LIBTORCH";

    /// <summary>The origin of a libtorch that lies where the system's packages put it.</summary>
    public const string SystemOrigin = "system";

    /// <summary>What a user can do where there is none.</summary>
    public const string Mend =
        "On Debian: apt-get install --no-install-recommends -y libtorch-dev libopenblas0-openmp g++. " +
        "Or set KIT_LIBTORCH to the folder of an installed PyTorch (…/site-packages/torch).";

    /// <summary>What is loaded before the shim, in this order.</summary>
    public IReadOnlyList<string> Libraries =>
        [.. from name in new[] { "libc10.so", "libtorch_cpu.so", "libtorch_cuda.so", "libtorch.so" }
            let path = Path.Combine(LibraryFolder, name)
            where File.Exists(path)
            select path];

    /// <summary>What the shim's cache key takes from it: another file is another libtorch.</summary>
    public string Identity
    {
        get
        {
            var file = new FileInfo(Path.Combine(LibraryFolder, "libtorch_cpu.so"));
            var target = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            return $"{Version}|{target.FullName}|{target.Length}|{target.LastWriteTimeUtc.Ticks}";
        }
    }

    /// <summary>
    /// Wheels before 2.7 were built with GCC's old string type, everything else with the new one; a compiler has to be told which.
    /// </summary>
    public bool UsesNewStrings => File.ReadAllBytes(Path.Combine(LibraryFolder, "libc10.so")).AsSpan().IndexOf("NSt7__cxx1112basic_string"u8) >= 0;

    /// <summary>Finds the libtorch to use.</summary>
    /// <exception cref="DllNotFoundException">There is none, or KIT_LIBTORCH points at something else.</exception>
    public static LibtorchInstallation Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return At(Variable, Path.Combine(given, "include"), Path.Combine(given, "lib"))
                ?? throw new DllNotFoundException(
                    $"{Variable} is '{given}', which holds no lib/libtorch_cpu.so with include/ beside it. " +
                    "It must name a folder like …/site-packages/torch, or an unpacked libtorch.");
        string[] prefixes = ["/usr", "/usr/local", "/opt/libtorch"];
        string[] folders = [$"lib/{Triplet}", "lib64", "lib"];
        foreach (var prefix in prefixes)
            foreach (var folder in folders)
                if (At(SystemOrigin, Path.Combine(prefix, "include"), Path.Combine(prefix, folder)) is { } found)
                    return found;
        throw new DllNotFoundException($"libtorch is missing: there is no libtorch_cpu.so with its headers on this machine. {Mend}");
    }

    private static string Triplet => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "aarch64-linux-gnu" : "x86_64-linux-gnu";

    private static LibtorchInstallation? At(string origin, string include, string libraries)
    {
        if (!File.Exists(Path.Combine(libraries, "libtorch_cpu.so")) || !File.Exists(Path.Combine(libraries, "libc10.so")) || !Directory.Exists(Path.Combine(include, "ATen")))
            return null;
        return new LibtorchInstallation(origin, ReadVersion(include), include, libraries, File.Exists(Path.Combine(libraries, "libtorch_cuda.so")));
    }

    private static string ReadVersion(string include)
    {
        string[] headers = ["torch/headeronly/version.h", "torch/version.h", "torch/csrc/api/include/torch/version.h"];
        foreach (var header in headers)
        {
            var path = Path.Combine(include, header);
            if (!File.Exists(path))
                continue;
            var numbers = VersionLine().Matches(File.ReadAllText(path)).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
            if (numbers.Count == 3)
                return $"{numbers["MAJOR"]}.{numbers["MINOR"]}.{numbers["PATCH"]}";
        }

        return "unknown";
    }

    [GeneratedRegex(@"#define TORCH_VERSION_(MAJOR|MINOR|PATCH) (\d+)")]
    private static partial Regex VersionLine();
}
