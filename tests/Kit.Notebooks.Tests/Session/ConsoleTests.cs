namespace Kit.Notebooks.Tests.Session;

public class ConsoleTests
{
    [Fact]
    public void Text_goes_to_the_cell_that_wrote_it_also_from_late_tasks_and_threads()
    {
        var cells = new Cells();
        var first = cells.Run("""
            var gate = new TaskCompletionSource();
            var late = Task.Run(async () => { await gate.Task; Console.WriteLine("late"); });
            Console.WriteLine("first");
            """);
        var second = cells.Run("Console.Error.Write(\"second\");\ngate.SetResult();\nawait late;\nvar t = new System.Threading.Thread(() => Console.Write('3'));\nt.Start();\nt.Join();");
        Assert.Equal("first\nlate\n", first.Out);
        Assert.Equal("second", second.Error);
        Assert.Equal("3", second.Out);
    }

    [Fact]
    public void Input_is_refused_with_the_reason()
    {
        var error = new Cells().Fail("var name = Console.ReadLine();");
        Assert.Equal("System.InvalidOperationException", error.Name);
        Assert.Contains("nobody is there to answer", error.Message, StringComparison.Ordinal);
        Assert.Contains("   at Cell 1, line 1", error.Traceback);
    }

    [Fact]
    public async Task A_cell_that_watches_its_token_stops_when_it_is_cancelled()
    {
        var cells = new Cells();
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => cells.Try("Console.Write('x');\nawait Task.Delay(-1, Kit.Display.DisplayContext.CancellationToken);", stop.Token));
        await stop.CancelAsync();
        var (_, error) = await running;
        Assert.EndsWith("CanceledException", error!.Name, StringComparison.Ordinal);
        Assert.Equal("4", cells.Run("2 + 2").Result);
    }
}
