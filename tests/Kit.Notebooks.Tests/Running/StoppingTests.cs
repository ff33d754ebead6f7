using System.Diagnostics;
using System.Globalization;
using Kit.Notebooks.Format;
using Kit.Notebooks.Running;

namespace Kit.Notebooks.Tests.Running;

/// <summary>Cells that take too long and runs that are cancelled.</summary>
public class StoppingTests
{
    private const string Pid = "System.IO.File.WriteAllText(\"pid\", Environment.ProcessId.ToString());\n";

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("var gate = new object();\nvar t = Task.Run(() => { lock (gate) { System.Threading.Thread.Sleep(-1); } });\nawait Task.Delay(100);\nlock (gate) { }")]
    [InlineData("new TaskCompletionSource().Task.Wait();")]
    [InlineData("try { await Task.Delay(-1); } finally { while (true) { } }")]
    public async Task A_cell_that_never_ends_is_stopped_when_its_time_is_over(string cell)
    {
        using var run = Run.Of(Pid + "1 + 1", cell, "3");
        run.Source.CodeCells.ElementAt(1).Metadata["timeout"] = 0.5;
        var result = await run.ExecuteAsync(new RunnerOptions { InterruptGrace = TimeSpan.FromMilliseconds(100) });
        Assert.Equal(CellStatus.TimedOut, result.Status);
        Assert.Equal("Timeout", run.Error(1).Name);
        Assert.StartsWith("Cell 2 ran longer than 0.5 s", run.Error(1).Message, StringComparison.Ordinal);
        Assert.Equal("2", run.Text(0));
        Assert.Empty(run.Outputs(2));
        AssertGone(run);
    }

    [Fact]
    public async Task A_cell_that_watches_its_token_may_tidy_up_first()
    {
        using var run = Run.Of(Pid + "try { await Task.Delay(-1, Kit.Display.DisplayContext.CancellationToken); }\nfinally { Console.Write(\"tidy\"); }");
        Assert.Equal(CellStatus.Cancelled, (await CancelWhenItRuns(run, TimeSpan.FromMinutes(1))).Status);
        Assert.Equal("tidy", (string?)run.Outputs(0)[0]["text"]);
        Assert.Equal("Interrupted", run.Error(0).Name);
    }

    [Fact]
    public async Task Cancelling_leaves_a_valid_file_and_no_process()
    {
        using var run = Run.Of("1 + 1", Pid + "Console.Write(\"half\");\nawait Task.Delay(-1);", "3");
        var result = await CancelWhenItRuns(run, TimeSpan.FromMilliseconds(100));
        Assert.Equal(CellStatus.Cancelled, result.Status);
        Assert.Equal("2", run.Text(0));
        Assert.Equal("Interrupted", run.Error(1).Name);
        Assert.Empty(run.Outputs(2));
        AssertGone(run);
    }

    [Fact]
    public async Task A_run_cancelled_before_it_begins_leaves_a_valid_file()
    {
        using var run = Run.Of("1");
        var result = await run.ExecuteAsync(cancellation: new CancellationToken(canceled: true));
        Assert.Equal(CellStatus.Cancelled, result.Status);
        Assert.Single(Notebook.Read(run.OutputPath).Cells);
    }

    private static async Task<NotebookRunResult> CancelWhenItRuns(Run run, TimeSpan grace)
    {
        using var stop = new CancellationTokenSource();
        var running = run.ExecuteAsync(new RunnerOptions { InterruptGrace = grace }, cancellation: stop.Token);
        while (!File.Exists(Path.Combine(run.Folder, "pid")))
        {
            await Task.Delay(20);
        }

        await stop.CancelAsync();
        return await running;
    }

    private static void AssertGone(Run run)
    {
        var id = int.Parse(File.ReadAllText(Path.Combine(run.Folder, "pid")), CultureInfo.InvariantCulture);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
    }
}
