using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Kit.Foundation;
using Spectre.Console;

namespace Kit.Benchmarks.Peers;

/// <summary>
/// Work here against the same work in Python: both sides in child processes, rounds interleaved. What counts is the ratio of the fastest
/// rounds.
/// </summary>
internal sealed class PeerBenchmark
{
    /// <summary>The command, the name of peers/NAME.py and of the file NAME.json.</summary>
    public required string Name { get; init; }

    /// <summary>What is compared, for the help text.</summary>
    public required string Description { get; init; }

    /// <summary>The verb of our own side's worker.</summary>
    public required string WorkerVerb { get; init; }

    /// <summary>The Debian package that the peer needs.</summary>
    public required string PeerPackage { get; init; }

    /// <summary>What is measured.</summary>
    public required IReadOnlyList<Measure> Measures { get; init; }

    /// <summary>The environments under which it is measured: variables to set, or with null to unset.</summary>
    public required IReadOnlyList<(string Name, IReadOnlyDictionary<string, string?> Environment)> Settings { get; init; }

    /// <summary>Printed below the table.</summary>
    public required string Note { get; init; }

    public Command Command()
    {
        var rounds = new Option<int>("--rounds") { Description = "Rounds per measure, interleaved between the sides.", DefaultValueFactory = _ => 7 };
        var output = new Option<string?>("--output") { Description = $"Folder for {Name}.json; default out/bench." };
        var python = new Option<string>("--python")
        {
            Description = "The Python of the peer.",
            DefaultValueFactory = _ => File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3",
        };
        var only = new Option<string[]>("--measure") { Description = "Only these: " + string.Join(", ", Measures.Select(m => m.Name)) + "." };
        rounds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 5)
                result.AddError("--rounds must be at least 5: fewer say nothing about the spread.");
        });
        only.Validators.Add(result =>
        {
            foreach (var name in result.GetValueOrDefault<string[]>() ?? [])
                if (Measures.All(m => m.Name != name))
                    result.AddError($"there is no measure '{name}'; there are {string.Join(", ", Measures.Select(m => m.Name))}.");
        });
        var command = new Command(Name, Description) { rounds, output, python, only };
        command.SetAction((parse, cancel) => Task.FromResult(Run(
            parse.GetValue(rounds), parse.GetValue(output), parse.GetValue(python)!, parse.GetValue(only) ?? [], cancel)));
        return command;
    }

    private int Run(int rounds, string? output, string python, string[] only, CancellationToken cancel)
    {
        var measures = Measures.Where(m => only.Length == 0 || only.Contains(m.Name)).ToList();
        var load = Load();
        var results = new List<PeerResult>();
        var workers = new Dictionary<string, (JsonElement CSharp, JsonElement? Python)>();
        try
        {
            AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).Start(context =>
            {
                var task = context.AddTask($"{Name} benchmark", maxValue: Settings.Count * rounds * measures.Sum(m => m.Seconds));
                foreach (var (name, environment) in Settings)
                {
                    using var mine = Need(WorkerProcess.Start(Environment.ProcessPath!, WorkerArguments, environment));
                    var (theirs, failure) = WorkerProcess.Start(python, [Path.Combine(AppContext.BaseDirectory, "peers", Name + ".py")], environment);
                    using (theirs)
                    {
                        if (theirs is null)
                            AnsiConsole.MarkupLineInterpolated($"[yellow]no peer:[/] {failure} (Debian: apt-get install {PeerPackage})");
                        workers[name] = (mine.Facts, theirs?.Facts);
                        results.AddRange(Rounds(name, measures, rounds, mine, theirs, task.Increment, cancel));
                    }
                }
            });
        }
        catch (OperationCanceledException)
        {
            AnsiConsole.MarkupLine("[yellow]stopped; nothing was written.[/]");
            return 130;
        }

        Print(results, workers, load);
        Write(output ?? DefaultOutput, results, workers, load, rounds);
        return results.Any(r => r.Held == false) ? 1 : 0;
    }

    /// <summary>out/bench of the checkout.</summary>
    public static string DefaultOutput => Path.Combine(Root, "out", "bench");

    private static string Root => Environment.GetEnvironmentVariable("KIT_ROOT") ?? ".";

    private string[] WorkerArguments =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? [typeof(PeerBenchmark).Assembly.Location, WorkerVerb]
            : [WorkerVerb];

    private static WorkerProcess Need((WorkerProcess? Worker, string? Failure) started) =>
        started.Worker ?? throw new InvalidOperationException($"the C# side does not start: {started.Failure}");

    private static List<PeerResult> Rounds(string setting, List<Measure> measures, int rounds, WorkerProcess mine, WorkerProcess? theirs,
        Action<double> progress, CancellationToken cancel)
    {
        var times = measures.ToDictionary(m => m, _ => (Mine: new List<double>(), Theirs: new List<double>()));
        for (var round = 0; round < rounds; round++)
            foreach (var measure in measures)
            {
                cancel.ThrowIfCancellationRequested();
                times[measure].Mine.Add(mine.Measure(measure.Name, measure.Seconds / 2));
                if (theirs is not null)
                    times[measure].Theirs.Add(theirs.Measure(measure.Name, measure.Seconds / 2));
                progress(measure.Seconds);
            }

        return [.. measures.Select(m => new PeerResult(setting, m, new Series(times[m].Mine), theirs is null ? null : new Series(times[m].Theirs)))];
    }

    private void Print(List<PeerResult> results, Dictionary<string, (JsonElement CSharp, JsonElement? Python)> workers, string load)
    {
        foreach (var setting in results.GroupBy(r => r.Setting))
        {
            var table = new Table { Title = new TableTitle(Markup.Escape(setting.Key)) };
            foreach (var column in (string[])["measure", "C# min", "median", "spread", "Python min", "median", "spread", "ratio", "bound"])
                table.AddColumn(column);
            foreach (var r in setting)
                table.AddRow(r.Measure.Title, Time(r.CSharp.Minimum), Time(r.CSharp.Median), Percent(r.CSharp.Spread),
                    Time(r.Python?.Minimum), Time(r.Python?.Median), Percent(r.Python?.Spread),
                    r.Ratio is { } ratio ? $"{ratio:F2}" : "-",
                    $"{(r.Measure.Bound is { } bound ? $"{bound:F2} " : "")}{(r.Held switch { true => "held", false => "[red]exceeded[/]", null => "-" })}");
            AnsiConsole.Write(table);
            var (sharp, peer) = workers[setting.Key];
            AnsiConsole.WriteLine($"C#: {sharp}\nPython: {peer?.ToString() ?? "none"}");
        }

        AnsiConsole.WriteLine($"{Machine(MachineFacts.Read())}; load average before: {load}; commit {Commit()}");
        AnsiConsole.WriteLine($"ratio = fastest C# round / fastest Python round; spread = (max - min) / median of the rounds; {Note}");
    }

    private void Write(string folder, List<PeerResult> results, Dictionary<string, (JsonElement CSharp, JsonElement? Python)> workers, string load, int rounds)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, Name + ".json");
        File.WriteAllText(path, JsonSerializer.Serialize(new
        {
            label = "measured",
            command = $"./kit bench {Name} --rounds {rounds}",
            commit = Commit(),
            machine = Machine(MachineFacts.Read()),
            loadBefore = load,
            workers = workers.ToDictionary(w => w.Key, w => new { csharp = w.Value.CSharp, python = w.Value.Python }),
            results = results.Select(r => new
            {
                r.Setting,
                measure = r.Measure.Name,
                unit = "ns",
                csharp = r.CSharp.Rounds,
                python = r.Python?.Rounds,
                r.Ratio,
                r.Measure.Bound,
                r.Measure.Limit,
            }),
        }, JsonSerializerOptions.Web));
        AnsiConsole.WriteLine($"written: {path}");
    }

    private static string Machine(MachineFacts facts) => string.Create(CultureInfo.InvariantCulture,
        $"{facts.Processor}, {facts.Cores} cores, {string.Join(' ', facts.VectorExtensions)}, {facts.MemoryGiB:F0} GiB, {facts.OperatingSystem}");

    /// <summary>The commit of the checkout, with + where files differ from it.</summary>
    private static string Commit()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", Root, "describe", "--always", "--dirty=+", "--exclude=*"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var commit = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? commit : "unknown";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "unknown";
        }
    }

    private static string Load() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";

    private static string Percent(double? share) => share is { } s ? s.ToString("P0", CultureInfo.InvariantCulture) : "-";

    private static string Time(double? ns) => ns switch
    {
        null => "-",
        < 1e3 => $"{ns:F0} ns",
        < 1e6 => $"{ns / 1e3:F1} us",
        _ => $"{ns / 1e6:F2} ms",
    };
}
