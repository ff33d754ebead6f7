using System.CommandLine;
using Kit.Benchmarks.Engine;
using Kit.Benchmarks.Micro;
using Spectre.Console;

namespace Kit.Benchmarks;

/// <summary>The benchmarks of the kit: ratios against a peer that is measured in the same run, never bare times.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        // A log or a pipe gets plain text.
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Capabilities.Ansi = false;
            AnsiConsole.Profile.Width = 160;
        }

        var root = new RootCommand("Measures the kit against its peers. Each figure is a ratio against a peer measured in the same run.")
        {
            EngineBenchmark.Command(),
            MicroBenchmarks.Command(),
            EngineWorker.Command(),
        };
        return root.Parse(args).Invoke();
    }
}
