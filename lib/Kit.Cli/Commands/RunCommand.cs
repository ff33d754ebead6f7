using System.CommandLine;
using System.Globalization;
using Kit.Cli.Running;
using Kit.Notebooks.Checking;
using Kit.Notebooks.Export;
using Kit.Notebooks.Format;
using Kit.Notebooks.Running;
using Spectre.Console;

namespace Kit.Cli.Commands;

/// <summary><c>./kit run</c>: executes notebooks; writes executed copies, pages and figures to <c>out/</c>.</summary>
public static class RunCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var notebooks = NotebooksArgument();
        var profile = new Option<string>("--profile")
        {
            Description = "quick: the stored outputs and CI; full: the one for papers",
            DefaultValueFactory = _ => NotebookBatch.Quick,
        };
        profile.AcceptOnlyFromAmong(NotebookBatch.Quick, NotebookBatch.Full);
        var seed = new Option<int?>("--seed") { Description = "the seed of notebooks that declare one; each has its own by default" };
        var output = new Option<string>("--out")
        {
            Description = "the folder for executed notebooks, pages and figures",
            DefaultValueFactory = _ => "out",
            HelpName = "DIR",
        };
        var check = new Option<bool>("--check") { Description = "execute afresh and compare with the stored outputs; fails where they disagree" };
        var update = new Option<bool>("--update") { Description = "store the fresh outputs in the notebooks themselves" };
        var png = new Option<bool>("--png") { Description = "replace SVG pictures by PNG, for places that damage SVG (needs chromium)" };
        var timeout = new Option<double>("--cell-timeout")
        {
            Description = "seconds that a cell may run which does not say so itself (metadata: timeout)",
            DefaultValueFactory = _ => new RunnerOptions().CellTimeout.TotalSeconds,
            HelpName = "SECONDS",
            CustomParser = result =>
            {
                if (double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 1e6)
                {
                    return seconds;
                }

                result.AddError("--cell-timeout takes a number of seconds above 0, up to 1,000,000.");
                return 0;
            },
        };
        var jobs = JobsOption();
        var command = new Command("run", "Execute notebooks: copies with outputs, HTML pages and figures appear in out/; notebooks/ is left alone.")
        {
            notebooks, profile, seed, output, check, update, png, jobs, timeout,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var checkout = Checkout.Find();
            var batch = new NotebookBatch(checkout)
            {
                Out = parsed.GetResult(output) is { Implicit: false } ? Path.GetFullPath(parsed.GetValue(output)!) : checkout.Out,
                Profile = parsed.GetValue(profile)!,
                Seed = parsed.GetValue(seed),
                Check = parsed.GetValue(check),
                Jobs = parsed.GetValue(jobs),
                CellTimeout = TimeSpan.FromSeconds(parsed.GetValue(timeout)),
            };
            return RunAsync(checkout, batch, parsed.GetValue(notebooks) ?? [], parsed.GetValue(update), parsed.GetValue(png), cancellation);
        });
        return command;
    }

    /// <summary>The notebooks that a command works on.</summary>
    internal static Argument<string[]> NotebooksArgument()
    {
        var notebooks = new Argument<string[]>("notebook")
        {
            Description = "a path, a name or a number (00); the whole course with the exercises' solutions where none is given",
            Arity = ArgumentArity.ZeroOrMore,
        };
        RefuseOptions(notebooks);
        return notebooks;
    }

    /// <summary>A mistyped option must not be taken for an argument.</summary>
    internal static void RefuseOptions(Argument argument) => argument.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
        {
            result.AddError($"there is no option '{token.Value}'.");
        }
    });

    /// <summary>How many notebooks run side by side.</summary>
    internal static Option<int> JobsOption()
    {
        var jobs = new Option<int>("--jobs")
        {
            Description = "how many notebooks run side by side, one thread each",
            DefaultValueFactory = _ => Environment.ProcessorCount,
            HelpName = "N",
            CustomParser = result =>
            {
                if (int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var count) && count >= 1)
                {
                    return count;
                }

                result.AddError("--jobs takes a whole number from 1.");
                return 0;
            },
        };
        return jobs;
    }

    private static async Task<int> RunAsync(
        Checkout checkout, NotebookBatch batch, IReadOnlyList<string> names, bool update, bool png, CancellationToken cancellation)
    {
        Refuse(batch.Check && update, "--check compares with the stored outputs and --update replaces them: choose one.");
        Refuse((batch.Check || update) && batch.Seed is not null, "stored outputs belong to each notebook's own seed: --seed goes with neither --check nor --update.");
        Refuse((batch.Check || update) && batch.Profile != NotebookBatch.Quick, "stored outputs are those of the quick profile: --profile full goes with neither --check nor --update.");
        var paths = checkout.Resolve(names);
        Refuse(paths.Count == 0, "there are no notebooks to run.");
        TensorEngine.Prepare();

        Console.WriteLine($"running {(paths.Count == 1 ? "1 notebook" : $"{paths.Count} notebooks")}, {batch.Profile} profile; results go to {checkout.Shown(batch.Out)}/");
        await Task.Yield(); // the command line waits for a command that is stopped only where it has a task to wait for
        var reports = await batch.RunAsync(paths, cancellation);
        JUnitReport.Write(Path.Combine(batch.Out, "junit.xml"), reports.Select(report => report.ToSuite(checkout.Shown(report.Path))));
        var stored = true;
        foreach (var report in reports)
        {
            Write(checkout, batch, report, png);
            stored &= !update || !report.Passed || Store(checkout, batch, report);
        }

        var finished = reports.Where(report => report.Passed).Select(report => (report.Name, report.Run.Notebook)).ToList();
        if (finished.Count > 0)
        {
            // A notebook, its exercise and the solution lead to one another: those that did not run are shown as they are stored.
            var ran = finished.Select(it => it.Name).ToHashSet();
            var others = from page in checkout.Named(checkout.Pages())
                         where !ran.Contains(page.Name) && ran.Any(name => Path.GetFileName(name) == Path.GetFileName(page.Name))
                         select (page.Name, Notebook.Read(page.Path));
            var pages = finished.Concat(others).OrderBy(it => it.Name.Count(c => c == '/')).ToList();
            var site = Site.Write(checkout, pages, Path.Combine(batch.Out, "html"), formulas: false, out var note);
            Console.WriteLine($"pages: {checkout.Shown(Path.Combine(batch.Out, "html", "index.html"))}");
            foreach (var warning in site.Warnings.Append(note).OfType<string>())
            {
                Console.Error.WriteLine($"kit: {warning}");
            }
        }

        return !stored || reports.Any(report => report.BadInput) ? ExitCode.BadInput
            : reports.All(report => report.Passed) ? ExitCode.Fine
            : ExitCode.WrongResult;
    }

    private static void Write(Checkout checkout, NotebookBatch batch, NotebookReport report, bool png)
    {
        var name = report.Name;
        var seconds = report.Run.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        var memory = (report.Run.PeakResidentBytes >> 20).ToString(CultureInfo.InvariantCulture);
        if (!report.Passed)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]FAILED[/] {name} after {seconds} s");
            Console.WriteLine(report.Message);
            Console.WriteLine($"  the {(report.Run.Status == CellStatus.Succeeded ? "executed" : "partial")} notebook is {checkout.Shown(batch.OutputOf(name))}");
            return;
        }

        var notes = new List<string> { report.Run.Cells.Count(cell => cell.Status == CellStatus.Succeeded) is var cells && cells == 1 ? "1 cell" : $"{cells} cells", $"{seconds} s", $"{memory} MB" };
        var executed = report.Run.Notebook;
        if (png)
        {
            notes.Add($"{Pictures(executed)} pictures as PNG");
            executed.Write(batch.OutputOf(name));
        }

        var figures = FigureFiles.Write(executed, Path.Combine(batch.Out, "figures", name));
        notes.Add(figures.Count == 1 ? "1 figure" : $"{figures.Count} figures");
        if (report.Check is { } check)
        {
            notes.Add(check.OtherMachine.Length == 0 ? "agrees with the stored outputs" : $"agrees with outputs stored on another machine ({check.OtherMachine})");
            if (check.NoCompareCells > 0)
            {
                notes.Add($"{check.NoCompareCells} compared by kind only");
            }
        }

        AnsiConsole.MarkupLineInterpolated($"[green]passed[/] {name}: {string.Join(", ", notes)}");
    }

    /// <summary>Stores fresh outputs in a notebook, unless a person has changed or locked it in the meantime.</summary>
    private static bool Store(Checkout checkout, NotebookBatch batch, NotebookReport report)
    {
        var path = checkout.Shown(report.Path);
        var refusal = new FileInfo(report.Path).IsReadOnly ? "is read-only"
            : Notebook.Read(report.Path).ToText() != report.Stored.ToText() ? "was changed while it ran"
            : null;
        if (refusal is not null)
        {
            Console.Error.WriteLine($"kit: {path} {refusal}: its outputs are not stored; they are in {checkout.Shown(batch.OutputOf(report.Name))}.");
            return false;
        }

        report.Run.Notebook.Write(report.Path);
        Console.WriteLine($"stored in {path}");
        return true;
    }

    private static int Pictures(Notebook notebook)
    {
        try
        {
            return ChromiumRenderer.ReplaceSvg(notebook);
        }
        catch (MissingToolException exception)
        {
            throw new MachineLacksException(exception.Message);
        }
    }

    private static void Refuse(bool condition, string message)
    {
        if (condition)
        {
            throw new BadInputException(message);
        }
    }
}
