using TorchSharp.Native;
using Native = TorchSharp.Native;

namespace Kit.Engine;

/// <summary>What only the implementation of the engine knows: here the stand-in's, over the machine's own libtorch.</summary>
internal static class EngineProbe
{
    private const string OpenBlas = "apt-get install --no-install-recommends -y libopenblas0-openmp";

    /// <summary>libtorch's own description of how it was built.</summary>
    public static string Configuration => Native.Engine.Configuration();

    public static void Build()
    {
        Native.Engine.ThrowIfOff();
        ShimBuilder.Build(Native.Engine.Installation);
    }

    public static EngineFacts Read()
    {
        var none = new EngineFacts
        {
            Name = "TorchSharp stand-in",
            Libtorch = EngineFacts.None,
            Origin = EngineFacts.None,
            Blas = EngineFacts.None,
            BlasThreading = "",
            Threads = Native.Engine.DefaultThreads(),
        };
        try
        {
            Native.Engine.ThrowIfOff();
            var torch = Native.Engine.Installation;
            var blas = Native.Blas.Of(torch);
            return none with
            {
                Libtorch = $"libtorch {torch.Version}",
                Origin = torch.Origin == LibtorchInstallation.SystemOrigin ? "the system's packages" : torch.Origin,
                Blas = blas is null ? "libtorch's own" : $"{blas.Name} {blas.Kernel}".Trim(),
                BlasThreading = blas?.Threading ?? "",
                Warnings = [.. BlasWarnings(blas), .. EngineFacts.OverrideWarnings(Environment.GetEnvironmentVariable)],
            };
        }
        catch (DllNotFoundException missing)
        {
            return none with { Problem = missing.Message };
        }
    }

    private static IEnumerable<string> BlasWarnings(BlasLibrary? blas)
    {
        if (blas is { IsReference: true })
        {
            yield return $"the system's BLAS is the reference implementation: matrix products take some sixty times as long as with OpenBLAS. {OpenBlas}";
        }
        else if (blas is { Threading: "pthread" })
        {
            yield return $"this build of OpenBLAS ignores the number of threads that the kit asks for. {OpenBlas}";
        }
    }
}
