using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace TorchSharp.Native;

/// <summary>Compiles shim.cpp once for the libtorch found; a hash of source, libtorch, compiler and flags names the result.</summary>
internal static class ShimBuilder
{
    /// <summary>The folder of compiled shims: of the checkout where ./kit says which, else the user's cache.</summary>
    public static string CacheFolder =>
        Environment.GetEnvironmentVariable("KIT_ROOT") is { Length: > 0 } root && Directory.Exists(root)
            ? Path.Combine(root, ".kit", "engine")
            : UserCache is { } cache ? Path.Combine(cache, "kit", "engine")
            : SharedCacheFolder;

    /// <summary>Null for a user without a home.</summary>
    private static string? UserCache =>
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache
            : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home ? Path.Combine(home, ".cache")
            : null;

    /// <summary>Directly below a folder that everybody may write to.</summary>
    private static string SharedCacheFolder => Path.Combine(Path.GetTempPath(), $"kit-engine-{Environment.UserName}");

    private static string Compiler => Environment.GetEnvironmentVariable("CXX") is { Length: > 0 } given ? given : "g++";

    /// <summary>The path of the shim for this libtorch, compiled now if it was not yet.</summary>
    /// <exception cref="DllNotFoundException">There is no compiler, or it failed.</exception>
    public static string Build(LibtorchInstallation torch)
    {
        var source = Source();
        List<string> flags = ["-std=c++20", "-O2", "-fPIC", "-shared", "-fvisibility=hidden", "-w"];
        if (!torch.UsesNewStrings)
            flags.Add("-D_GLIBCXX_USE_CXX11_ABI=0");
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Join('\n', [torch.Identity, Compiler, .. flags, source]))))[..20];
        var folder = CacheFolder;
        var shim = Path.Combine(folder, $"libkit-{key}.so");
        try
        {
            if (folder == SharedCacheFolder)
                MakePrivate(folder);
            if (IsWhole(shim))
                return shim;
            Build(torch, source, flags, key, folder, shim);
            return shim;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DllNotFoundException(
                $"the engine is built once into {folder}, which cannot be written: {e.Message} XDG_CACHE_HOME can name another folder.", e);
        }
    }

    private static void Build(LibtorchInstallation torch, string source, List<string> flags, string key, string folder, string shim)
    {
        Directory.CreateDirectory(folder);
        using var alone = Alone(Path.Combine(folder, ".lock"));
        if (IsWhole(shim))
            return;
        var started = Stopwatch.GetTimestamp();
        Console.Error.WriteLine($"kit: building the engine for libtorch {torch.Version} (once) ...");
        var code = Path.Combine(folder, $"{key}-{Environment.ProcessId}.cpp");
        var built = Path.ChangeExtension(code, ".so");
        try
        {
            File.WriteAllText(code, source);
            string[] link = ["-I", torch.Include, "-I", Path.Combine(torch.Include, "torch", "csrc", "api", "include"), code, "-o", built,
                "-L", torch.LibraryFolder, "-ltorch_cpu", "-lc10", $"-Wl,-rpath,{torch.LibraryFolder}"];
            Run([.. flags, .. link], torch);
            File.Move(built, shim, overwrite: true);
        }
        finally
        {
            File.Delete(code);
            File.Delete(built);
        }

        Console.Error.WriteLine($"kit: built in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
    }

    /// <summary>
    /// Whether a library reaches to its section table, which compilers write last. One that a crash or a full disk has cut off would end
    /// the process where it is loaded.
    /// </summary>
    private static bool IsWhole(string library)
    {
        if (!File.Exists(library))
            return false;
        using var stream = File.OpenRead(library);
        Span<byte> header = stackalloc byte[64];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.StartsWith("\u007fELF"u8))
            return false;
        var table = BinaryPrimitives.ReadInt64LittleEndian(header[40..]);
        var size = BinaryPrimitives.ReadInt16LittleEndian(header[58..]) * BinaryPrimitives.ReadInt16LittleEndian(header[60..]);
        return table > 0 && table <= stream.Length - size;
    }

    /// <summary>What lies in there is loaded as code: nobody else may put it there. A folder of another user's cannot be made private.</summary>
    private static void MakePrivate(string folder)
    {
        const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(folder, Mine);
        File.SetUnixFileMode(folder, Mine);
    }

    private static string Source()
    {
        using var stream = typeof(ShimBuilder).Assembly.GetManifestResourceStream("shim.cpp")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static void Run(IEnumerable<string> arguments, LibtorchInstallation torch)
    {
        var start = new ProcessStartInfo(Compiler, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            _ = output.Result;
            if (process.ExitCode == 0)
                return;
            var first = errors.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal)) ?? errors.Trim();
            throw new DllNotFoundException(
                $"{Compiler} could not build the engine for libtorch {torch.Version} ({torch.LibraryFolder}) and ended with {process.ExitCode}: {first} " +
                LibtorchInstallation.Mend);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new DllNotFoundException($"the C++ compiler '{Compiler}' is missing; the engine is built once with it. {LibtorchInstallation.Mend}");
        }
    }

    // What .NET reports on Linux for a file that another process has locked; anything else would not pass by waiting.
    private const int WouldBlock = 11;

    /// <summary>One process at a time compiles; the others wait for it.</summary>
    private static FileStream Alone(string path)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException locked) when (locked.HResult == WouldBlock)
            {
                Thread.Sleep(100);
            }
        }
    }
}
