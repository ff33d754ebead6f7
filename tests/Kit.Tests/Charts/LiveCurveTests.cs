using Kit.Charts;
using Kit.Display;
using Kit.Foundation.Runs;

namespace Kit.Tests.Charts;

public class LiveCurveTests
{
    [Fact]
    public void The_curve_grows_in_one_place_and_not_faster_than_it_was_asked_to()
    {
        var (sink, clock) = (new Pictures(), new Clock());
        using var cell = DisplayContext.Use(sink);
        var curve = new LiveCurve("a run", "seed 1", ["loss"], every: TimeSpan.FromSeconds(1), time: clock);

        // Reports 0.4 s apart: the first picture with the second report, the next ones 1.2 s apart, and one at the end.
        for (var step = 1; step <= 10; step++, clock.Now += TimeSpan.FromSeconds(0.4))
            curve.Report(Progress(step, 10, 1.0 / step));

        Assert.Single(sink.Shown);
        Assert.Equal(["steps 1 to 5", "steps 1 to 8", "steps 1 to 10"], sink.Updates.Select(it => it.Text("text/plain")![10..].Split(':')[0]));
        Assert.StartsWith("loss over steps 1 to 2: 1 at first, 0.5 at last", sink.Shown[0].Text("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_picture_depends_on_the_reports_and_not_on_the_clock()
    {
        var (slow, fast) = (Run(TimeSpan.FromSeconds(5)), Run(TimeSpan.FromMilliseconds(1)));

        Assert.NotEqual(slow.Updates.Count, fast.Updates.Count);
        Assert.Equal(slow.Updates[^1].Text("text/html"), fast.Updates[^1].Text("text/html"));

        static Pictures Run(TimeSpan between)
        {
            var (sink, clock) = (new Pictures(), new Clock());
            using var cell = DisplayContext.Use(sink);
            var curve = new LiveCurve("a run", "seed 1", ["loss", "return"], time: clock);
            for (var step = 1; step <= 30; step++, clock.Now += between)
                curve.Report(Progress(step, 30, 1.0 / step, step) with { Elapsed = clock.Now, StepsPerSecond = 1 / between.TotalSeconds });
            return sink;
        }
    }

    [Fact]
    public void A_run_that_is_interrupted_leaves_the_picture_it_had()
    {
        var (sink, clock) = (new Pictures(), new Clock());
        using var cell = DisplayContext.Use(sink);
        var curve = new LiveCurve("a run", "seed 1", ["loss"], time: clock);
        for (var step = 1; step <= 4; step++)
            curve.Report(Progress(step, 10, step));

        Assert.Empty(sink.Updates);
        Assert.Contains("steps 1 to 2", Assert.Single(sink.Shown).Text("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_a_notebook_nothing_is_drawn()
    {
        var curve = new LiveCurve("a run", "seed 1", ["loss"]);
        var sink = new Pictures();
        using var cell = DisplayContext.Use(sink);
        curve.Report(Progress(1, 2, 1));
        curve.Report(Progress(2, 2, 1));

        Assert.Empty(sink.Shown);
    }

    [Fact]
    public void A_resumed_run_draws_its_steps_once()
    {
        var sink = new Pictures();
        using var cell = DisplayContext.Use(sink);
        var curve = new LiveCurve("a run", "seed 1", ["loss"], time: new Clock());
        foreach (var (step, loss) in new[] { (1, 9.0), (2, 8.0), (3, 7.0), (2, 6.0), (3, 5.0), (4, 4.0) })
            curve.Report(Progress(step, 4, loss));

        Assert.Equal("loss over steps 1 to 4: 9 at first, 4 at last, between 4 and 9.", sink.Updates[^1].Text("text/plain"));
        Assert.Contains("[9,6,5,4]", sink.Updates[^1].Text("text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_from_a_thread_that_knows_no_cell_reach_the_cell_that_began_the_work()
    {
        var sink = new Pictures();
        using var cell = DisplayContext.Use(sink);
        var curve = new LiveCurve("a run", "seed 1", ["loss"], time: new Clock());
        Thread worker;
        using (ExecutionContext.SuppressFlow())
        {
            worker = new Thread(() =>
            {
                curve.Report(Progress(1, 2, 2));
                curve.Report(Progress(2, 2, 1));
            });
            worker.Start();
        }

        worker.Join();

        Assert.Single(sink.Shown);
    }

    [Fact]
    public void A_metric_that_never_came_is_named_at_the_end_with_those_that_did()
    {
        var sink = new Pictures();
        using var cell = DisplayContext.Use(sink);
        var curve = new LiveCurve("a run", "seed 1", ["los"], time: new Clock());
        for (var step = 1; step <= 3; step++)
            curve.Report(Progress(step, 3, 1, 2));

        Assert.Equal("Nothing to draw: fewer than two steps reported 'los'; reported were: 'loss', 'return'.", Assert.Single(sink.Shown).Text("text/plain"));
    }

    [Fact]
    public void A_curve_without_metrics_or_words_is_refused_before_the_work_begins()
    {
        Assert.Contains("metric", Assert.Throws<ArgumentException>(() => new LiveCurve("a run", "seed 1", [])).Message, StringComparison.Ordinal);
        Assert.Equal("title", Assert.Throws<ArgumentException>(() => new LiveCurve(" ", "seed 1", ["loss"])).ParamName);
        Assert.Equal("seeds", Assert.Throws<ArgumentException>(() => new LiveCurve("a run", "", ["loss"])).ParamName);
    }

    [Fact]
    public void A_loss_that_is_not_a_number_leaves_the_rest_of_the_curve()
    {
        var sink = new Pictures();
        using var cell = DisplayContext.Use(sink);
        var curve = new LiveCurve("a run", "seed 1", ["loss"], time: new Clock());
        foreach (var (step, loss) in new[] { (1, 3.0), (2, 2.0), (3, double.NaN) })
            curve.Report(Progress(step, 3, loss));

        Assert.Equal("loss over steps 1 to 2: 3 at first, 2 at last, between 2 and 3.", sink.Updates[^1].Text("text/plain"));
    }

    private static TrainingProgress Progress(int step, int steps, double loss, double? @return = null)
    {
        var metrics = new Dictionary<string, double> { ["loss"] = loss };
        if (@return is { } value)
            metrics["return"] = value;
        return new TrainingProgress(step, steps, TimeSpan.Zero, 0, null, metrics);
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; } = TimeSpan.FromHours(1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }

    private sealed class Pictures : IDisplaySink
    {
        public List<MimeBundle> Shown { get; } = [];

        public List<MimeBundle> Updates { get; } = [];

        public void Display(MimeBundle bundle, string? displayId) => Shown.Add(bundle);

        public void Update(MimeBundle bundle, string displayId) => Updates.Add(bundle);

        public void Clear(bool wait) => throw new InvalidOperationException("a live curve clears nothing");
    }
}
