using Kit.Display;
using Kit.Foundation.Runs;

namespace Kit.Tests.Foundation.Runs;

public class ProgressTests
{
    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }

    private sealed class Observer : List<TrainingProgress>, IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => Add(value);
    }

    private sealed class Sink : IDisplaySink
    {
        public List<string> Texts { get; } = [];

        public List<string> Ids { get; } = [];

        public void Display(MimeBundle bundle, string? displayId) => Note(bundle, displayId!);

        public void Update(MimeBundle bundle, string displayId) => Note(bundle, displayId);

        public void Clear(bool wait) => Texts.Clear();

        private void Note(MimeBundle bundle, string id)
        {
            Texts.Add(bundle.Text("text/plain")!);
            Ids.Add(id);
        }
    }

    [Theory]
    [InlineData(0.4, "0 s")]
    [InlineData(12.4, "12 s")]
    [InlineData(59.6, "1 min 0 s")]
    [InlineData(185, "3 min 5 s")]
    [InlineData(7800, "2 h 10 min")]
    [InlineData(86399, "1 d 0 h")]
    [InlineData(273600, "3 d 4 h")]
    [InlineData(-1, "0 s")]
    public void Times_have_their_two_largest_units(double seconds, string text) => Assert.Equal(text, Units.Time(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(1234.4, "1,234 steps/s")]
    [InlineData(3.21, "3.2 steps/s")]
    [InlineData(9.96, "10 steps/s")]
    [InlineData(0.05, "20 s/step")]
    [InlineData(0, "0 steps/s")]
    public void Rates_have_two_digits_or_more(double rate, string text) => Assert.Equal(text, Units.Rate(rate));

    [Fact]
    public void The_rate_is_that_of_the_last_ten_seconds()
    {
        var (clock, observer) = (new Clock(), new Observer());
        var meter = new ProgressMeter(observer, steps: 1000, time: clock);

        // 10 steps a second for 20 seconds, then 20 a second for 15.
        for (var second = 1; second <= 35; second++)
        {
            clock.Now = TimeSpan.FromSeconds(second);
            meter.Report(second <= 20 ? 10 * second : 200 + 20 * (second - 20));
        }

        Assert.Equal(10, observer[19].StepsPerSecond, 12);
        Assert.Equal(20, observer[34].StepsPerSecond, 12);
        Assert.Equal(TimeSpan.FromSeconds(25), observer[34].Remaining);
        Assert.Equal(TimeSpan.FromSeconds(35), observer[34].Elapsed);
    }

    [Fact]
    public void Work_without_an_end_has_no_time_left()
    {
        var (clock, observer) = (new Clock(), new Observer());
        var meter = new ProgressMeter(observer, steps: long.MaxValue, time: clock);
        clock.Now = TimeSpan.FromSeconds(1);
        meter.Report(1);
        Assert.Equal((1, null), (Assert.Single(observer).StepsPerSecond, observer[0].Remaining));
    }

    [Fact]
    public void Reports_are_at_least_the_given_time_apart_and_the_last_step_is_always_told()
    {
        var (clock, observer) = (new Clock(), new Observer());
        var meter = new ProgressMeter(observer, steps: 100, between: TimeSpan.FromSeconds(1), time: clock);
        for (var step = 1; step <= 100; step++)
        {
            clock.Now = TimeSpan.FromSeconds(step / 30.0);
            meter.Report(step, ("loss", 1.0 / step));
        }

        Assert.Equal([30, 60, 90, 100], observer.Select(it => it.Step));
        Assert.True(observer[^1].Finished);
        Assert.Equal(TimeSpan.Zero, observer[^1].Remaining);
        Assert.Equal(0.01, observer[^1].Metrics["loss"]);
    }

    [Fact]
    public void Steps_done_before_a_resume_do_not_make_it_look_fast()
    {
        var (clock, observer) = (new Clock(), new Observer());
        var meter = new ProgressMeter(observer, steps: 1000, done: 900, time: clock);
        clock.Now = TimeSpan.FromSeconds(10);
        meter.Report(910);
        Assert.Equal(1, observer.Single().StepsPerSecond);
        Assert.Equal(TimeSpan.FromSeconds(90), observer.Single().Remaining);
    }

    [Fact]
    public void A_log_gets_a_line_every_ten_seconds_and_the_last()
    {
        using var output = new StringWriter();
        var printer = new ProgressPrinter("training", output, width: null);
        for (var second = 1; second <= 24; second++)
            printer.Report(Progress(second, 24));
        var lines = output.ToString().TrimEnd().Split(Environment.NewLine);
        Assert.Equal(
        [
            "training: 1 of 24 steps, 1.0 steps/s, 23 s left, loss 0.5",
            "training: 11 of 24 steps, 1.0 steps/s, 13 s left, loss 0.5",
            "training: 21 of 24 steps, 1.0 steps/s, 3 s left, loss 0.5",
            "training: 24 of 24 steps, 1.0 steps/s, took 24 s, loss 0.5",
        ], lines);
    }

    [Fact]
    public void A_terminal_has_one_line_that_is_written_over_and_never_wraps()
    {
        using var output = new StringWriter();
        var printer = new ProgressPrinter("a run", output, width: 20);
        printer.Report(Progress(1, 1000));
        printer.Report(Progress(1000, 1000) with { StepsPerSecond = 0, Metrics = new Dictionary<string, double>() });
        var parts = output.ToString().Split('\r');
        Assert.Equal("", parts[0]);
        Assert.All(parts[1..], part => Assert.Equal(19, part.TrimEnd('\n').Length));
        Assert.Equal(1, output.ToString().Count(c => c == '\n'));
    }

    [Fact]
    public void A_shorter_text_leaves_nothing_of_a_longer_one()
    {
        using var output = new StringWriter();
        var printer = new ProgressPrinter("run", output, width: 200);
        printer.Report(Progress(1, 1000));
        var length = output.ToString().Length - 1;
        printer.Report(Progress(2, 1000) with { StepsPerSecond = 0, Remaining = null, Metrics = new Dictionary<string, double>() });
        Assert.Equal("run: 2 of 1,000 steps".PadRight(length), output.ToString().Split('\r')[^1]);
    }

    [Fact]
    public void A_notebook_has_one_output_whose_last_text_holds_no_time_and_no_measured_number()
    {
        var sink = new Sink();
        using (DisplayContext.Use(sink))
        {
            var printer = new ProgressPrinter("training");
            printer.Report(Progress(1, 2));
            printer.Report(Progress(2, 2));
        }

        Assert.Equal(["training: 1 of 2 steps, 1.0 steps/s, 1 s left, loss 0.5", "training: 2 of 2 steps"], sink.Texts);
        Assert.Single(sink.Ids.Distinct());
    }

    private static TrainingProgress Progress(long step, long steps) =>
        new(step, steps, TimeSpan.FromSeconds(step), 1, TimeSpan.FromSeconds(steps - step), new Dictionary<string, double> { ["loss"] = 0.5 });
}
