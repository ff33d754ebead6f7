using Deedle;

namespace Standins.Tests.Deedle;

/// <summary>Values of a spreadsheet's AVERAGE, STDEV.S, SKEW, KURT, QUARTILE.INC, COVARIANCE.S.</summary>
public class StatsTests
{
    private static readonly Series<int, double> Numbers = new[] { 10, 1, double.NaN, 3, 2 }.ToOrdinalSeries();

    [Fact]
    public void Of_1_2_3_10()
    {
        Assert.Equal(16, Numbers.Sum());
        Assert.Equal(4, Numbers.Mean());
        Assert.Equal(2.5, Numbers.Median());
        Assert.Equal(1, Numbers.Min());
        Assert.Equal(10, Numbers.Max());
        Assert.Equal(50.0 / 3, Stats.variance(Numbers), 12); // (9 + 4 + 1 + 36) / 3
        Assert.Equal(Math.Sqrt(50.0 / 3), Numbers.StdDev(), 12);
        Assert.Equal(1.763632614803888, Numbers.Skewness(), 12);
        Assert.Equal(3.228, Numbers.Kurtosis(), 12);
        Assert.Equal(4, Stats.count(Numbers));
        Assert.Equal(1.0, Numbers.TryMin().Value);
    }

    [Fact]
    public void Too_few_values_give_NaN_and_not_a_number_from_nowhere()
    {
        var one = new[] { 1.0 }.ToOrdinalSeries();
        var none = new[] { double.NaN }.ToOrdinalSeries();
        Assert.Equal(1, one.Mean());
        Assert.True(double.IsNaN(one.StdDev()));
        Assert.All([none.Sum(), none.Mean(), none.Median(), none.Min(), none.Max()], v => Assert.True(double.IsNaN(v)));
        Assert.Null(none.TryMax());
    }

    [Fact]
    public void Quantiles_lie_between_neighbours()
    {
        var quantiles = Stats.quantile([0, 0.25, 0.5, 1], Numbers);
        Assert.Equal([1, 1.75, 2.5, 10], quantiles.Values); // at place 0.75 of 1, 2, 3, 10
        Assert.Equal(["0", "0.25", "0.5", "1"], quantiles.Keys);
        Assert.Equal(["unique", "mean", "std", "min", "0.25", "0.5", "0.75", "max"], Stats.describe(Numbers).Keys);
    }

    [Fact]
    public void Covariance_and_correlation()
    {
        var (x, y) = (new[] { 1.0, 2, 3 }.ToOrdinalSeries(), new[] { 2.0, 4, 7 }.ToOrdinalSeries());
        Assert.Equal(2.5, Stats.cov(x, y), 12);
        Assert.Equal(2.5 / Math.Sqrt(19.0 / 3), Stats.corr(x, y), 12); // var x = 1, var y = 114 / 18
        var matrix = Stats.corrFrame(Frame.FromColumns([KeyValue.Create("x", x), KeyValue.Create("y", y)]));
        Assert.Equal(1, matrix["x"]["x"], 12);
        Assert.Equal(matrix["x"]["y"], matrix["y"]["x"], 12);
    }

    [Fact]
    public void Moving_and_expanding_windows_keep_the_keys()
    {
        var series = new[] { 1.0, 2, 6, 3 }.ToOrdinalSeries();
        Assert.Equal([1.5, 4, 4.5], Stats.movingMean(2, series).Values);
        Assert.Equal(4, Stats.movingMean(2, series).KeyCount);
        Assert.False(Stats.movingMean(2, series).TryGet(0).HasValue);
        Assert.Equal([1, 1.5, 3, 3], Stats.expandingMean(series).Values);
        Assert.Equal([1, 2, 6, 6], Stats.expandingMax(series).Values);
    }

    [Fact]
    public void A_frame_is_summarised_by_column_and_text_stays_missing()
    {
        var frame = Sample.Speedups();
        Assert.Equal(3.75, frame.Mean()["Speedup"]); // (3 + 2 + 4 + 6) / 4
        Assert.Equal(["Model", "Benchmark", "Speedup"], frame.Mean().Keys);
        Assert.False(frame.Mean().TryGet("Model").HasValue);
        Assert.Equal(3.5, frame.Median()["Speedup"]);
        Assert.Equal(15, frame.Sum()["Speedup"]);
        Assert.Equal([5, 5, 4], Stats.count(frame).Values);
        Assert.Equal([2, 3, 4], frame.UniqueCount().Values);
    }

    [Fact]
    public void Each_moving_and_expanding_statistic_is_that_of_its_window()
    {
        var series = new[] { 4.0, 1, double.NaN, 5 }.ToOrdinalSeries();
        var last = new[] { 4.0, 1, 5 }.ToOrdinalSeries(); // the last window of four, and all of them
        Func<Series<int, double>, double>[] whole =
            [s => s.ValueCount, Stats.sum, Stats.mean, Stats.variance, Stats.stdDev, Stats.min, Stats.max, Stats.median];
        Func<Series<int, double>, Series<int, double>>[] expanding =
        [
            Stats.expandingCount, Stats.expandingSum, Stats.expandingMean, Stats.expandingVariance, Stats.expandingStdDev, Stats.expandingMin,
            Stats.expandingMax, Stats.expandingMedian,
        ];
        Func<int, Series<int, double>, Series<int, double>>[] moving =
        [
            Stats.movingCount, Stats.movingSum, Stats.movingMean, Stats.movingVariance, Stats.movingStdDev, Stats.movingMin,
            Stats.movingMax, Stats.movingMedian,
        ];
        for (var i = 0; i < whole.Length; i++)
        {
            Assert.Equal(whole[i](last), expanding[i](series)[3], 12);
            Assert.Equal(whole[i](last), moving[i](4, series)[3], 12);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => Stats.movingMean(0, series));
    }

    [Fact]
    public void Each_statistic_of_a_frame_is_that_of_its_columns()
    {
        var frame = Frame.FromColumns([KeyValue.Create("n", Numbers)]);
        Assert.Equal(Numbers.StdDev(), frame.StdDev()["n"]);
        Assert.Equal(Stats.variance(Numbers), frame.Variance()["n"]);
        Assert.Equal(Numbers.Skewness(), frame.Skewness()["n"]);
        Assert.Equal(Numbers.Kurtosis(), frame.Kurtosis()["n"]);
        Assert.Equal((1.0, 10.0), (frame.Min()["n"], frame.Max()["n"]));
        Assert.Equal(1.75, frame.Describe()["n"]["0.25"]);
        Assert.Equal(Stats.variance(Numbers), Stats.covFrame(frame)["n"]["n"], 12);
        Assert.Equal([2.5], Numbers.MedianLevel(_ => 0).Values);
    }
}
