namespace Kit.Display.Tests;

public class StatisticTests
{
    [Fact]
    public void A_declared_statistic_is_shown_with_name_value_and_tolerance_for_the_check()
    {
        var sink = new ListSink();
        using (DisplayContext.Use(sink))
        {
            Statistic.Declare("mean return", 482.25, 15, "points");
        }

        var bundle = Assert.Single(sink.Calls).Bundle!;
        var json = bundle.Data.Single(entry => entry.Key == Statistic.MimeType).Value;
        Assert.Equal("mean return", (string?)json["name"]);
        Assert.Equal(482.25, (double)json["value"]!);
        Assert.Equal(15, (double)json["tolerance"]!);
        Assert.Equal("mean return: 482.25 points (± 15 on another machine)", bundle.Text("text/plain"));
    }

    [Theory]
    [InlineData("", 1, 1, "name")]
    [InlineData("loss", double.NaN, 1, "loss")]
    [InlineData("loss", 1, -1, "loss")]
    [InlineData("loss", 1, double.PositiveInfinity, "loss")]
    public void What_cannot_be_compared_is_refused(string name, double value, double tolerance, string named)
    {
        var error = Assert.Throws<ArgumentException>(() => Statistic.Declare(name, value, tolerance));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }
}
