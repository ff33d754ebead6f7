using System.Text.Json.Nodes;
using Kit.Foundation;
using Kit.Foundation.Runs;

namespace Kit.Tests.Foundation.Runs;

public class OptionsTests
{
    internal enum Schedule
    {
        Constant,
        LinearDecay,
    }

    internal sealed record Inner
    {
        [Option("decay of the first moment", Source = "Kingma and Ba 2015, algorithm 1")]
        public double Beta { get; init; } = 0.9;
    }

    internal sealed record Sample
    {
        [Option("clip range ε", Source = "Schulman 2017, table 1")]
        public double ClipRange { get; init; } = 0.2;

        [Option("updates", Source = "ours")]
        public long Steps { get; init; } = 1000;

        [Option("how the rate falls", Source = "ours")]
        public Schedule Schedule { get; init; }

        [Option("what is learned", Source = "ours")]
        public string Task { get; init; } = "maze";

        [Option("with a baseline", Source = "ours")]
        public bool Baseline { get; init; } = true;

        [Option("layers", Source = "ours")]
        public IReadOnlyList<int> Layers { get; init; } = [64, 64];

        [Option("the longest run", Source = "ours")]
        public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(90);

        [Option("norm of the gradient at which it is cut; none where null", Source = "ours")]
        public double? MaxNorm { get; init; }

        [Option("most tokens of an answer", Source = "ours")]
        public int MaxNewTokens { get; init; } = 128;

        public Inner Adam { get; init; } = new();

        public double Twice => 2 * ClipRange;

        public Inner Slower => Adam with { Beta = 0.99 };

        public static Sample Small { get; set; } = new() { Steps = 10 };
    }

    [Fact]
    public void Rows_name_value_default_source_and_where_the_value_comes_from()
    {
        var rows = Options.Read(new Sample { ClipRange = 0.3, Steps = 10 }, new Dictionary<string, string> { ["Steps"] = "command line" });
        Assert.Equal(
            ["ClipRange", "Steps", "Schedule", "Task", "Baseline", "Layers", "Limit", "MaxNorm", "MaxNewTokens", "Adam.Beta"], rows.Select(row => row.Name));
        Assert.Equal(("0.3", "0.2", "clip range ε", "Schulman 2017, table 1", "set"),
            (rows[0].Value!.ToJsonString(), rows[0].Default!.ToJsonString(), rows[0].Description, rows[0].Source, rows[0].Origin));
        Assert.Equal(["set", "command line", "default"], rows.Take(3).Select(row => row.Origin));
        Assert.Equal("0.9", rows[^1].Value!.ToJsonString());
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1.0 / 3)]
    [InlineData(5e-324)]
    [InlineData(double.MaxValue)]
    [InlineData(-0.0)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void Every_number_comes_back_to_the_bit(double number)
    {
        var back = RoundTrip(new Sample { ClipRange = number, MaxNorm = number });
        Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(back.ClipRange));
        Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(back.MaxNorm!.Value));
    }

    [Fact]
    public void Every_kind_of_value_comes_back()
    {
        var options = new Sample
        {
            Steps = long.MaxValue,
            Schedule = Schedule.LinearDecay,
            Task = "null, \"quoted\"\n",
            Baseline = false,
            Layers = [1, 2, 3],
            Limit = TimeSpan.FromTicks(123_456_789_012_345),
            Adam = new Inner { Beta = 0.5 },
        };
        var back = RoundTrip(options);
        Assert.Equal([1, 2, 3], back.Layers);
        Assert.Equal(options, back with { Layers = options.Layers });
    }

    [Fact]
    public void Json_of_another_version_is_refused_by_name()
    {
        var values = Options.Json(new Sample());
        values["Gone"] = 1;
        Assert.Contains("Gone", Assert.Throws<ArgumentException>(() => Options.FromJson<Sample>(values)).Message, StringComparison.Ordinal);
        values.Remove("Gone");
        values.Remove("Adam.Beta");
        Assert.Contains("Adam.Beta is missing", Assert.Throws<ArgumentException>(() => Options.FromJson<Sample>(values)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_names_the_field_and_both_values()
    {
        var difference = Options.Difference(Options.Read(new Sample()), Options.Read(new Sample { Task = "bandit", Layers = [64], Adam = new Inner { Beta = 0.8 } }));
        Assert.Equal([("Task", "\"maze\"", "\"bandit\""), ("Layers", "[64,64]", "[64]"), ("Adam.Beta", "0.9", "0.8")],
            difference);
        Assert.Empty(Options.Difference(Options.Read(new Sample()), Options.Read(new Sample { Layers = [64, 64] })));
    }

    [Theory]
    [InlineData("clip-range", "0.3", "ClipRange", "0.3")]
    [InlineData("--steps", "7", "Steps", "7")]
    [InlineData("schedule", "linear-decay", "Schedule", "\"LinearDecay\"")]
    [InlineData("layers", "8, 16", "Layers", "[8,16]")]
    [InlineData("max-norm", "1.5", "MaxNorm", "1.5")]
    [InlineData("limit", "00:00:10", "Limit", "\"00:00:10\"")]
    [InlineData("adam.beta", "0.5", "Adam.Beta", "0.5")]
    public void A_command_line_changes_one_option(string name, string text, string changed, string value)
    {
        var before = new Sample();
        var after = Options.With(before, name, text);
        var difference = Assert.Single(Options.Difference(Options.Read(before), Options.Read(after)));
        Assert.Equal((changed, value), (difference.Name, difference.Second));
    }

    [Fact]
    public void A_misspelt_option_is_told_its_nearest_name()
    {
        var message = Assert.Throws<ArgumentException>(() => Options.With(new Sample(), "clip-rnge", "0.3")).Message;
        Assert.Contains("did you mean ClipRange?", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clip-range", "a bit", "a number")]
    [InlineData("clip-range", "0,3", "a number")]
    [InlineData("steps", "1.5", "a whole number")]
    [InlineData("baseline", "yes", "true or false")]
    [InlineData("schedule", "cosine", "one of Constant, LinearDecay")]
    [InlineData("limit", "long", "a time, hours:minutes:seconds")]
    [InlineData("limit", "5", "a time, hours:minutes:seconds")]
    [InlineData("steps", "null", "a whole number")]
    public void A_value_of_the_wrong_kind_is_told_kind_and_example(string name, string text, string kind)
    {
        var message = Assert.Throws<ArgumentException>(() => Options.With(new Sample(), name, text)).Message;
        Assert.Contains($"is {kind}, not '{text}'; for example ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_has_a_line_for_each_option()
    {
        var lines = Options.Help(new Sample()).TrimEnd().Split('\n');
        Assert.Equal(10, lines.Length);
        Assert.Matches(@"^ClipRange +0\.2 +clip range ε \(Schulman 2017, table 1\)$", lines[0]);
    }

    private sealed record WithSecret
    {
        [Option("for the hub", Source = "ours")]
        public string HubToken { get; init; } = "";
    }

    private sealed record WithKey
    {
        [Option("for the service", Source = "ours")]
        public string? APIKey { get; init; }
    }

    private sealed record Undescribed
    {
        [Option("described", Source = "ours")]
        public int One { get; init; }

        public int Two { get; init; }
    }

    private sealed record Odd
    {
        [Option("a type that options have not", Source = "ours")]
        public Uri? Place { get; init; }
    }

    private sealed record Several
    {
        [Option("records in a list, which no text can name", Source = "ours")]
        public IReadOnlyList<Inner> Stages { get; init; } = [new()];
    }

    private sealed record Positional([property: Option("no default", Source = "ours")] int Steps);

    public static TheoryData<object, string> Refused => new()
    {
        { new WithSecret(), "HubToken sounds like a secret" },
        { new WithKey(), "APIKey sounds like a secret" },
        { new Undescribed(), "Undescribed.Two can be set and has no [Option]" },
        { new Odd(), "Place is of type Uri" },
        { new Several(), "Stages is of type Inner" },
        { new Positional(3), "every option needs a default" },
        { new object(), "has no property with [Option]" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Records_that_cannot_be_written_down_are_refused(object options, string why) =>
        Assert.Contains(why, Assert.Throws<ArgumentException>(() => Options.Read(options)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_origin_of_an_unknown_option_is_refused() =>
        Assert.Throws<ArgumentException>(() => Options.Read(new Sample(), new Dictionary<string, string> { ["Step"] = "command line" }));

    private static Sample RoundTrip(Sample options) => Options.FromJson<Sample>(JsonNode.Parse(Options.Json(options).ToJsonString())!.AsObject());
}
