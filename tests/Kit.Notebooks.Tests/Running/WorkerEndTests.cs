using System.Diagnostics;
using System.Globalization;
using Kit.Notebooks.Running;
using Kit.TestSupport;

namespace Kit.Notebooks.Tests.Running;

/// <summary>However a worker ends, the right cell says so and the notebook is kept.</summary>
public class WorkerEndTests
{
    [SkippableTheory]
    [InlineData("int F(int x) => 1 + F(x + 1);\nF(0)", "exit code 134")]
    [InlineData("Environment.FailFast(\"enough\");", "exit code 134")]
    [InlineData("Environment.Exit(3);", "exit code 3 (Environment.Exit?)")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill();", "killed (signal 9)")]
    [InlineData("var t = new System.Threading.Thread(() => throw new Exception(\"on a thread\"));\nt.Start();\nt.Join();", "exit code 134")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern nint strlen(nint text);\nstrlen(1);", "signal 11, segmentation fault")]
    public async Task A_crash_is_an_error_of_its_cell(string cell, string how)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "signals and their exit codes");
        using var run = Run.Of("Console.Write(\"before\");", cell, "3");
        var result = await run.ExecuteAsync();
        Assert.Equal(CellStatus.Crashed, result.Status);
        Assert.Equal([CellStatus.Succeeded, CellStatus.Crashed, CellStatus.Skipped], result.Cells.Select(it => it.Status));
        var (name, message, traceback) = run.Error(1);
        Assert.Equal("Crash", name);
        Assert.Single(run.Outputs(1));
        Assert.Contains(how, message, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Folder, traceback, StringComparison.Ordinal);
        Assert.Equal("before", run.Text(0));
        Assert.Empty(run.Outputs(2));
    }

    [Fact]
    public async Task What_the_process_said_last_is_in_the_error()
    {
        using var run = Run.Of("Environment.FailFast(\"enough is enough\");");
        await run.ExecuteAsync();
        Assert.Contains("enough is enough", run.Error(0).Traceback, StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft.CodeAnalysis", run.Error(0).Traceback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_a_cell_has_started_does_not_hold_the_run_up()
    {
        using var run = Run.Of("var p = System.Diagnostics.Process.Start(\"sleep\", \"30\");\nSystem.IO.File.WriteAllText(\"pid\", p.Id.ToString());\nConsole.Write(\"last words\");\nEnvironment.Exit(0);");
        var result = await run.ExecuteAsync();
        Assert.Equal(CellStatus.Crashed, result.Status);
        Assert.Equal("last words", (string?)run.Outputs(0)[0]["text"]);
        using var sleeping = Process.GetProcessById(int.Parse(File.ReadAllText(Path.Combine(run.Folder, "pid")), CultureInfo.InvariantCulture));
        sleeping.Kill();
    }

    [Fact]
    public async Task Native_errors_that_only_look_like_the_report_of_a_crash_are_output()
    {
        using var run = Run.Of("Console.OpenStandardError().Write(\"warm\\nFatal error. Not really\\n\"u8);");
        Assert.Equal(CellStatus.Succeeded, (await run.ExecuteAsync()).Status);
        Assert.Equal("warm\nFatal error. Not really\n", run.Text(0));
    }

    [Fact]
    public async Task A_worker_that_cannot_start_is_reported_with_what_it_said()
    {
        using var run = Run.Of("1");
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => run.ExecuteAsync(new RunnerOptions { Worker = new WorkerCommand("sh", ["-c", "echo no runtime here >&2; exit 7"]) }));
        Assert.Contains("exit code 7", failure.Message, StringComparison.Ordinal);
        Assert.Contains("no runtime here", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_ends_when_its_owner_is_gone()
    {
        using var folder = new TemporaryFolder();
        var worker = await WorkerProcess.StartAsync(WorkerCommand.Default, folder.Path, new Dictionary<string, string>(), liveNativeOutput: true, _ => { }, CancellationToken.None);
        _ = worker.ExecuteAsync(1, "Cell 1", "while (true) { }");
        worker.Abandon();
        Assert.Equal(0, (await worker.Exited.WaitAsync(TimeSpan.FromSeconds(30))).Code);
        await worker.DisposeAsync();
    }

    [Fact]
    public async Task The_engine_started_by_hand_explains_itself()
    {
        var command = WorkerCommand.Default;
        using var process = Process.Start(new ProcessStartInfo(command.Program, command.Arguments) { RedirectStandardError = true })!;
        Assert.Contains("./kit run", await process.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
        await process.WaitForExitAsync();
        Assert.Equal(2, process.ExitCode);
    }
}
