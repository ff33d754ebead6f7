using System.Text.Json.Nodes;
using Kit.Notebooks.Format;
using Kit.Notebooks.Running;
using Kit.TestSupport;
using Xunit.Abstractions;

namespace Kit.Notebooks.Tests.Running;

public class NotebookRunnerTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Outputs_are_stored_as_nbformat_has_them()
    {
        using var run = Run.Of(
            "Console.Write(\"a\");\nConsole.WriteLine(\"b\");\nConsole.Error.WriteLine(\"e\");\nConsole.WriteLine(\"c\");\n6 * 7",
            "for (var i = 0; i <= 100; i += 50) Console.Write($\"\\r{i} %\");\nConsole.WriteLine();\nConsole.Write(\"long line\\rlo\\r\\n\");",
            "void Clear(bool wait) => Kit.Display.DisplayContext.Current!.Clear(wait);",
            "var shown = display(\"one\");\n\"two\".Display();",
            "shown.Update(\"eins\");\nKit.Display.DisplayContext.Current!.Update(new(), \"unknown\");",
            "display(\"gone\");\nConsole.Write(\"gone\");\nClear(false);\ndisplay(\"kept\");\nClear(true);",
            "display(\"gone\");\nClear(true);\nConsole.Write(\"instead\");",
            "Console.Write(\"😀 größe 数 \\u2028\");\nConsole.Write('\\ud83d');\nConsole.Write('\\ude00');\nConsole.Write('\\ud800');\n\"\\ud800x\"",
            "var gate = new TaskCompletionSource();\nvar late = Task.Run(async () => { await gate.Task; Console.Write(\"late\"); });",
            "gate.SetResult();\nawait late;\nConsole.Write(\"now\");",
            "Environment.GetEnvironmentVariable(\"KIT_THREADS\") + Environment.GetEnvironmentVariable(\"OMP_NUM_THREADS\") + System.IO.File.Exists(\"notebook.ipynb\")",
            "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int puts(string text);\nConsole.Write(\"managed \");\nputs(\"from C\");\nConsole.Write(\"first\\n\");",
            "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int raise(int signal);\n_ = raise(2);\nawait Task.Delay(50);\n\"Ctrl-C is the owner's business\"",
            "try { Console.ReadLine(); } catch (InvalidOperationException) { Console.Write(\"nobody\"); }");
        run.Source.Metadata["kit"] = new JsonObject { ["seconds"] = 3, ["profile"] = "old" };
        run.Source.AddCode("<b>x</b>").Language = "html";
        run.Source.AddCode("let x = 1").Language = "fsharp";
        run.Source.AddCode("throw new Exception();", null, "skip-execution").Outputs.Add(Notebooks.Format.Outputs.Stream("stdout", "stored"));
        run.Source.AddCode("  ");

        var result = await run.ExecuteAsync(new RunnerOptions { NotebookMetadata = new JsonObject { ["profile"] = "quick" } });

        Assert.Equal(CellStatus.Succeeded, result.Status);
        Assert.Null(result.FirstFailure);
        Assert.Equal(
            ["stream stdout ab\n", "stream stderr e\n", "stream stdout c\n", "execute_result  42"],
            run.Outputs(0).Select(it => $"{it["output_type"]} {it["name"]} {it["text"] ?? it["data"]!["text/plain"]}"));
        Assert.Equal("1", run.Outputs(0)[3]["execution_count"]!.ToJsonString());
        Assert.Equal("100 %\nlong line\n", run.Text(1));
        Assert.Equal("einstwo", run.Text(3));
        Assert.Empty(run.Outputs(4));
        Assert.Equal("kept", run.Text(5));
        Assert.Equal("instead", run.Text(6));
        Assert.Equal("😀 größe 数 \u2028😀\ufffd\ufffdx", run.Text(7));
        Assert.Equal("late", run.Text(8));
        Assert.Equal("now", run.Text(9));
        Assert.Equal("11True", run.Text(10));
        Assert.Equal("managed first\nfrom C\n", run.Text(11));
        Assert.Equal("Ctrl-C is the owner's business", run.Text(12));
        Assert.Equal("nobody", run.Text(13));
        Assert.Equal("<b>x</b>", (string?)run.Outputs(14)[0]["data"]!["text/html"]);
        Assert.Empty(run.Outputs(15));
        Assert.Equal("stored", run.Text(16));
        Assert.Empty(run.Outputs(17));
        Assert.Equal([15, null, null, null], Notebook.Read(run.OutputPath).CodeCells.Skip(14).Select(cell => cell.ExecutionCount));
        Assert.Equal("""{"profile":"quick","seconds":3}""", Sorted(Notebook.Read(run.OutputPath).Metadata["kit"]!.AsObject()));
        Assert.Equal(run.Source.ToText(), Notebook.Read(run.Path).ToText());
        Assert.DoesNotContain(run.Folder, File.ReadAllText(run.OutputPath), StringComparison.Ordinal);

        var bytes = File.ReadAllBytes(run.OutputPath);
        await run.ExecuteAsync(new RunnerOptions { NotebookMetadata = new JsonObject { ["profile"] = "quick" } });
        Assert.Equal(bytes, File.ReadAllBytes(run.OutputPath));
    }

    [Fact]
    public async Task After_an_error_nothing_runs_and_old_outputs_are_gone()
    {
        using var run = Run.Of("1", "throw new InvalidOperationException(\"stop\");", "3");
        run.Source.CodeCells.Last().Outputs.Add(Outputs.Stream("stdout", "old"));
        var result = await run.ExecuteAsync();
        Assert.Equal(CellStatus.Failed, result.Status);
        Assert.Equal([CellStatus.Succeeded, CellStatus.Failed, CellStatus.Skipped], result.Cells.Select(cell => cell.Status));
        Assert.Equal("Cell 2", result.FirstFailure!.Name);
        Assert.Equal(("System.InvalidOperationException", "stop", "System.InvalidOperationException: stop\n   at Cell 2, line 1\n      throw new InvalidOperationException(\"stop\");"), run.Error(1));
        Assert.Empty(run.Outputs(2));
    }

    [Fact]
    public async Task An_error_that_is_announced_or_allowed_does_not_stop_the_run()
    {
        using var run = Run.Of();
        run.Source.AddCode("throw new Exception(\"announced\");", null, "raises-exception");
        run.Source.AddCode("int x = \"does not compile\";");
        run.Source.AddCode("3");
        Assert.Equal(CellStatus.Failed, (await run.ExecuteAsync()).Status);
        var allowed = await run.ExecuteAsync(new RunnerOptions { AllowErrors = true });
        Assert.Equal(CellStatus.Succeeded, allowed.Status);
        Assert.Equal("announced", allowed.FirstFailure!.Error!.Message);
        Assert.Equal("announced", run.Error(0).Message);
        Assert.Equal("CompilationError", run.Error(1).Name);
        Assert.Equal("3", run.Text(2));
    }

    [Fact]
    public async Task Parameters_replace_the_defaults_and_keep_their_types()
    {
        using var run = Run.Of();
        run.Source.AddCode("double rate = 0.5; // a comment\nvar seed = 1;\nstring profile = \"quick\", other = \"o\";\nbool draw = true;\nulong big = 0;", "declared", "parameters");
        run.Source.AddCode("$\"{rate / 2} {seed} {profile} {other} {draw} {big}\"");
        var values = new Dictionary<string, object> { ["rate"] = 3, ["seed"] = 7, ["profile"] = "a \"b\" \\ {c}\n\u2028); Environment.Exit(1); //", ["draw"] = false, ["big"] = ulong.MaxValue };
        Assert.Equal(CellStatus.Succeeded, (await run.ExecuteAsync(new RunnerOptions { Parameters = values })).Status);
        Assert.Equal("1.5 7 a \"b\" \\ {c}\n\u2028); Environment.Exit(1); // o False 18446744073709551615", run.Text(2));

        // The executed notebook is run again with other values: the injected cell is replaced.
        File.Copy(run.OutputPath, run.Path, overwrite: true);
        var again = await NotebookRunner.RunAsync(run.Path, new RunnerOptions { Parameters = new Dictionary<string, object> { ["rate"] = 1.0 } });
        Assert.Equal(["double rate = 0.5; // a comment", "rate = 1.0;", "$\"{rate / 2} {seed} {profile} {other} {draw} {big}\""], again.Notebook.CodeCells.Select(cell => cell.Source.Split('\n')[0]));
        Assert.Equal("injected-parameters", again.Notebook.CodeCells.ElementAt(1).Tags.Single());
        Assert.Contains("0.5 1 quick o True 0", again.Notebook.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_that_the_notebook_lacks_is_refused_by_name()
    {
        using var run = Run.Of();
        run.Source.AddCode("var seed = 1;\nvar size = 3;", null, "parameters");
        Assert.Equal(["seed = 1", "size = 3"], NotebookParameters.Declared(run.Source).Select(it => $"{it.Key} = {it.Value}"));
        var unknown = await Assert.ThrowsAsync<NotebookFormatException>(() => run.ExecuteAsync(new RunnerOptions { Parameters = new Dictionary<string, object> { ["sede"] = 1 } }));
        Assert.EndsWith("there is no parameter 'sede'; its parameters are seed, size.", unknown.Message, StringComparison.Ordinal);
        var odd = await Assert.ThrowsAsync<NotebookFormatException>(() => run.ExecuteAsync(new RunnerOptions { Parameters = new Dictionary<string, object> { ["seed"] = new object() } }));
        Assert.Contains("parameter 'seed' is a Object", odd.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(run.OutputPath));
    }

    [Fact]
    public async Task Two_notebooks_run_side_by_side()
    {
        // Each waits for a file that the other writes: one after the other they would never end.
        using var folder = new TemporaryFolder();
        string Wait(string mine, string others) => $"System.IO.File.WriteAllText(@\"{folder.At(mine)}\", \"\");\nwhile (!System.IO.File.Exists(@\"{folder.At(others)}\")) await Task.Delay(10);\nvar me = \"{mine}\";";
        using var first = Run.Of(Wait("a", "b"), "me");
        using var second = Run.Of(Wait("b", "a"), "me");
        var results = await Task.WhenAll(first.ExecuteAsync(), second.ExecuteAsync());
        Assert.All(results, result => Assert.Equal(CellStatus.Succeeded, result.Status));
        Assert.Equal(("a", "b"), (first.Text(1), second.Text(1)));
    }

    [Fact]
    public async Task Two_hundred_cells_stay_within_450_MB_and_progress_is_told()
    {
        using var run = Run.Of([.. Enumerable.Range(0, 200).Select(i => $"var x{i} = {i} + {(i == 0 ? "0" : $"x{i - 1}")};\nx{i}")]);
        var told = new List<RunProgress>();
        var expected = run.Source.Cells.ToDictionary(cell => cell.Id, _ => 1.0);
        var result = await run.ExecuteAsync(new RunnerOptions { ExpectedSeconds = expected }, new Listener(told));
        Assert.Equal(CellStatus.Succeeded, result.Status);
        Assert.Equal("19900", run.Text(199));
        var times = result.Cells.Select(cell => cell.Elapsed.TotalMilliseconds).Order().ToList();
        output.WriteLine($"median {times[100]:F1} ms a cell, slowest {times[^1]:F0} ms, whole run {result.Elapsed.TotalSeconds:F1} s, {result.PeakResidentBytes / 1e6:F0} MB");
        Assert.InRange(result.PeakResidentBytes, 50_000_000, 450_000_000);
        Assert.Equal([.. Enumerable.Range(1, 200), 200], told.Select(it => it.Cell));
        Assert.Equal(200, told[0].Remaining!.Value.TotalSeconds);
        Assert.Equal(TimeSpan.Zero, told[^1].Remaining);
        Assert.True(told[^1].Finished);
    }

    [Fact]
    public async Task Too_much_output_is_cut_and_the_cell_says_so()
    {
        using var run = Run.Of("var line = new string('x', 999);\nfor (var i = 0; i < 50_000; i++) Console.WriteLine(line);", "1 + 1");
        var result = await run.ExecuteAsync(new RunnerOptions { CellOutputBytes = 1_000_000 });
        Assert.Equal(CellStatus.Succeeded, result.Status);
        Assert.Equal(["stdout", "stderr"], run.Outputs(0).Select(it => (string?)it["name"]));
        Assert.Contains("left out: it may store 1,000,000 bytes", (string?)run.Outputs(0)[1]["text"], StringComparison.Ordinal);
        Assert.InRange(new FileInfo(run.OutputPath).Length, 900_000, 1_100_000);
        Assert.Equal("2", run.Text(1));
    }

    [Fact]
    public async Task Updates_that_grow_share_what_a_cell_may_store()
    {
        using var run = Run.Of("for (var i = 0; i < 5; i++) { display(\"start\").Update(new string((char)('a' + i), 40_000)); }");

        await run.ExecuteAsync(new RunnerOptions { CellOutputBytes = 100_000 });

        Assert.InRange(new FileInfo(run.OutputPath).Length, 80_000, 100_000);
        Assert.Contains("left out", run.Text(0), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_with_nothing_to_run_needs_no_worker()
    {
        using var run = Run.Of("  ");
        run.Source.AddMarkdown("# prose");
        var result = await run.ExecuteAsync(new RunnerOptions { Worker = new WorkerCommand("does-not-exist", []) });
        Assert.Equal((CellStatus.Succeeded, 2), (result.Status, Notebook.Read(run.OutputPath).Cells.Count));
    }

    [Fact]
    public async Task A_notebook_is_not_overwritten_by_its_own_run()
    {
        using var run = Run.Of("1");
        run.Source.Write(run.Path);
        await Assert.ThrowsAsync<ArgumentException>(() => NotebookRunner.RunAsync(run.Path, new RunnerOptions { OutputPath = run.Folder + "/./notebook.ipynb" }));
    }

    [Fact]
    public async Task A_notebook_in_another_language_is_refused()
    {
        using var run = Run.Of("1");
        run.Source.Metadata["kernelspec"] = new JsonObject { ["name"] = "python3", ["language"] = "python", ["display_name"] = "Python" };
        Assert.Contains("is a notebook in python", (await Assert.ThrowsAsync<NotebookFormatException>(() => run.ExecuteAsync())).Message, StringComparison.Ordinal);
    }

    private static string Sorted(JsonObject json) => new JsonObject(json.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new KeyValuePair<string, JsonNode?>(entry.Key, entry.Value?.DeepClone()))).ToJsonString();

    private sealed class Listener(List<RunProgress> told) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => told.Add(value);
    }
}
