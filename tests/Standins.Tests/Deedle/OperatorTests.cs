using Deedle;

namespace Standins.Tests.Deedle;

/// <summary>Each operator on 6 and 4, both ways round: 10, 2, 24, 1.5 (whole numbers: 1).</summary>
public class OperatorTests
{
    private static readonly Series<int, double> Six = new[] { 6.0 }.ToOrdinalSeries();
    private static readonly Series<int, double> Four = new[] { 4.0 }.ToOrdinalSeries();

    [Fact]
    public void Series_of_doubles()
    {
        Assert.Equal([10, 2, 24, 1.5], All(Six + Four, Six - Four, Six * Four, Six / Four));
        Assert.Equal([10, 2, 24, 1.5], All(Six + 4, Six - 4, Six * 4, Six / 4));
        Assert.Equal([10, 2, 24, 1.5], All(6.0 + Four, 6.0 - Four, 6.0 * Four, 6.0 / Four));
        Assert.Equal([-6], All(-Six));
    }

    [Fact]
    public void Series_of_integers()
    {
        var (six, four) = (new[] { 6 }.ToOrdinalSeries(), new[] { 4 }.ToOrdinalSeries());
        Assert.Equal([10, 2, 24, 1], All(six + four, six - four, six * four, six / four));
        Assert.Equal([10, 2, 24, 1], All(six + 4, six - 4, six * 4, six / 4));
        Assert.Equal([10, 2, 24, 1], All(6 + four, 6 - four, 6 * four, 6 / four));
        Assert.Equal([-6], All(-six));
    }

    [Fact]
    public void Series_of_decimals()
    {
        var (six, four) = (new[] { 6m }.ToOrdinalSeries(), new[] { 4m }.ToOrdinalSeries());
        Assert.Equal([10, 2, 24, 1.5m], All(six + four, six - four, six * four, six / four));
        Assert.Equal([10, 2, 24, 1.5m], All(six + 4m, six - 4m, six * 4m, six / 4m));
        Assert.Equal([10, 2, 24, 1.5m], All(6m + four, 6m - four, 6m * four, 6m / four));
        Assert.Equal([-6m], All(-six));
    }

    [Fact]
    public void Frames()
    {
        var (six, four) = (Column(Six), Column(Four));
        Assert.Equal([10, 2, 24, 1.5], All(six + four, six - four, six * four, six / four));
        Assert.Equal([10, 2, 24, 1.5], All(six + 4.0, six - 4.0, six * 4.0, six / 4.0));
        Assert.Equal([10, 2, 24, 1.5], All(6.0 + four, 6.0 - four, 6.0 * four, 6.0 / four));
        Assert.Equal([10, 2, 24, 1.5], All(six + 4, six - 4, six * 4, six / 4));
        Assert.Equal([10, 2, 24, 1.5], All(6 + four, 6 - four, 6 * four, 6 / four));
        Assert.Equal([-6], All(-six));
    }

    [Fact]
    public void Frames_and_a_series_by_row()
    {
        var (six, four) = (Column(Six), Column(Four));
        Assert.Equal([10, 2, 24, 1.5], All(six + Four, six - Four, six * Four, six / Four));
        Assert.Equal([10, 2, 24, 1.5], All(Six + four, Six - four, Six * four, Six / four));
        var (sixes, fours) = (new[] { 6 }.ToOrdinalSeries(), new[] { 4 }.ToOrdinalSeries());
        Assert.Equal([10, 2, 24, 1.5], All(six + fours, six - fours, six * fours, six / fours));
        Assert.Equal([10, 2, 24, 1.5], All(sixes + four, sixes - four, sixes * four, sixes / four));
    }

    [Fact]
    public void Frames_of_different_columns_have_only_missing_results_there()
    {
        var sum = Column(Six) + Frame.FromColumns([KeyValue.Create("v", Four), KeyValue.Create("w", Four)]);
        Assert.Equal([10.0], sum["v"].Values);
        Assert.Empty(sum["w"].Values);
    }

    [Fact]
    public void Functions_apply_to_each_value()
    {
        var series = new[] { -2.5, 100 }.ToOrdinalSeries();
        Assert.Equal([2.5, 100], Series<int, double>.Abs(series).Values);
        Assert.Equal([-2, 100], Series<int, double>.Ceiling(series).Values);
        Assert.Equal([-3, 100], Series<int, double>.Floor(series).Values);
        Assert.Equal([-2, 100], Series<int, double>.Round(series).Values);
        Assert.Equal([-1, 1], Series<int, double>.Sign(series).Values);
        Assert.Equal([10.0], Series<int, double>.Sqrt(series).Values); // the root of -2.5 is missing
        Assert.Equal([2.0], Series<int, double>.Log10(series).Values);
        Assert.Equal(Math.Exp(-2.5), Series<int, double>.Exp(series)[0]);
        Assert.Equal([6.25, 10000], Series<int, double>.Pow(series, 2).Values);
        Assert.Equal([64.0], Series<int, double>.Pow(2, Six).Values);
        Assert.Equal([3], Series<int, int>.Abs(new[] { -3 }.ToOrdinalSeries()).Values);
        Assert.Equal([0.0], Four.Log().Select(kvp => kvp.Value - Math.Log(4)).Values);
        Assert.Equal([2.0], Frame<int, string>.Sqrt(Column(Four))["v"].Values);
        Assert.Equal([6.0], Frame<int, string>.Abs(-Column(Six))["v"].Values);
        Assert.Equal([1.0], Frame<int, string>.Log10(Column(Six) + 4)["v"].Values);
        Assert.Equal([2.0], Frame<int, string>.Floor(Column(Six) / 2.5)["v"].Values);
        Assert.Equal([3.0], Frame<int, string>.Ceiling(Column(Six) / 2.5)["v"].Values);
        Assert.Equal([2.0], Frame<int, string>.Round(Column(Six) / 2.5)["v"].Values);
        Assert.Equal(6, Frame<int, string>.Log(Frame<int, string>.Exp(Column(Six)))["v"][0], 12);
    }

    private static Frame<int, string> Column(Series<int, double> series) => Frame.FromColumns([KeyValue.Create("v", series)]);

    private static IEnumerable<V> All<V>(params Series<int, V>[] series) => series.Select(s => s[0]);

    private static IEnumerable<double> All(params Frame<int, string>[] frames) => frames.Select(f => f["v"][0]);
}
