using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Kit.Cli.Running;
using Kit.Cli.Testing;
using Kit.Notebooks.Format;
using Spectre.Console;

namespace Kit.Cli.Commands;

/// <summary><c>./kit test</c>: every test project, then every notebook and exercise solution executed afresh and compared.</summary>
public static partial class TestCommand
{
    private const string EngineTests = "Engine.Tests";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var filter = new Argument<string?>("filter")
        {
            Description = "only tests and notebooks whose full name contains this text",
            Arity = ArgumentArity.ZeroOrOne,
        };
        RunCommand.RefuseOptions(filter);
        var coverage = new Option<bool>("--coverage") { Description = "measure line coverage of lib/ and fail below --min-coverage" };
        var minimum = new Option<double>("--min-coverage")
        {
            Description = "the least share of lines, in percent, that --coverage accepts",
            DefaultValueFactory = _ => 85,
        };
        var jobs = RunCommand.JobsOption();
        var command = new Command("test", "Run every test, and every notebook and exercise solution against its stored outputs.")
        {
            filter, coverage, minimum, jobs,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            Checkout.Find(), parsed.GetValue(filter), parsed.GetValue(coverage) ? parsed.GetValue(minimum) : null, parsed.GetValue(jobs), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        Checkout checkout, string? filter, double? minimumCoverage, int jobs, CancellationToken cancellation)
    {
        await Task.Yield(); // as in RunCommand: from here on, Ctrl-C waits until the children are gone
        TensorEngine.Prepare();
        var started = Stopwatch.StartNew();
        var results = checkout.At("out", "tests");
        if (Directory.Exists(results))
        {
            Directory.Delete(results, recursive: true);
        }

        Directory.CreateDirectory(results);
        var cases = new List<TestCase>();
        var projects = Projects(checkout);
        foreach (var (project, index) in projects.Select((project, index) => (project, index)))
        {
            AnsiConsole.MarkupLineInterpolated($"[grey][[{index + 1}/{projects.Count}]][/] {project} ...");
            cases.AddRange(await TestProjectAsync(checkout, project, results, filter, minimumCoverage is not null, cancellation));
        }

        var notebooks = checkout.Executed()
            .Where(path => filter is null || checkout.Shown(path).Contains(filter, StringComparison.OrdinalIgnoreCase)).ToList();
        if (notebooks.Count > 0)
        {
            AnsiConsole.MarkupLineInterpolated($"notebooks, executed afresh and compared with what is stored ...");
            cases.AddRange(await CheckNotebooksAsync(checkout, notebooks, jobs, cancellation));
        }

        if (cases.Count == 0)
        {
            throw new BadInputException($"no test or notebook has '{filter}' in its name.");
        }

        var wrong = Summarise(cases, started.Elapsed);
        if (minimumCoverage is { } least)
        {
            wrong |= !CoverageReaches(least, results);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Count(cases, TestOutcome.Passed)} passed, {Count(cases, TestOutcome.Failed)} failed, {Count(cases, TestOutcome.Skipped)} skipped"));
        return wrong ? ExitCode.WrongResult : ExitCode.Fine;
    }

    /// <summary>The test projects below <c>tests/</c>; benchmarks are not tests.</summary>
    private static List<string> Projects(Checkout checkout) =>
        [.. Directory.EnumerateFiles(checkout.At("tests"), "*.Tests.csproj", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    private static async Task<IReadOnlyList<TestCase>> CheckNotebooksAsync(
        Checkout checkout, IReadOnlyList<string> notebooks, int jobs, CancellationToken cancellation)
    {
        var cases = new List<TestCase>();
        var readable = new List<string>();
        foreach (var path in notebooks)
        {
            try
            {
                NotebookBatch.Read(path);
                readable.Add(path);
            }
            catch (NotebookFormatException exception)
            {
                // One file that cannot be read is one failure; the tests that ran and the other notebooks still count.
                cases.Add(new TestCase("notebooks", checkout.Shown(path), TestOutcome.Failed, 0, exception.Message));
            }
        }

        var batch = new NotebookBatch(checkout) { Check = true, Jobs = jobs, Out = checkout.At("out", "check") };
        foreach (var report in await batch.RunAsync(readable, cancellation))
        {
            cases.Add(new TestCase("notebooks", checkout.Shown(report.Path),
                report.Passed ? TestOutcome.Passed : TestOutcome.Failed, report.Run.Elapsed.TotalSeconds, report.Message));
        }

        return cases;
    }

    private static async Task<IReadOnlyList<TestCase>> TestProjectAsync(
        Checkout checkout, string project, string results, string? filter, bool coverage, CancellationToken cancellation)
    {
        var assembly = checkout.At("artifacts", "bin", project, "release", project + ".dll");
        if (!File.Exists(assembly))
        {
            throw new BadInputException($"{checkout.Shown(assembly)} is not built: start the tests with ./kit test.");
        }

        if (project == EngineTests && TensorEngine.IsOff)
        {
            var (_, listed) = await DotnetAsync(checkout, ["test", assembly, "--nologo", "--list-tests"], cancellation);
            return [.. TestsListed(listed).Where(name => filter is null || name.Contains(filter, StringComparison.OrdinalIgnoreCase))
                .Select(name => new TestCase(project, name, TestOutcome.Skipped, 0, TensorEngine.OffReason))];
        }

        // The collector of coverage is found through its package, which only the project knows.
        string[] arguments =
        [
            "test", .. coverage ? [checkout.At("tests", project, project + ".csproj"), "--no-build", "-c", "Release"] : new[] { assembly }, "--nologo", "--logger", $"trx;LogFileName={project}.trx", "--results-directory", results,
            .. filter is null ? Array.Empty<string>() : ["--filter", $"FullyQualifiedName~{FilterSign().Replace(filter, @"\$0")}"],
            .. coverage ? ["--collect", "XPlat Code Coverage", "--settings", checkout.At("tests", "coverage.runsettings")] : Array.Empty<string>(),
        ];
        var (exit, log) = await DotnetAsync(checkout, arguments, cancellation);
        await File.WriteAllTextAsync(Path.Combine(results, project + ".log"), log, cancellation);
        var trx = Path.Combine(results, project + ".trx");
        var cases = File.Exists(trx) ? TrxReport.Read(trx, project) : [];
        var failed = cases.Any(test => test.Outcome == TestOutcome.Failed);
        if (exit != 0 && !failed)
        {
            // The test host died: that is a failure even where every test that reported passed.
            return [.. cases, new TestCase(project, project + " (test host)", TestOutcome.Failed, 0, Tail(log, 30))];
        }

        // A project that lost all its tests must not look green.
        return cases.Count == 0 && filter is null
            ? [new TestCase(project, project + " (no tests found)", TestOutcome.Failed, 0, Tail(log, 30))]
            : cases;
    }

    private static async Task<(int ExitCode, string Log)> DotnetAsync(Checkout checkout, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = checkout.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, await output + await error);
    }

    /// <summary>The names in what <c>dotnet test --list-tests</c> prints: the indented lines.</summary>
    internal static IEnumerable<string> TestsListed(string log) =>
        LineBreak().Split(log).Where(line => line.StartsWith("    ", StringComparison.Ordinal) && line.Trim().Length > 0).Select(line => line.Trim());

    private static bool Summarise(List<TestCase> cases, TimeSpan elapsed)
    {
        foreach (var test in cases.Where(test => test.Outcome == TestOutcome.Failed))
        {
            AnsiConsole.MarkupLineInterpolated($"[red]FAILED[/] {test.Name}");
            Console.WriteLine(test.Message);
        }

        foreach (var reason in cases.Where(test => test.Outcome == TestOutcome.Skipped).GroupBy(test => test.Message ?? "no reason given"))
        {
            Console.WriteLine($"skipped ({reason.Count()}): {reason.Key}");
        }

        var table = new Table { Title = new TableTitle("slowest ten"), Border = TableBorder.Minimal };
        table.AddColumns("seconds", "test");
        foreach (var test in cases.OrderByDescending(test => test.Seconds).Take(10))
        {
            table.AddRow(test.Seconds.ToString("0.00", CultureInfo.InvariantCulture), Markup.Escape(test.Name));
        }

        AnsiConsole.Write(table);
        foreach (var suite in cases.GroupBy(test => test.Suite))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{suite.Key}: {Count(suite, TestOutcome.Passed)} passed, {Count(suite, TestOutcome.Failed)} failed, {Count(suite, TestOutcome.Skipped)} skipped, {suite.Sum(test => test.Seconds):0.0} s"));
        }

        Console.WriteLine($"all of it took {elapsed:mm\\:ss}");
        return cases.Any(test => test.Outcome == TestOutcome.Failed);
    }

    private static bool CoverageReaches(double least, string results)
    {
        var coverage = new LineCoverage();
        foreach (var file in Directory.EnumerateFiles(results, "coverage.cobertura.xml", SearchOption.AllDirectories))
        {
            coverage.Add(file);
        }

        foreach (var (assembly, covered, lines) in coverage.Assemblies)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"coverage {assembly}: {100.0 * covered / lines:0.0} % of {lines} lines"));
        }

        var reached = 100 * coverage.Share >= least;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"coverage of lib: {100 * coverage.Share:0.0} % of lines ({(reached ? "at least" : "below")} {least:0.#} %)"));
        return reached;
    }

    private static int Count(IEnumerable<TestCase> cases, TestOutcome outcome) => cases.Count(test => test.Outcome == outcome);

    private static string Tail(string log, int lines) =>
        string.Join('\n', LineBreak().Split(log.TrimEnd()).TakeLast(lines));

    // What the filter language of the test platform reads as an operator.
    [GeneratedRegex(@"[\\()&|=!~]")]
    private static partial Regex FilterSign();

    [GeneratedRegex("\r?\n")]
    private static partial Regex LineBreak();
}
