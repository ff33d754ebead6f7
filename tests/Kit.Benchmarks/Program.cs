using System.CommandLine;
using Kit.Benchmarks.Bandits;
using Kit.Benchmarks.Engine;
using Kit.Benchmarks.Micro;
using Kit.Benchmarks.Peers;
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
            EngineBenchmark.Create().Command(),
            BanditsBenchmark.Create().Command(),
            MicroBenchmarks.Command(),
            WorkerLoop.Command(EngineWork.Verb, EngineWork.Prepare),
            WorkerLoop.Command(BanditsWork.Verb, BanditsWork.Prepare),
        };
        return root.Parse(args).Invoke();
    }
}
