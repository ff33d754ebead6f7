using System.Text.Json;
using Kit.Charts;

namespace Kit.Tests.Charts;

public class TrainingFiguresTests
{
    [Fact]
    public void A_loss_curve_shows_every_step_on_a_logarithmic_axis_and_says_its_ends_in_words()
    {
        var figure = TrainingFigures.Loss([8, 4, 2, 1], "a run", "1 seed");

        using var json = JsonDocument.Parse(figure.ToJson());
        var trace = json.RootElement.GetProperty("data")[0];
        Assert.Equal([0.0, 1, 2, 3], trace.GetProperty("x").EnumerateArray().Select(n => n.GetDouble()));
        Assert.Equal([8.0, 4, 2, 1], trace.GetProperty("y").EnumerateArray().Select(n => n.GetDouble()));
        Assert.Equal("log", json.RootElement.GetProperty("layout").GetProperty("yaxis").GetProperty("type").GetString());
        Assert.Equal("The loss over 4 steps: 8 at first, 1 at last, at the lowest 1.", figure.Text.Alternative);
        Assert.Contains("measured", figure.Text.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_of_zero_or_below_makes_the_axis_linear()
    {
        using var json = JsonDocument.Parse(TrainingFigures.Loss([1, 0, -1], "a run", "1 seed").ToJson());

        Assert.Equal("linear", json.RootElement.GetProperty("layout").GetProperty("yaxis").GetProperty("type").GetString());
    }

    [Fact]
    public void A_run_that_diverged_is_refused_and_the_step_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => TrainingFigures.Loss([1, 2, double.NaN], "a run", "1 seed"));

        Assert.Contains("step 2", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => TrainingFigures.Loss([1], "a run", "1 seed"));
    }
}
