using Kit.Foundation.Statistics;

namespace Kit.Tests.Foundation.Statistics;

public class WilsonTests
{
    [Theory] // Newcombe 1998, table I, method 3 (score without continuity correction).
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Newcombes_four_examples(int successes, int trials, double low, double high)
    {
        var estimate = Wilson.Interval(successes, trials);
        Assert.Equal((double)successes / trials, estimate.Value);
        Assert.Equal(low, estimate.Low, 4);
        Assert.Equal(high, estimate.High, 4);
    }

    [Fact]
    public void Other_levels_and_extremes_agree_with_scipy()
    {
        foreach (var golden in Golden.Of("wilson").EnumerateArray())
        {
            var estimate = Wilson.Interval(golden[0].GetInt64(), golden[1].GetInt64(), golden[2].GetDouble());
            Assert.Equal(golden[3].GetDouble(), estimate.Low, 12);
            Assert.Equal(golden[4].GetDouble(), estimate.High, 12);
        }
    }

    [Fact]
    public void Without_a_success_the_interval_begins_at_exactly_0_and_without_a_failure_it_ends_at_exactly_1()
    {
        for (var n = 1; n <= 300; n++)
        {
            var (none, all) = (Wilson.Interval(0, n), Wilson.Interval(n, n));
            Assert.Equal((0.0, 1.0), (none.Low, all.High));
            Assert.True(none.High is > 0 and < 1 && all.Low is > 0 and < 1);
        }
    }

    [Fact]
    public void Counting_failures_instead_mirrors_the_interval()
    {
        var (won, lost) = (Wilson.Interval(13, 50), Wilson.Interval(37, 50));
        Assert.Equal(1 - lost.High, won.Low, 14);
        Assert.Equal(1 - lost.Low, won.High, 14);
    }

    [Fact]
    public void Bad_input_is_refused_by_name()
    {
        Refused("trials", () => Wilson.Interval(0, 0));
        Refused("between 0 and trials = 3", () => Wilson.Interval(4, 3));
        Refused("successes", () => Wilson.Interval(-1, 3));
        Refused("confidence", () => Wilson.Interval(1, 3, 1));
        Refused("confidence", () => Wilson.Interval(1, 3, double.NaN));
    }

    private static void Refused(string message, Action action) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
