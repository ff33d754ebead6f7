using Kit.Foundation;
using Kit.Foundation.Runs;
using Kit.Tests.Engine;
using Kit.TestSupport;

namespace Kit.Tests.Foundation.Runs;

[Collection(nameof(EngineState))]
public sealed class MetricsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Metrics => _folder.At("metrics.jsonl");

    public MetricsTests()
    {
        Run.Open(_folder.Path, new RunTests.Walk(), 1).Dispose();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_row_is_one_line_of_json_with_the_shortest_numbers_that_read_back()
    {
        using (var run = Run.Open(_folder.Path, new RunTests.Walk(), 1))
        {
            run.Metrics.Write(1, ("loss", 0.1), ("third", 1.0 / 3), ("tiny", 5e-324), ("zero", -0.0));
            run.Metrics.Write(12, ("loss", double.NaN), ("low", double.NegativeInfinity), ("high", double.PositiveInfinity));
        }

        Assert.Equal(
            """
            {"step":1,"loss":0.1,"third":0.3333333333333333,"tiny":5E-324,"zero":-0}
            {"step":12,"loss":"NaN","low":"-Infinity","high":"Infinity"}

            """, File.ReadAllText(Metrics));
        var table = RunRecord.Read(_folder.Path).Metrics;
        Assert.Equal([1, 12], table.Steps);
        Assert.Equal([0.1, double.NaN], table["loss"]);
        Assert.Equal([1.0 / 3, double.NaN], table["third"]);
        Assert.Equal([double.NaN, double.PositiveInfinity], table["high"]);
        Assert.True(double.IsNegative(table["zero"][0]));
        Assert.Equal(0.1, table.ToFrame().GetColumn<double>("loss")[1]);
    }

    [Fact]
    public void A_row_can_be_read_as_soon_as_it_is_written()
    {
        using var run = Run.Open(_folder.Path, new RunTests.Walk(), 1);
        run.Metrics.Write(1, ("loss", 2));
        Assert.Equal([2.0], RunRecord.Read(_folder.Path).Metrics["loss"]);
    }

    [Fact]
    public void Names_that_a_row_cannot_have_are_refused_and_nothing_is_written()
    {
        using var run = Run.Open(_folder.Path, new RunTests.Walk(), 1);
        Assert.Throws<ArgumentException>(() => run.Metrics.Write(1, ("step", 1)));
        Assert.Throws<ArgumentException>(() => run.Metrics.Write(1, ("", 1)));
        Assert.Throws<ArgumentException>(() => run.Metrics.Write(1, ("loss", 1), ("loss", 2)));
        Assert.Equal(0, new FileInfo(Metrics).Length);
        run.Metrics.Write(1, ("loss", 1));
        Assert.Equal([1], RunRecord.Read(_folder.Path).Metrics.Steps);
    }

    [Fact]
    public void Cut_anywhere_the_whole_rows_are_read_and_the_torn_one_is_left_out()
    {
        var text = "{\"step\":1,\"loss\":0.5}\n{\"step\":2,\"loss\":\"NaN\"}\n{\"step\":3,\"loss\":0.25}\n"u8.ToArray();
        for (var length = 0; length <= text.Length; length++)
        {
            File.WriteAllBytes(Metrics, text[..length]);
            Assert.Equal(text[..length].Count(it => it == '\n'), RunRecord.Read(_folder.Path).Metrics.Steps.Count);
        }
    }

    [Theory]
    [InlineData("{\"step\":2,\"loss\":}")]
    [InlineData("{\"step\":2,\"loss\":\"high\"}")]
    [InlineData("{\"step\":2,\"loss\":[1]}")]
    [InlineData("{\"step\":2,\"loss\":null}")]
    [InlineData("{\"step\":2,\"loss\":1e999}")]
    [InlineData("{\"step\":2,\"loss\":1} {}")]
    [InlineData("{\"step\":2,\"loss\":1,\"loss\":2}")]
    [InlineData("{\"step\":1,\"loss\":1}")]
    [InlineData("{\"step\":2,\"step\":3}")]
    [InlineData("\ufeff{\"step\":2,\"loss\":1}")]
    [InlineData("{\"step\":1.5,\"loss\":1}")]
    [InlineData("{\"step\":\"NaN\"}")]
    [InlineData("{\"loss\":1,\"step\":2}")]
    [InlineData("{\"step\":2")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\0\0\0\0")]
    [InlineData("")]
    public void A_spoilt_line_is_named(string line)
    {
        File.WriteAllText(Metrics, $"{{\"step\":1,\"loss\":1}}\n{line}\n{{\"step\":3,\"loss\":1}}\n");
        var error = Assert.Throws<DataFormatException>(() => RunRecord.Read(_folder.Path));
        Assert.Equal((Metrics, 2), (error.Path, error.Line));
    }

    [Theory]
    [InlineData("options.json", "{")]
    [InlineData("options.json", "[]")]
    [InlineData("options.json", "null")]
    [InlineData("options.json", "{}")]
    [InlineData("options.json", "{\"schema\":1,\"record\":\"r\",\"seed\":\"one\",\"options\":[],\"settings\":[]}")]
    [InlineData("options.json", "{\"schema\":1,\"record\":\"r\",\"seed\":1,\"options\":[{}],\"settings\":[]}")]
    [InlineData("options.json", "{\"schema\":1,\"record\":\"r\",\"seed\":1,\"options\":{},\"settings\":[]}")]
    [InlineData("options.json", "{\"schema\":1,\"record\":\"\\ud800\",\"seed\":1,\"options\":[],\"settings\":[]}")]
    [InlineData("machine.json", "")]
    [InlineData("machine.json", "{}")]
    [InlineData("machine.json", "[{}]")]
    [InlineData("machine.json", "[{\"fromStep\":1,\"machine\":{},\"commit\":{}}]")]
    public void A_spoilt_document_is_named(string file, string content)
    {
        File.WriteAllText(_folder.At(file), content);
        Assert.Equal(_folder.At(file), Assert.Throws<DataFormatException>(() => RunRecord.Read(_folder.Path)).Path);
        Assert.ThrowsAny<Exception>(() => Run.Open(_folder.Path, new RunTests.Walk(), 1).Dispose());
    }

    [Fact]
    public void A_row_longer_than_what_is_read_at_a_time_is_whole()
    {
        var names = Enumerable.Range(0, 20_000).Select(i => $"weight{i}").ToList();
        using (var run = Run.Open(_folder.Path, new RunTests.Walk(), 1))
        {
            for (var step = 1; step <= 3; step++)
                run.Metrics.Write(step, [.. names.Select(name => (name, (double)step))]);
        }

        Assert.True(new FileInfo(Metrics).Length > 3 << 17);
        var table = RunRecord.Read(_folder.Path).Metrics;
        Assert.Equal(names, table.Columns.Keys);
        Assert.All(table.Columns.Values, column => Assert.Equal([1.0, 2, 3], column));
    }

    [Fact]
    public void An_unknown_metric_is_told_which_there_are()
    {
        File.WriteAllText(Metrics, "{\"step\":1,\"loss\":0.5,\"kl\":0.25}\n");
        var table = RunRecord.Read(_folder.Path).Metrics;
        Assert.Contains("there are: loss, kl", Assert.Throws<KeyNotFoundException>(() => table["los"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_gives_back_options_seed_and_settings()
    {
        using var folder = new TemporaryFolder();
        var options = new RunTests.Walk { Scale = 1.0 / 3 };
        Run.Open(folder.Path, options, -5, new RunSettings { Keep = 7 }, new Dictionary<string, string> { ["Scale"] = "command line" }).Dispose();
        var record = RunRecord.Read(folder.Path);
        Assert.Equal(options, record.OptionsAs<RunTests.Walk>());
        Assert.Equal((-5, false), (record.Seed, record.Completed));
        Assert.Equal(["default", "command line"], record.Options.Select(row => row.Origin));
        Assert.Equal("7", record.Settings.Single(row => row.Name == "Keep").Value!.ToJsonString());
    }

    [Fact]
    public void A_folder_without_a_run_is_said_to_be_none()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains(folder.Path, Assert.Throws<RunException>(() => RunRecord.Read(folder.Path)).Message, StringComparison.Ordinal);
    }
}
