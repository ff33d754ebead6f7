using Kit.Charts;
using Kit.Foundation.Statistics;

namespace Kit.Tests.Charts;

public class LearningFiguresTests
{
    private static readonly FigureFacts Facts = new("A title", 20, "seeds", "band: 95 % interval");

    private static readonly PlotLine Short = new("UCB, c = 2", [1, 2, 3], [0, 0.5, 0.75], [-0.1, 0.4, 0.7], [0.1, 0.6, 0.8]);

    [Fact]
    public void A_short_curve_is_drawn_point_by_point_with_its_band_there_and_back()
    {
        var figure = LearningFigures.Curve([Short], Facts, "reward");

        var line = FigureJson.Trace(figure, "UCB, c = 2");
        Assert.Equal([1, 2, 3], FigureJson.Numbers(line.GetProperty("x")));
        Assert.Equal([0, 0.5, 0.75], FigureJson.Numbers(line.GetProperty("y")));
        var band = FigureJson.Trace(figure, "UCB, c = 2 (band)");
        Assert.Equal([1, 2, 3, 3, 2, 1], FigureJson.Numbers(band.GetProperty("x")));
        Assert.Equal([0.1, 0.6, 0.8, 0.7, 0.4, -0.1], FigureJson.Numbers(band.GetProperty("y")));
        Assert.Equal("simulated · n = 20 seeds · band: 95 % interval", figure.Text.Note);
    }

    [Fact]
    public void Estimates_become_a_line_with_a_band_over_steps_from_one()
    {
        var line = PlotLine.Of("UCB", [new Estimate(0.5, 0.25, 0.75), new Estimate(1, 0.5, 2)]);

        Assert.Equal([1, 2], line.X);
        Assert.Equal([0.5, 1], line.Y);
        Assert.Equal([0.25, 0.5], line.Lower!);
        Assert.Equal([0.75, 2], line.Upper!);
        Assert.Equal([1 / 4.0, 1 / 2.0], PlotLine.Of("UCB", [new Estimate(0, 0, 0), new Estimate(0, 0, 0)], [1 / 4.0, 1 / 2.0]).X);
    }

    [Fact]
    public void The_words_give_the_last_values_from_the_highest_and_the_references()
    {
        var figure = LearningFigures.Curve([Short, new("greedy", [1, 3], [0, 0.9])], Facts, "reward", references: [new("optimum", 1.5)]);

        Assert.Equal("Lines of the reward over step 1 to 3. At the end: greedy 0.9; UCB, c = 2 0.75 [0.7, 0.8]. Dotted lines: optimum 1.5.", figure.Text.Alternative);
        Assert.Contains("optimum 1.5", FigureJson.Annotations(figure));
        var shape = Assert.Single(FigureJson.Layout(figure, "shapes").EnumerateArray());
        Assert.Equal((1.5, 1.5), (shape.GetProperty("y0").GetDouble(), shape.GetProperty("y1").GetDouble()));
        var range = FigureJson.Numbers(FigureJson.Layout(figure, "yaxis", "range"));
        Assert.True(range[0] <= -0.1 && range[1] >= 1.5, "the axis holds the bands and the references");
    }

    [Fact]
    public void References_close_to_each_other_are_named_above_and_below_their_lines()
    {
        var figure = LearningFigures.Curve([Short], Facts, "reward", references: [new("oracle", 0.76), new("best fixed", 0.75), new("chance", 0.1)]);

        var anchors = FigureJson.Layout(figure, "annotations").EnumerateArray().ToDictionary(it => it.GetProperty("text").GetString()!, it => it.GetProperty("yanchor").GetString());
        Assert.Equal(("bottom", "top", "middle"), (anchors["oracle 0.76"], anchors["best fixed 0.75"], anchors["chance 0.1"]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_long_curve_keeps_its_first_and_last_point_and_draws_only_points_that_were_given(bool logX)
    {
        var given = BanditPictures.Curves(5000)[0];
        var drawn = FigureJson.Trace(LearningFigures.Curve([given], Facts, "reward", logX: logX), given.Name);

        var (x, y) = (FigureJson.Numbers(drawn.GetProperty("x")), FigureJson.Numbers(drawn.GetProperty("y")));
        Assert.InRange(x.Length, 100, 200);
        Assert.Equal((1, 5000), (x[0], x[^1]));
        Assert.All(x.Zip(y), point => Assert.Equal(given.Y[(int)point.First - 1], point.Second, Math.Max(1e-4 * Math.Abs(point.Second), 1e-12)));
        Assert.Equal(x.Order().Distinct(), x);
        Assert.Equal([1, 2, 3], x[..3]);
    }

    [Fact]
    public void On_a_logarithmic_axis_the_drawn_points_are_spaced_by_a_ratio()
    {
        var given = BanditPictures.Curves(5000)[0];
        var x = FigureJson.Numbers(FigureJson.Trace(LearningFigures.Curve([given], Facts, "reward", logX: true), given.Name).GetProperty("x"));

        // 200 points over 5,000 steps: a ratio of 5000^(1/199) = 1.0437.
        Assert.All(x.Zip(x.Skip(1)).Where(pair => pair.First > 500), pair => Assert.Equal(1.0437, pair.Second / pair.First, 0.003));
    }

    [Fact]
    public void A_thinned_picture_says_so_and_one_that_shows_every_point_does_not()
    {
        Assert.Matches("1[0-9]{2} of 5,000 points a line drawn, denser early$", LearningFigures.Curve(BanditPictures.Curves(5000)[..1], Facts, "reward").Text.Note);
        Assert.DoesNotContain("drawn", LearningFigures.Curve(BanditPictures.Curves(200)[..1], Facts, "reward").Text.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Nine_methods_with_bands_over_ten_thousand_steps_stay_below_a_hundred_kilobytes() =>
        Assert.InRange(LearningFigures.Curve(BanditPictures.Curves(10_000), Facts, "reward").ToMimeBundle().Text("text/html")!.Length, 1, 100_000);

    [Fact]
    public void A_parameter_study_is_labelled_in_powers_of_two()
    {
        var figure = LearningFigures.ParameterStudy([new("ε-greedy (ε)", [1 / 128.0, 1 / 16.0, 1 / 4.0], [1.1, 1.4, 1.2]), new("UCB (c)", [0.5, 1, 4], [1.3, 1.5, 1.2])],
            Facts, "reward", "ε, c");

        Assert.Equal("log", FigureJson.Layout(figure, "xaxis", "type").GetString());
        Assert.Equal(["1/128", "1/64", "1/32", "1/16", "1/8", "1/4", "1/2", "1", "2", "4"], FigureJson.Layout(figure, "xaxis", "ticktext").EnumerateArray().Select(it => it.GetString()));
        Assert.Equal([1 / 128.0, 1 / 64.0, 1 / 32.0, 1 / 16.0, 1 / 8.0, 1 / 4.0, 1 / 2.0, 1, 2, 4], FigureJson.Numbers(FigureJson.Layout(figure, "xaxis", "tickvals")));
        Assert.Equal("lines+markers", FigureJson.Trace(figure, "UCB (c)").GetProperty("mode").GetString());
        Assert.EndsWith("Each at its best: UCB (c) 1.5 at 1; ε-greedy (ε) 1.4 at 0.0625.", figure.Text.Alternative, StringComparison.Ordinal);
    }

    public static TheoryData<string, PlotLine[]> Mistakes => new()
    {
        { "no lines", [] },
        { "two lines are named 'a'", [new("a", [1, 2], [1, 2]), new("a", [1, 2], [1, 2])] },
        { "'a' has 1 points", [new("a", [1], [1])] },
        { "'a' has 1 values at 2 positions", [new("a", [1, 2], [1])] },
        { "'a' has 1 upper edges at 2 positions", [new("a", [1, 2], [1, 2], [0, 1], [2])] },
        { "'a' has one edge of its band", [new("a", [1, 2], [1, 2], [0, 1])] },
        { "'a' at 2 is NaN", [new("a", [1, 2], [1, double.NaN])] },
        { "'a' at 1 follows 2", [new("a", [2, 1], [1, 2])] },
        { "'a' at 2 has a band from 3 to 2", [new("a", [1, 2], [1, 2], [0, 3], [2, 2])] },
        { "'a' at 2 has a band from -Infinity to 2", [new("a", [1, 2], [1, 2], [0, double.NegativeInfinity], [2, 2])] },
        { "'a' at 0: a logarithmic axis", [new("a", [0, 1], [1, 2])] },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_line_that_cannot_be_drawn_is_refused_by_name(string message, PlotLine[] lines) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => LearningFigures.Curve(lines, Facts, "reward", logX: true)).Message, StringComparison.Ordinal);
}
