using System.Diagnostics;
using Kit.Cli.Commands;
using Kit.TestSupport;

namespace Kit.Cli.Tests;

public sealed class EngineTests : IDisposable
{
    private readonly KitProcess _kit = new();

    public void Dispose() => _kit.Dispose();

    [SkippableFact]
    public void The_doctor_names_libtorch_and_blas_with_its_speed()
    {
        TensorEngine.Needed();
        _kit.Environment["KIT_ENGINE"] = "";
        _kit.ShareEngineCache();
        var (exit, output) = _kit.Run("doctor");
        Assert.Equal(ExitCode.Fine, exit);
        Assert.Matches(@"TorchSharp (stand-in on libtorch|package on TorchSharp) \d+\.\d+", output);
        Assert.Matches(@"BLAS.*GFLOP/s on one thread", output);
        Assert.Contains("CUDA devices", output, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("KIT_ENGINE", "none")]
    [InlineData("KIT_LIBTORCH", "/nowhere")]
    public void Without_an_engine_the_doctor_says_why_and_what_runs_without(string variable, string value)
    {
        SkipWithPackages();
        _kit.Environment["KIT_ENGINE"] = "";
        _kit.Environment[variable] = value;
        var (exit, output) = _kit.Run("doctor");
        Assert.Equal(ExitCode.Fine, exit);
        Assert.Contains($"none: {variable} is '{value}'", output, StringComparison.Ordinal);
        Assert.Contains("KIT_ENGINE=none ./kit run", output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Overrides_of_the_kernels_are_warned_of()
    {
        TensorEngine.Needed();
        _kit.Environment["KIT_ENGINE"] = "";
        _kit.ShareEngineCache();
        _kit.Environment["OPENBLAS_CORETYPE"] = "Nehalem";
        Assert.Contains("OPENBLAS_CORETYPE is Nehalem", _kit.Run("doctor").Output, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("run")]
    [InlineData("test")]
    public void A_machine_without_libtorch_is_told_before_anything_runs(string command)
    {
        SkipWithPackages();
        Directory.CreateDirectory(_kit.At("tests"));
        _kit.Notebook("00-first", "1 + 1");
        _kit.Environment["KIT_ENGINE"] = "";
        _kit.Environment["KIT_LIBTORCH"] = "/nowhere";

        var (exit, output) = _kit.Run(command);

        Assert.Equal(ExitCode.MachineLacks, exit);
        Assert.Contains("KIT_LIBTORCH is '/nowhere'", output, StringComparison.Ordinal);
        Assert.Contains("KIT_ENGINE=none", output, StringComparison.Ordinal);
        Assert.False(File.Exists(_kit.At("out", "notebooks", "00-first.ipynb")));
    }

    [SkippableFact]
    public void With_the_engine_switched_off_a_notebook_without_tensors_runs_and_one_with_tensors_says_what_it_lacks()
    {
        SkipWithPackages();
        var library = Path.Combine(AppContext.BaseDirectory, "TorchSharp.dll");
        _kit.Notebook("00-plain", "1 + 1");
        _kit.Notebook("01-tensors", $"#r \"{library}\"", "using TorchSharp;\nusing static TorchSharp.torch;", "tensor(new[] { 1.0 }, [1])");

        var (exit, output) = _kit.Run("run");

        Assert.Equal(ExitCode.WrongResult, exit);
        Assert.Contains("passed 00-plain", output, StringComparison.Ordinal);
        Assert.Contains("FAILED 01-tensors", output, StringComparison.Ordinal);
        Assert.Contains("KIT_ENGINE is 'none'", output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_notebook_computes_with_tensors_and_its_fingerprint_says_what_computed()
    {
        TensorEngine.Needed();
        var library = Path.Combine(AppContext.BaseDirectory, "Kit.dll");
        var path = _kit.Notebook("00-tensors", $"#r \"{library}\"", "using TorchSharp;\nusing static TorchSharp.torch;", "tensor(new[] { 1.0, 2.0 }, [2]).add(tensor(new[] { 1.0, 2.0 }, [2])).data<double>()[1]");
        _kit.Environment["KIT_ENGINE"] = "";
        _kit.ShareEngineCache();

        var (exit, output) = _kit.Run("run", "--update");

        Assert.True(exit == ExitCode.Fine, output);
        var stored = Kit.Notebooks.Format.Notebook.Read(path);
        Assert.Equal("4", KitProcess.TextOf(stored, 2));
        var fingerprint = Kit.Notebooks.Checking.Fingerprint.Of(stored)!;
        Assert.Equal(Kit.Engine.EngineFacts.Read().Libtorch, fingerprint.Engine);
        Assert.NotEqual("none", fingerprint.Blas);
    }

    [Fact]
    public void The_tests_that_are_skipped_without_an_engine_are_named()
    {
        const string log = "Test run for X.dll (.NETCoreApp,Version=v10.0)\n\nThe following Tests are available:\n    A.B.First\n    A.B.Second(n: 1)\n";
        Assert.Equal(["A.B.First", "A.B.Second(n: 1)"], TestCommand.TestsListed(log));
    }

    [Fact]
    public void The_entry_names_a_missing_libtorch_and_builds_nothing()
    {
        var (exit, output) = Entry(("KIT_LIBTORCH", "/nowhere"));
        Assert.True(exit == ExitCode.MachineLacks, output);
        Assert.Contains("KIT_LIBTORCH is '/nowhere'", output, StringComparison.Ordinal);
        Assert.DoesNotContain("building", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_kit.At("artifacts")));
    }

    [Fact]
    public void Without_root_the_entry_prints_the_line_that_installs_what_is_missing_and_builds_nothing()
    {
        Fake("id", "echo 1000");
        Fake("sudo", "exit 1");
        Fake("apt-get", "echo this must not be called; exit 1");
        Directory.CreateDirectory(_kit.At("wheel", "lib"));
        Directory.CreateDirectory(_kit.At("wheel", "include", "ATen"));
        File.WriteAllText(_kit.At("wheel", "lib", "libtorch_cpu.so"), "");

        var (exit, output) = Entry(("KIT_LIBTORCH", _kit.At("wheel")), ("CXX", "no-such-compiler"),
            ("PATH", $"{_kit.At("fakes")}:{Environment.GetEnvironmentVariable("PATH")}"));

        Assert.True(exit == ExitCode.MachineLacks, output);
        Assert.Contains("Run as root: apt-get install --no-install-recommends -y g++", output, StringComparison.Ordinal);
        Assert.Contains("KIT_ENGINE=none", output, StringComparison.Ordinal);
        Assert.DoesNotContain("building", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_kit.At("artifacts")));
    }

    [Theory]
    [InlineData("KIT_ENGINE", "off")]
    [InlineData("KIT_TORCH", "tpu")]
    [InlineData("KIT_PACKAGES", "conda")]
    public void A_mistyped_choice_is_bad_usage(string variable, string value)
    {
        var (exit, output) = Entry((variable, value));
        Assert.True(exit == ExitCode.BadInput, output);
        Assert.Contains($"{variable} is '{value}'", output, StringComparison.Ordinal);
    }

    // The entry script itself, in a checkout with nothing in it that could be built.
    private (int ExitCode, string Output) Entry(params (string Name, string Value)[] variables)
    {
        File.Copy(Repository.At("kit"), _kit.At("kit"));
        Directory.CreateDirectory(_kit.At(".kit"));
        File.WriteAllText(_kit.At(".kit", "packages.props"), "<KitPackages>standins</KitPackages>");
        var start = new ProcessStartInfo("sh", [_kit.At("kit"), "run"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in new[] { "KIT_ENGINE", "KIT_PACKAGES", "KIT_TORCH", "KIT_LIBTORCH", "CXX" })
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    private void Fake(string program, string script)
    {
        Directory.CreateDirectory(_kit.At("fakes"));
        File.WriteAllText(_kit.At("fakes", program), $"#!/bin/sh\n{script}\n");
        using var chmod = Process.Start("chmod", ["+x", _kit.At("fakes", program)]);
        chmod.WaitForExit();
    }

    private static void SkipWithPackages() =>
        Skip.If(Kit.Foundation.MachineFacts.Read().Packages == "nuget", "TorchSharp's packages bring their own libtorch.");
}
