using Kit.Charts;

namespace Kit.Tests.Charts;

public class RegretFiguresTests
{
    private static readonly FigureFacts Facts = new("A title", 20, "seeds", "no band");

    private static readonly double[] Steps = [.. Enumerable.Range(1, 10_000).Select(step => (double)step)];

    /// <summary>A policy that loses 5 with each unit of ln t, as Lai and Robbins' bound grows.</summary>
    private static readonly PlotLine Logarithmic = new("Thompson", Steps, [.. Steps.Select(step => 5 * Math.Log(step))]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_lower_bound_is_a_dashed_line_of_the_given_slope_in_ln_t(bool logX)
    {
        var figure = RegretFigures.Regret([Logarithmic], Facts, slope: 2.25, logX);

        var bound = FigureJson.Trace(figure, "Lai–Robbins slope, 2.25 ln t");
        Assert.Equal("dash", bound.GetProperty("line").GetProperty("dash").GetString());
        var (x, y) = (FigureJson.Numbers(bound.GetProperty("x")), FigureJson.Numbers(bound.GetProperty("y")));

        // 2.25 ln 1 = 0 and 2.25 ln 10,000 = 2.25 × 9.21034 = 20.7233.
        Assert.Equal((1, 0, 10_000), (x[0], y[0], x[^1]));
        Assert.Equal(20.7233, y[^1], 0.001);
        Assert.Equal(logX ? "log" : "linear", FigureJson.Layout(figure, "xaxis", "type").GetString());
    }

    [Fact]
    public void Without_a_slope_no_bound_is_drawn_or_spoken_of()
    {
        var figure = RegretFigures.Regret([Logarithmic], Facts);

        Assert.Equal(1, FigureJson.Of(figure).GetProperty("data").GetArrayLength());
        Assert.Equal("Cumulative regret over steps 1 to 10000. At the end: Thompson 46.05.", figure.Text.Alternative);
    }

    [Fact]
    public void The_words_compare_each_curves_recent_slope_with_the_bound()
    {
        var linear = new PlotLine("ε = 0.1", Steps, [.. Steps.Select(step => 0.01 * step)]);
        var figure = RegretFigures.Regret([Logarithmic, linear], Facts, slope: 2.25);

        // 100 − 100/e = 63.2 over one unit of ln t.
        Assert.EndsWith("Dashed: 2.25 ln t, the asymptotic lower bound as a slope. Over the last unit of ln t the regret grew by: Thompson 5; ε = 0.1 63.2.",
            figure.Text.Alternative, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_slope_that_is_not_positive_is_refused(double slope) =>
        Assert.Contains("slope", Assert.Throws<ArgumentException>(() => RegretFigures.Regret([Logarithmic], Facts, slope)).Message, StringComparison.Ordinal);
}
