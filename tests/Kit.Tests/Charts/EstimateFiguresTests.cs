using Kit.Charts;
using Kit.Foundation.Statistics;

namespace Kit.Tests.Charts;

public class EstimateFiguresTests
{
    private static readonly FigureFacts Facts = new("A title", 20, "seeds", "whisker: 95 % interval");

    private static readonly EstimateSeries Shares = new("share", [new(0.97, 0.96, 0.99), new(0.93, 0.9, 0.95)]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whiskers_reach_from_the_lower_to_the_upper_end(bool lying)
    {
        var point = FigureJson.Trace(EstimateFigures.Points(["LinUCB", "EXP3"], [Shares], Facts, "policy", "share", lying: lying), "share");

        Assert.Equal([0.97, 0.93], FigureJson.Numbers(point.GetProperty(lying ? "x" : "y")));
        var whiskers = point.GetProperty(lying ? "error_x" : "error_y");
        Assert.Equal([0.02, 0.02], FigureJson.Numbers(whiskers.GetProperty("array")), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([0.01, 0.03], FigureJson.Numbers(whiskers.GetProperty("arrayminus")), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.False(whiskers.GetProperty("symmetric").GetBoolean());
    }

    [Fact]
    public void Bars_always_stand_on_zero_and_points_need_not()
    {
        var bars = FigureJson.Numbers(FigureJson.Layout(EstimateFigures.Bars(["LinUCB", "EXP3"], [Shares], Facts, "policy", "share"), "yaxis", "range"));
        var points = FigureJson.Numbers(FigureJson.Layout(EstimateFigures.Points(["LinUCB", "EXP3"], [Shares], Facts, "policy", "share"), "yaxis", "range"));

        Assert.True(bars[0] <= 0 && bars[1] > 0.99);
        Assert.InRange(points[0], 0.85, 0.9);
    }

    [Fact]
    public void Several_series_stand_beside_each_other_and_one_takes_the_colours_of_its_categories()
    {
        var two = EstimateFigures.Points(["greedy", "EXP3"], [Shares, Shares with { Name = "again" }], Facts, "policy", "share");
        var (first, second) = (FigureJson.Numbers(FigureJson.Trace(two, "share").GetProperty("x")), FigureJson.Numbers(FigureJson.Trace(two, "again").GetProperty("x")));
        Assert.All(first.Zip(second), pair => Assert.True(pair.First < pair.Second));
        Assert.Equal([0, 1], first.Zip(second).Select(pair => Math.Round((pair.First + pair.Second) / 2, 9)));

        var one = FigureJson.Trace(EstimateFigures.Bars(["greedy", "EXP3"], [Shares], Facts, "policy", "share"), "share");
        // The palette's #7F7F7F and #8C564B.
        Assert.Equal(["rgba(127, 127, 127, 1.0)", "rgba(140, 86, 75, 1.0)"], one.GetProperty("marker").GetProperty("color").EnumerateArray().Select(it => it.GetString()));
    }

    [Fact]
    public void Values_are_written_with_the_decimals_that_their_intervals_give_a_meaning_to()
    {
        Assert.Subset(FigureJson.Annotations(EstimateFigures.Points(["a", "b"], [Shares], Facts, "policy", "share")).ToHashSet(), new HashSet<string?> { "0.97", "0.93" });
        var narrow = new EstimateSeries("share", [new(0.5, 0.498, 0.502), new(0.93, 0.9, 0.95)]);
        Assert.Subset(FigureJson.Annotations(EstimateFigures.Points(["a", "b"], [narrow], Facts, "policy", "share")).ToHashSet(), new HashSet<string?> { "0.500", "0.930" });
    }

    [Fact]
    public void The_words_give_every_estimate_from_the_highest_with_its_interval() => Assert.Equal(
        "The share with intervals, from the highest: LinUCB 0.97 [0.96, 0.99]; EXP3 0.93 [0.9, 0.95]. Dotted lines: oracle 1.",
        EstimateFigures.Points(["LinUCB", "EXP3"], [Shares], Facts, "policy", "share", [new("oracle", 1)], lying: true).Text.Alternative);

    [Fact]
    public void Estimates_that_cannot_be_drawn_are_refused_by_series_and_category()
    {
        Assert.Contains("'share' has 2 estimates for 1 categories", Refusal(["a"], Shares), StringComparison.Ordinal);
        Assert.Contains("two categories are named 'a'", Refusal(["a", "a"], Shares), StringComparison.Ordinal);
        Assert.Contains("'s' at 'b' is", Refusal(["a", "b"], new EstimateSeries("s", [new(1, 0, 2), new(3, 0, 2)])), StringComparison.Ordinal);
        Assert.Contains("'s' at 'a' is", Refusal(["a"], new EstimateSeries("s", [new Estimate(double.NaN, 0, 2)])), StringComparison.Ordinal);
        Assert.Contains("nothing to draw", Refusal([]), StringComparison.Ordinal);

        static string Refusal(string[] categories, params EstimateSeries[] series) =>
            Assert.Throws<ArgumentException>(() => EstimateFigures.Bars(categories, series, Facts, "policy", "share")).Message;
    }
}
