using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>
/// Which BLAS multiplies matrices. Debian's libtorch asks for libblas.so.3, and where that is the reference implementation a matrix
/// product takes sixty times as long as with OpenBLAS.
/// </summary>
internal static class Blas
{
    private static readonly string[] Folders =
        ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib"];

    /// <summary>Where the system's libblas is not OpenBLAS but OpenBLAS is installed, loads that first: a library loaded under a name stays.</summary>
    public static void PreferOpenBlas()
    {
        foreach (var folder in Folders)
        {
            var system = Path.Combine(folder, "libblas.so.3");
            if (!File.Exists(system) || Resolve(system).Contains("openblas", StringComparison.Ordinal))
                continue;
            foreach (var flavour in (ReadOnlySpan<string>)["openblas-openmp", "openblas-serial", "openblas-pthread"])
            {
                var better = Path.Combine(folder, flavour, "libblas.so.3");
                if (File.Exists(better) && NativeLibrary.TryLoad(better, out _))
                {
                    NativeLibrary.TryLoad(Path.Combine(folder, flavour, "liblapack.so.3"), out _);
                    return;
                }
            }
        }
    }

    private static string Resolve(string path)
    {
        var file = new FileInfo(path);
        return (file.ResolveLinkTarget(returnFinalTarget: true) ?? file).FullName;
    }
}
