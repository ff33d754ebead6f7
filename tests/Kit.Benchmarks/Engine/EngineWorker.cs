using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Kit.Engine;
using TorchSharp;

namespace Kit.Benchmarks.Engine;

/// <summary>The C# side of the engine benchmark, in a process of its own: speaks the protocol of peers/engine.py.</summary>
internal static class EngineWorker
{
    public const string Verb = "engine-worker";

    public static Command Command()
    {
        var command = new Command(Verb, "The C# side of 'engine'.") { Hidden = true };
        command.SetAction(_ => Serve(Console.In, Console.Out));
        return command;
    }

    private static int Serve(TextReader input, TextWriter output)
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
                ready[parts[0]] = work = EngineWork.Prepare(parts[0]);
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
