using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>
/// Which BLAS multiplies matrices. Debian's libtorch asks for libblas.so.3, and where that is the reference implementation a matrix
/// product takes sixty times as long as with OpenBLAS.
/// </summary>
internal static unsafe class Blas
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

    /// <summary>
    /// The BLAS that this libtorch multiplies with. The system's libtorch takes the system's libblas.so.3; a PyTorch wheel brings its own.
    /// Loads the BLAS and nothing else: milliseconds, where libtorch takes half a second and 200 MB.
    /// </summary>
    /// <returns>Null where there is none, or where libtorch brings its own.</returns>
    public static BlasLibrary? Of(LibtorchInstallation torch)
    {
        if (torch.Origin != LibtorchInstallation.SystemOrigin || !File.Exists(Path.Combine(torch.LibraryFolder, "libblas.so.3")))
            return null;
        Engine.Prepare();
        if (!NativeLibrary.TryLoad("libblas.so.3", out var library))
            return null;
        if (!NativeLibrary.TryGetExport(library, "openblas_get_config", out var configuration))
        {
            var path = Resolve(Path.Combine(torch.LibraryFolder, "libblas.so.3"));
            return path.Contains("/blas/", StringComparison.Ordinal) || Path.GetFileName(Path.GetDirectoryName(path)) == Path.GetFileName(torch.LibraryFolder)
                ? new BlasLibrary("reference BLAS", "", "plain")
                : new BlasLibrary(Path.GetFileName(Path.GetDirectoryName(path))!, "", "unknown");
        }

        var words = Text(configuration).Split(' ');
        var kernel = NativeLibrary.TryGetExport(library, "openblas_get_corename", out var core) ? Text(core) : "unknown";
        var threading = words.Contains("USE_OPENMP") ? "openmp"
            : NativeLibrary.TryGetExport(library, "openblas_get_parallel", out var parallel) && ((delegate* unmanaged<int>)parallel)() == 0 ? "serial"
            : "pthread";
        return new BlasLibrary($"{words[0]} {words.ElementAtOrDefault(1)}".Trim(), kernel, threading);
    }

    private static string Text(nint function) => Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)function)()) ?? "";

    private static string Resolve(string path)
    {
        var file = new FileInfo(path);
        return (file.ResolveLinkTarget(returnFinalTarget: true) ?? file).FullName;
    }
}
