using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Kit.Engine;
using TorchSharp;

namespace Kit.Benchmarks.Peers;

/// <summary>The C# side of a benchmark, in a process of its own: speaks the protocol of peers/worker.py.</summary>
internal static class WorkerLoop
{
    /// <summary>The hidden command of a worker.</summary>
    /// <param name="verb">Its name.</param>
    /// <param name="prepare">By name of a measure: what to repeat, and how many units one repetition holds.</param>
    public static Command Command(string verb, Func<string, (Action Run, int Count)> prepare)
    {
        var command = new Command(verb, "The C# side of a benchmark.") { Hidden = true };
        command.SetAction(_ => Serve(Console.In, Console.Out, prepare));
        return command;
    }

    private static int Serve(TextReader input, TextWriter output, Func<string, (Action Run, int Count)> prepare)
    {
        torch.set_num_threads(1);
        torch.manual_seed(1);
        var facts = EngineFacts.Read();
        output.WriteLine(JsonSerializer.Serialize(new
        {
            name = $"C# .NET {Environment.Version}, {facts.Name}",
            torch = facts.Libtorch,
            blas = facts.Blas,
            threads = torch.get_num_threads(),
        }));
        output.Flush();
        var ready = new Dictionary<string, (Action Run, int Count)>();
        while (input.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            if (!ready.TryGetValue(parts[0], out var work))
            {
                ready[parts[0]] = work = prepare(parts[0]);
                work.Run();
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{parts[0]} {Fastest(work.Run, double.Parse(parts[1], CultureInfo.InvariantCulture)) / work.Count}"));
            output.Flush();
        }

        return 0;
    }

    private static double Fastest(Action run, double seconds)
    {
        var best = double.PositiveInfinity;
        var begun = Stopwatch.GetTimestamp();
        do
        {
            var start = Stopwatch.GetTimestamp();
            run();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds);
        }
        while (Stopwatch.GetElapsedTime(begun).TotalSeconds < seconds);

        return best;
    }
}
