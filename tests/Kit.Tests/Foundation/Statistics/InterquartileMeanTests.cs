using Kit.Foundation.Randomness;
using Kit.Foundation.Statistics;

namespace Kit.Tests.Foundation.Statistics;

public class InterquartileMeanTests
{
    /// <summary>By hand: of 12 values the 3 smallest and 3 largest go, and (3 + 4 + 5 + 6 + 7 + 8)/6 = 5.5 is left.</summary>
    [Fact]
    public void Twelve_values_by_hand() =>
        Assert.Equal(5.5, InterquartileMean.Of([1000, 1, 2, 3, 9, 8, 7, 6, 5, 4, 50, -90]), 12);

    [Fact]
    public void Any_number_of_values_agrees_with_scipys_trimmed_mean()
    {
        foreach (var golden in Golden.Of("interquartile").EnumerateArray())
            Assert.Equal(golden[1].GetDouble(), InterquartileMean.Of(golden[0].Numbers()), 12);
    }

    [Fact]
    public void The_interval_agrees_with_a_stratified_bootstrap_in_numpy()
    {
        var golden = Golden.Of("stratified");
        var estimate = InterquartileMean.Interval(Tasks(), RandomStream.Of(5, "bootstrap"), golden.Number("confidence"), golden.GetProperty("resamples").GetInt32());
        Assert.Equal(golden.Number("value"), estimate.Value, 12);
        Assert.Equal(golden.Number("low"), estimate.Low, 12);
        Assert.Equal(golden.Number("high"), estimate.High, 12);
    }

    [Fact]
    public void The_order_of_runs_does_not_matter_and_the_argument_is_left_as_it_was()
    {
        var tasks = Tasks();
        double[][] reversed = [.. tasks.Select(runs => runs.Reverse().ToArray())];
        Assert.Equal(InterquartileMean.Interval(tasks, RandomStream.Of(1, "bootstrap")), InterquartileMean.Interval(reversed, RandomStream.Of(1, "bootstrap")));
        Assert.Equal(Tasks(), tasks);
    }

    [Fact]
    public void A_huge_score_moves_the_mean_but_not_the_interquartile_mean()
    {
        double[] scores = [1, 2, 3, 4, 5, 6, 7, 8];
        double[] spoilt = [.. scores[..7], 8e6];
        Assert.Equal(InterquartileMean.Of(scores), InterquartileMean.Of(spoilt));
        Assert.True(spoilt.Average() > 1e5);
    }

    [Fact]
    public void Bad_input_is_refused_by_name_and_place()
    {
        Refused("values has 0 numbers", () => InterquartileMean.Of([]));
        Refused("values[0] is NaN", () => InterquartileMean.Of([double.NaN]));
        Refused("tasks[1] has 3 runs and tasks[0] has 2", () => InterquartileMean.Interval([[1, 2], [1, 2, 3]], RandomStream.Of(1, "bootstrap")));
        Refused("tasks[1] has 1 numbers", () => InterquartileMean.Interval([[1, 2], [1]], RandomStream.Of(1, "bootstrap")));
        Refused("tasks[0][1]", () => InterquartileMean.Interval([[1, double.NaN], [1, 2]], RandomStream.Of(1, "bootstrap")));
        Refused("is empty", () => InterquartileMean.Interval([], RandomStream.Of(1, "bootstrap")));
    }

    private static double[][] Tasks() => [.. Golden.Of("stratified").GetProperty("tasks").EnumerateArray().Select(it => it.Numbers())];

    private static void Refused(string message, Action action) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
