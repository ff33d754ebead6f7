using System.CommandLine;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Kit.Benchmarks.Micro;

/// <summary>What one call costs in C#, by BenchmarkDotNet.</summary>
internal static class MicroBenchmarks
{
    public static Command Command()
    {
        var output = new Option<string?>("--output") { Description = "Folder for the report; default out/bench." };
        var command = new Command("micro", "What single calls of the engine cost, by BenchmarkDotNet.") { output };
        command.SetAction(parse =>
        {
            var config = ManualConfig.Create(DefaultConfig.Instance)
                .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
                .AddColumn(StatisticColumn.Min, StatisticColumn.Median)
                .WithArtifactsPath(parse.GetValue(output) ?? Peers.PeerBenchmark.DefaultOutput);
            BenchmarkRunner.Run<CallOverhead>(config);
        });
        return command;
    }
}
