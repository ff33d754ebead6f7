using static Kit.Display.Kernel;

namespace Kit.Display.Tests;

public class KernelTests
{
    private static ListSink Shown(Action cell)
    {
        var sink = new ListSink();
        using (DisplayContext.Use(sink))
        {
            cell();
        }

        return sink;
    }

    [Fact]
    public void Displayed_values_reach_the_sink_of_the_running_cell_and_updates_carry_the_same_id()
    {
        var calls = Shown(() => display(1).Update(2)).Calls;
        Assert.Equal(["display", "update"], calls.Select(call => call.Call));
        Assert.Equal(["1", "2"], calls.Select(call => call.Bundle!.Text("text/plain")));
        Assert.Equal(calls[0].Id, calls[1].Id);
        Assert.False(string.IsNullOrEmpty(calls[0].Id));
    }

    [Fact]
    public void Two_displays_never_share_an_id()
    {
        var calls = Shown(() => { display(1); display(1); }).Calls;
        Assert.NotEqual(calls[0].Id, calls[1].Id);
    }

    [Fact]
    public void The_names_of_the_old_kernel_give_its_mime_types()
    {
        var calls = Shown(() =>
        {
            display(HTML("<b>x</b>"));
            display(CSS("b{}"));
            display(Javascript("f()"));
            "x^2".DisplayAs("text/latex");
            3.Display();
        }).Calls;
        Assert.Equal(
            ["text/html", "text/html", "application/javascript", "text/latex", "text/plain"],
            calls.Select(call => call.Bundle!.Data[0].Key));
        Assert.Equal("<style>b{}</style>", calls[1].Bundle!.Text("text/html"));
    }

    [Fact]
    public void A_table_of_scalars_has_one_column() =>
        Assert.Equal("value\n1\n2", Shown(() => new[] { 1, 2 }.DisplayTable()).Calls[0].Bundle!.Text("text/plain"));

    [Fact]
    public void Only_the_wanted_representations_are_shown_and_all_where_none_of_them_exists()
    {
        var calls = Shown(() =>
        {
            display(HTML("<b>x</b>"), "text/html");
            display(1, "image/png");
        }).Calls;
        Assert.Equal("text/html", Assert.Single(calls[0].Bundle!.Data).Key);
        Assert.Equal("1", calls[1].Bundle!.Text("text/plain"));
    }

    [Fact]
    public void The_sink_flows_into_started_tasks_and_ends_with_its_cell()
    {
        var sink = Shown(() => Task.Run(() => display("from a task")).Wait());
        Assert.Single(sink.Calls);
        Assert.Null(DisplayContext.Current);
    }

    [Fact]
    public void The_token_of_the_cell_is_the_one_that_was_given()
    {
        using var source = new CancellationTokenSource();
        using (DisplayContext.Use(new ListSink(), source.Token))
        {
            source.Cancel();
            Assert.True(DisplayContext.CancellationToken.IsCancellationRequested);
        }

        Assert.False(DisplayContext.CancellationToken.CanBeCanceled);
    }
}
