using static Kit.Display.Kernel;

namespace Kit.Display.Tests;

public class KernelTests
{
    [Fact]
    public void A_displayed_value_goes_to_the_sink_and_its_update_to_the_same_place()
    {
        var sink = new ListSink();
        using (DisplayContext.Use(sink))
        {
            var shown = display(1.5);
            shown.Update("two");
            Assert.Equal("1.5", sink.Shown.Single().Bundle.Text("text/plain"));
            Assert.Equal("two", sink.Updates.Single().Bundle.Text("text/plain"));
            Assert.Equal(shown.DisplayId, sink.Shown.Single().Id);
            Assert.Equal(shown.DisplayId, sink.Updates.Single().Id);
        }
    }

    [Fact]
    public async Task An_update_from_a_task_that_outlives_its_cell_still_finds_the_sink()
    {
        var sink = new ListSink();
        DisplayedValue shown;
        using (DisplayContext.Use(sink))
            shown = display(0);
        Assert.Null(DisplayContext.Current);
        await Task.Run(() => shown.Update(100));
        Assert.Equal("100", sink.Updates.Single().Bundle.Text("text/plain"));
    }

    [Fact]
    public void Two_displays_have_two_ids()
    {
        using var _ = DisplayContext.Use(new ListSink());
        Assert.NotEqual(display(1).DisplayId, display(1).DisplayId);
    }

    [Fact]
    public void Only_the_representations_asked_for_are_sent()
    {
        var sink = new ListSink();
        using var _ = DisplayContext.Use(sink);
        new[] { new { A = 1 } }.Display("text/html");
        new[] { new { A = 1 } }.Display("image/nothing");
        Assert.Equal(["text/html"], sink.Shown[0].Bundle.Data.Select(entry => entry.Key));
        Assert.Equal(["text/html", "text/plain"], sink.Shown[1].Bundle.Data.Select(entry => entry.Key));
    }

    [Fact]
    public void A_text_is_displayed_as_what_it_is_said_to_be()
    {
        var sink = new ListSink();
        using var _ = DisplayContext.Use(sink);
        "<b>x</b>".DisplayAs("text/html");
        "**x**".DisplayAs("text/markdown");
        display(HTML("<b>a &lt; b</b><script>alert(1)</script>"));
        CSS("td { color: red }");
        Javascript("console.log(1)");
        Assert.Equal("<b>x</b>", sink.Shown[0].Bundle.Text("text/html"));
        Assert.Equal("**x**", sink.Shown[1].Bundle.Text("text/markdown"));
        Assert.Equal("a < b", sink.Shown[2].Bundle.Text("text/plain"));
        Assert.Equal("<style>td { color: red }</style>", sink.Shown[3].Bundle.Text("text/html"));
        Assert.Contains("console.log(1)", sink.Shown[4].Bundle.Text("text/html"));
    }

    [Fact]
    public void A_table_can_be_asked_for_where_a_list_would_be_shown()
    {
        var sink = new ListSink();
        using var _ = DisplayContext.Use(sink);
        new[] { 3, 4 }.DisplayTable();
        Assert.Equal("Value\n    3\n    4", sink.Shown.Single().Bundle.Text("text/plain"));
    }

    [Fact]
    public void Clearing_waits_where_asked()
    {
        var sink = new ListSink();
        using var _ = DisplayContext.Use(sink);
        DisplayContext.Clear();
        DisplayContext.Clear(wait: true);
        Assert.Equal([false, true], sink.Clears);
    }

    [Fact]
    public void Outside_a_notebook_plain_text_is_printed()
    {
        var console = Console.Out;
        using var written = new StringWriter();
        Console.SetOut(written);
        try
        {
            display(new[] { 1, 2 }).Update("done");
            DisplayContext.Clear();
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Equal("[1, 2]\ndone\n", written.ToString().ReplaceLineEndings("\n"));
    }
}
