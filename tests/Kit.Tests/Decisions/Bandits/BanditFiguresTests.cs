using Kit.Charts;
using Kit.Decisions.Bandits;
using Kit.Decisions.Bandits.Vectorized;
using Kit.Tests.Charts;

namespace Kit.Tests.Decisions.Bandits;

/// <summary>Results as pictures: the numbers that are drawn, not how they look.</summary>
public class BanditFiguresTests
{
    private static readonly TestbedOptions Options = new() { Arms = 4, Problems = 50, Steps = 2 };

    private static readonly TestbedRun[] Runs = [new("UCB", Options, _ => throw new NotSupportedException())];

    private static readonly TestbedResult[] Results =
        [new([new(1, 0.5), new(2, 0.25)], [new(0.25, 0.01), new(0.5, 0.02)], [], default, default, default)];

    [Fact]
    public void Shares_are_drawn_in_percent_with_the_band_of_1_96_standard_errors_and_chance()
    {
        var figure = BanditFigures.OptimalShare(Runs, Results, "A title", 3);
        Assert.Equal([25, 50], FigureJson.Numbers(FigureJson.Trace(figure, "UCB").GetProperty("y")));
        Assert.Equal([26.96, 53.92, 46.08, 23.04], Band(figure));
        Assert.Contains("chance 25", FigureJson.Annotations(figure));
        Assert.Equal("simulated · n = 50 problems · seed 3, band: 95 % interval of the mean", figure.Text.Note);
    }

    [Fact]
    public void Rewards_are_drawn_as_they_are() =>
        Assert.Equal([1.98, 2.49, 1.51, 0.02], Band(BanditFigures.Reward(Runs, Results, "A title", 3)));

    [Fact]
    public void A_parameter_study_has_a_line_a_method_with_its_band()
    {
        var figure = BanditFigures.ParameterStudy([("UCB", 1, new(1, 0.5)), ("UCB", 2, new(2, 0.25)), ("greedy", 1, new(3, 0)), ("greedy", 2, new(4, 0))], Options, 3);
        Assert.Equal([1, 2], FigureJson.Numbers(FigureJson.Trace(figure, "UCB").GetProperty("x")));
        Assert.Equal([1.98, 2.49, 1.51, 0.02], Band(figure));
        Assert.Equal([3, 4], FigureJson.Numbers(FigureJson.Trace(figure, "greedy").GetProperty("y")));
    }

    [Fact]
    public void Regret_is_that_of_the_games_and_the_slope_the_one_given()
    {
        var games = BanditGame.PlayMany(_ => new BernoulliArms(0.9, 0.8), _ => new FixedPolicy(1), [1, 2, 3], steps: 10);
        var figure = BanditFigures.Regret([("UCB1", games)], "A title", slope: 2);
        Assert.Equal(1, FigureJson.Numbers(FigureJson.Trace(figure, "UCB1").GetProperty("y"))[^1], 1e-9);
        Assert.Equal(2 * Math.Log(10), FigureJson.Numbers(FigureJson.Trace(figure, "Lai–Robbins slope, 2 ln t").GetProperty("y"))[^1], 1e-4);
        Assert.StartsWith("simulated · n = 3 games a policy", figure.Text.Note, StringComparison.Ordinal);
    }

    /// <summary>Along the upper edge and back along the lower one.</summary>
    private static double[] Band(Figure figure) => [.. FigureJson.Numbers(FigureJson.Trace(figure, "UCB (band)").GetProperty("y")).Select(it => Math.Round(it, 9))];
}
