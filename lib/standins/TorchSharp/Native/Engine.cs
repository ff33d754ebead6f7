using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Finds libtorch, builds the shim for it where that was not done yet, and loads both.</summary>
internal static class Engine
{
    private const int Lazy = 1, Now = 2, Global = 0x100;

    private static LibtorchInstallation? s_installation;

    /// <summary>The libtorch that is, or would be, used.</summary>
    /// <exception cref="DllNotFoundException">There is none.</exception>
    public static LibtorchInstallation Installation => s_installation ??= LibtorchInstallation.Find();

    /// <summary>The environment variable that switches the engine off where it says <c>none</c>: everything else then runs without libtorch.</summary>
    public const string Switch = "KIT_ENGINE";

    /// <summary>Refuses where the user has switched the engine off.</summary>
    /// <exception cref="DllNotFoundException">It is off.</exception>
    public static void ThrowIfOff()
    {
        if (Environment.GetEnvironmentVariable(Switch) == "none")
            throw new DllNotFoundException($"{Switch} is 'none', which switches the tensor engine off: unset it to compute with tensors.");
    }

    /// <summary>libtorch's version, for example 1.13.0.</summary>
    public static string Version => Installation.Version;

    /// <summary>
    /// One thread, unless the user says otherwise: spinning threads of two processes on the same cores slow both down ten times and more
    /// (KIT_THREADS, else OMP_NUM_THREADS). Training asks for all cores with <c>torch.set_num_threads</c>.
    /// </summary>
    public static int DefaultThreads()
    {
        foreach (var name in (ReadOnlySpan<string>)["KIT_THREADS", "OMP_NUM_THREADS"])
            if (int.TryParse(Environment.GetEnvironmentVariable(name), out var n) && n is > 0 and <= 4096)
                return n;
        return 1;
    }

    /// <summary>Loads libtorch and the shim.</summary>
    /// <returns>The shim's library handle.</returns>
    /// <exception cref="DllNotFoundException">libtorch or the compiler is missing or unusable; the message says what to install.</exception>
    public static nint Load()
    {
        ThrowIfOff();
        var torch = Installation;
        var shim = ShimBuilder.Build(torch);
        Prepare();
        foreach (var library in torch.Libraries)
            Open(library, Lazy | Global);
        Open(shim, Now);
        return NativeLibrary.Load(shim);
    }

    /// <summary>libtorch's own description of how it was built.</summary>
    public static unsafe string Configuration() => Api.Instance.TakeText(Api.Instance.Configuration());

    /// <summary>What must be so before the first native library of the engine is loaded, be it libtorch or its BLAS.</summary>
    public static void Prepare()
    {
        // .NET's own environment is a copy: native code sees only what libc's setenv sets, and only before it looks.
        SetNative("GOMP_SPINCOUNT", "1000");
        Blas.PreferOpenBlas();
    }

    private static void SetNative(string name, string value)
    {
        if (Environment.GetEnvironmentVariable(name) is null)
            _ = Libc.setenv(name, value, 0);
    }

    private static void Open(string library, int flags)
    {
        if (Libc.dlopen(library, flags) != 0)
            return;
        var reason = Marshal.PtrToStringUTF8(Libc.dlerror());
        throw new DllNotFoundException($"{library} could not be loaded: {reason}. {LibtorchInstallation.Mend}");
    }
}
