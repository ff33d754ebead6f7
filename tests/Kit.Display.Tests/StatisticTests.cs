using System.Text.Json.Nodes;

namespace Kit.Display.Tests;

public class StatisticTests
{
    [Fact]
    public void It_shows_a_sentence_and_the_numbers_that_a_check_compares()
    {
        var sink = new ListSink();
        using (DisplayContext.Use(sink))
            Statistic.Declare("mean return", 475.3, 25, "points");
        var bundle = sink.Shown.Single().Bundle;
        Assert.Equal("mean return: 475.3 points (tolerance 25 points)", bundle.Text("text/plain"));
        Assert.Equal("{\"name\":\"mean return\",\"value\":475.3,\"tolerance\":25,\"unit\":\"points\"}", bundle.Data[0].Value.ToJsonString());
        Assert.Equal(Statistic.MimeType, bundle.Data[0].Key);
    }

    [Fact]
    public void What_was_stored_is_read_back_and_compared_with_its_tolerance()
    {
        var stored = Statistic.Read(JsonNode.Parse("""{"name":"loss","value":0.5,"tolerance":0.25}"""))!;
        Assert.True(stored.Agrees(0.75));
        Assert.True(stored.Agrees(0.25));
        Assert.False(stored.Agrees(0.76));
        Assert.False(stored.Agrees(double.NaN));
        Assert.Null(stored.Unit);
    }

    [Theory]
    [InlineData("""{"name":"x","value":"a","tolerance":1}""")]
    [InlineData("""{"name":"x","value":1}""")]
    [InlineData("""{"name":"x","value":1,"tolerance":-1}""")]
    [InlineData("""{"name":" ","value":1,"tolerance":1}""")]
    [InlineData("[1]")]
    [InlineData("null")]
    public void Anything_else_is_no_statistic(string json) => Assert.Null(Statistic.Read(JsonNode.Parse(json)));

    [Fact]
    public void Numbers_that_cannot_be_checked_are_refused_by_name()
    {
        Assert.Contains("'loss' is NaN", Assert.Throws<ArgumentException>(() => new Statistic("loss", double.NaN, 1)).Message);
        Assert.Contains("tolerance of 'loss' is -1", Assert.Throws<ArgumentException>(() => new Statistic("loss", 1, -1)).Message);
        Assert.Contains("needs a name", Assert.Throws<ArgumentException>(() => new Statistic(" ", 1, 1)).Message);
    }
}
