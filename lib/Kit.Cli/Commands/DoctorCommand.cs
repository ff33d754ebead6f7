using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Kit.Engine;
using Kit.Foundation;
using Spectre.Console;

namespace Kit.Cli.Commands;

/// <summary><c>./kit doctor</c>: what this machine has, what the kit chose, and what is missing for what.</summary>
public static class DoctorCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("doctor", "Show what this machine has, what the kit chose, and what is missing for what.");
        command.SetAction(_ => Report(Checkout.Find(), MachineFacts.Read()));
        return command;
    }

    private static int Report(Checkout checkout, MachineFacts facts)
    {
        var table = new Table { Border = TableBorder.Minimal, ShowHeaders = false };
        table.AddColumns("fact", "value");
        table.Columns[0].NoWrap();
        void Add(string name, string value) => table.AddRow(name, value);

        Add("kit", Markup.Escape($"{facts.Kit}, commit {Commit(checkout)}"));
        Add(".NET", Markup.Escape(facts.Runtime));
        Add("operating system", Markup.Escape(facts.OperatingSystem));
        Add("processor", Markup.Escape(string.Create(CultureInfo.InvariantCulture,
            $"{facts.Processor}, {facts.Cores} cores, {string.Join(' ', facts.VectorExtensions)}")));
        Add("memory", string.Create(CultureInfo.InvariantCulture, $"{facts.MemoryGiB:0.0} GiB"));
        Add("package mode", facts.Packages == "nuget"
            ? "nuget: TorchSharp, Deedle and Plotly.NET from the package feed"
            : "standins: TorchSharp, Deedle and Plotly.NET do not restore here or were not asked for; lib/standins takes their place");
        AddEngine(table, facts.Engine);
        Add("threads", string.Create(CultureInfo.InvariantCulture,
            $"{facts.Engine.Threads} (KIT_THREADS; training asks for all {facts.Cores}); one per notebook, as many notebooks side by side as there are cores"));
        if (facts.EnvironmentOverrides.Count > 0)
        {
            Add("[yellow]environment[/]", Markup.Escape($"these variables change speed or numbers: {string.Join(", ", facts.EnvironmentOverrides)}"));
        }

        if (facts.Packages == "standins")
        {
            AddTool(table, "g++", "-dumpfullversion", "g++", "building the engine, once for each libtorch");
        }

        AddTool(table, "node", "--version", "nodejs", "./kit export (mathematics) and the browser tests");
        AddTool(table, "npm", "--version", "npm", "./kit export (mathematics) and the browser tests");
        AddTool(table, "chromium", "--version", "chromium", "./kit run --png and the browser tests");
        AddTool(table, "git", "--version", "git", "stating the commit beside results");
        AnsiConsole.Write(table);
        return ExitCode.Fine;
    }

    private static void AddEngine(Table table, EngineFacts facts)
    {
        void Add(string name, string value) => table.AddRow(name, Markup.Escape(value));
        if (facts.Problem is { } missing)
        {
            table.AddRow("[red]engine[/]", Markup.Escape($"none: {missing}"));
            Add("without it", "doctor, export, build and clean work; KIT_ENGINE=none ./kit run|test goes on with what needs no tensors");
            return;
        }

        Add("engine", $"{facts.Name} on {facts.Libtorch} ({facts.Origin})");
        try
        {
            var check = EngineCheck.Run();
            var more = facts.BlasThreading.Length > 0 ? facts.BlasThreading : check.ConfiguredBlas;
            var blas = more.Length > 0 ? $"{facts.Blas}, {more}" : facts.Blas;
            Add("BLAS", string.Create(CultureInfo.InvariantCulture,
                $"{blas}: {check.Gflops:0} GFLOP/s on one thread, {check.GflopsOnAllCores:0} on {check.Cores} (1024 × 1024 matrices of 32-bit numbers)"));
            if (check.Capability.Length > 0)
            {
                Add("vector code", $"{check.Capability} (libtorch's own kernels)");
            }

            Add("CUDA devices", check.CudaDevices == 0 ? "none" : $"{check.CudaDevices}{Ask("nvidia-smi", "--query-gpu=name", "--format=csv,noheader") switch { { } names => $": {names.ReplaceLineEndings(", ")}", null => "" }}");
        }
        catch (Exception unusable) when (unusable is DllNotFoundException or TypeInitializationException or System.Runtime.InteropServices.ExternalException)
        {
            table.AddRow("[red]engine unusable[/]", Markup.Escape((unusable as TypeInitializationException)?.InnerException?.Message ?? unusable.Message));
        }

        foreach (var warning in facts.Warnings)
        {
            table.AddRow("[yellow]warning[/]", Markup.Escape(warning));
        }
    }

    private static void AddTool(Table table, string tool, string argument, string package, string purpose) =>
        table.AddRow(tool, Markup.Escape(Ask(tool, argument) ?? $"missing; needed for {purpose}: apt-get install --no-install-recommends -y {package}"));

    private static string Commit(Checkout checkout) =>
        Ask("git", "-C", checkout.Root, "rev-parse", "--short", "HEAD") is { } commit
            ? commit + (Ask("git", "-C", checkout.Root, "status", "--porcelain") is { Length: > 0 } ? ", with uncommitted changes" : "")
            : "unknown";

    /// <summary>What a program prints, or null where it is not there or fails.</summary>
    private static string? Ask(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.BeginErrorReadLine(); // a pipe that nobody reads would block it
            var text = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? text : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
