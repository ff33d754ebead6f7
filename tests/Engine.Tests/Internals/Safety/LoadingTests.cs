using TorchSharp.Native;

namespace Engine.Tests.Internals.Safety;

/// <summary>A libtorch that is missing or unusable gives one message that says what to do; the process goes on.</summary>
public sealed class LoadingTests
{
    [Fact]
    public void A_folder_that_is_not_there_is_named_with_what_it_should_be()
    {
        var failure = HostProcess.Run("load", (LibtorchInstallation.Variable, "/nowhere/torch")).Failure;
        Assert.StartsWith("DllNotFoundException: KIT_LIBTORCH is '/nowhere/torch'", failure, StringComparison.Ordinal);
        Assert.Contains("site-packages/torch", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_that_the_compiler_refuses_give_its_first_error_and_the_mend()
    {
        using var folder = new TemporaryFolder();
        Fake(folder, "");
        File.WriteAllText(folder.At("include", "ATen", "Context.h"), "#error these are no headers\n");
        var failure = HostProcess.Run("load", (LibtorchInstallation.Variable, folder.Path), Cache(folder), ("KIT_ROOT", null)).Failure;
        Assert.Contains("could not build the engine for libtorch 9.9.9", failure, StringComparison.Ordinal);
        Assert.Contains("these are no headers", failure, StringComparison.Ordinal);
        Assert.Contains("apt-get install", failure, StringComparison.Ordinal);
        Assert.Equal([".lock"], Directory.GetFiles(folder.At("cache", "kit", "engine")).Select(Path.GetFileName));
    }

    [Fact]
    public void A_missing_compiler_is_named_with_the_mend()
    {
        using var folder = new TemporaryFolder();
        var failure = HostProcess.Run("load", ("CXX", "no-such-compiler"), Cache(folder), ("KIT_ROOT", null)).Failure;
        Assert.Contains("'no-such-compiler' is missing", failure, StringComparison.Ordinal);
        Assert.Contains("apt-get install", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_cannot_be_loaded_is_named_with_the_loaders_reason()
    {
        using var folder = new TemporaryFolder();
        Fake(folder, "not a library");
        // A compiler that always makes something that looks like a library.
        var compiler = folder.At("compiler");
        File.WriteAllText(compiler, "#!/bin/sh\nwhile [ \"$1\" != -o ]; do shift; done\ncp /bin/sh \"$2\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(compiler, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var failure = HostProcess.Run("load", (LibtorchInstallation.Variable, folder.Path), ("CXX", compiler), Cache(folder), ("KIT_ROOT", null)).Failure;
        Assert.Contains("libc10.so could not be loaded", failure, StringComparison.Ordinal);
        Assert.Contains("apt-get install", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("cache"), "a file, not a folder");
        var failure = HostProcess.Run("load", Cache(folder), ("KIT_ROOT", null)).Failure;
        Assert.Contains("cannot be written", failure, StringComparison.Ordinal);
        Assert.Contains("XDG_CACHE_HOME", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_without_a_home_builds_in_a_folder_that_nobody_else_can_write_to()
    {
        using var folder = new TemporaryFolder();
        HostProcess.Run("load", ("CXX", "no-such-compiler"), ("HOME", "/nonexistent"), ("XDG_CACHE_HOME", null), ("KIT_ROOT", null), ("TMPDIR", folder.Path));
        var cache = Assert.Single(Directory.GetDirectories(folder.Path, "kit-engine-*"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(cache));
        Assert.False(Directory.Exists(folder.At(".cache")));
    }

    [Fact]
    public void A_built_engine_that_was_cut_off_is_built_again_and_then_found()
    {
        using var folder = new TemporaryFolder();
        var cache = folder.At("cache", "kit", "engine");
        Assert.Equal(1, HostProcess.Run("load", Cache(folder), ("KIT_ROOT", null))["live-tensors"]);
        var shim = Assert.Single(Directory.GetFiles(cache, "*.so"));
        using (var file = File.OpenWrite(shim))
            file.SetLength(1000);
        var second = HostProcess.Run("load", Cache(folder), ("KIT_ROOT", null));
        Assert.Equal(1, second["live-tensors"]);
        Assert.Contains("building the engine", second.Errors, StringComparison.Ordinal);
        var third = HostProcess.Run("load", Cache(folder), ("KIT_ROOT", null));
        Assert.Equal(1, third["live-tensors"]);
        Assert.DoesNotContain("building", third.Errors, StringComparison.Ordinal);
    }

    private static (string, string?) Cache(TemporaryFolder folder) => ("XDG_CACHE_HOME", folder.At("cache"));

    private static void Fake(TemporaryFolder folder, string library)
    {
        Directory.CreateDirectory(folder.At("lib"));
        Directory.CreateDirectory(folder.At("include", "ATen"));
        Directory.CreateDirectory(folder.At("include", "torch"));
        File.WriteAllText(folder.At("lib", "libc10.so"), library);
        File.WriteAllText(folder.At("lib", "libtorch_cpu.so"), library);
        File.WriteAllText(folder.At("include", "torch", "version.h"),
            "#define TORCH_VERSION_MAJOR 9\n#define TORCH_VERSION_MINOR 9\n#define TORCH_VERSION_PATCH 9\n");
    }
}
