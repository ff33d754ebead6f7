using System.Text.Json;
using Kit.Charts;
using Kit.TestSupport;

namespace Kit.Tests.Charts;

public class DistributionFiguresTests
{
    private static readonly FigureFacts Facts = new("A title", 6, "draws", "seed 1");

    [Fact]
    public void Histograms_count_over_shared_bins_and_the_highest_value_falls_into_the_last()
    {
        // Five bins from 0 to 10: [0, 2), [2, 4), [4, 6), [6, 8), [8, 10].
        var figure = DistributionFigures.Histograms([new("a", [0, 0, 1, 2, 3, 10]), new("b", [4, 5, 6, 6])], Facts, "reward", bins: 5);

        Assert.Equal([1, 3, 5, 7, 9], FigureJson.Numbers(FigureJson.Trace(figure, "a").GetProperty("x")));
        Assert.Equal([3, 2, 0, 0, 1], FigureJson.Numbers(FigureJson.Trace(figure, "a").GetProperty("y")));
        Assert.Equal([0, 0, 2, 2, 0], FigureJson.Numbers(FigureJson.Trace(figure, "b").GetProperty("y")));
        Assert.Equal("2 histograms over the same 5 bins. a: mean 2.67, from 0 to 10; b: mean 5.25, from 4 to 6.", figure.Text.Alternative);
    }

    [Fact]
    public void The_picture_of_many_values_is_as_small_as_that_of_few() =>
        Assert.InRange(BanditPictures.Gallery["histograms"]().ToJson().Length, 1000, 8000);

    [Fact]
    public void A_violin_is_the_density_that_NumPy_finds()
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Repository.At("tests", "reference", "violin.json")));
        double[] values = FigureJson.Numbers(expected.RootElement.GetProperty("values"));
        var figure = DistributionFigures.Violins([new("a", values), new("b", [0, 1])], Facts, "arm", "reward");

        var shape = FigureJson.Trace(figure, "a");
        Assert.Equal(FigureJson.Numbers(expected.RootElement.GetProperty("places")), FigureJson.Numbers(shape.GetProperty("y"))[..41], (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.Equal(FigureJson.Numbers(expected.RootElement.GetProperty("widths")), FigureJson.Numbers(shape.GetProperty("x"))[..41], (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void A_violin_is_mirrored_about_its_place_and_bears_its_mean()
    {
        var figure = DistributionFigures.Violins([new("a", [0, 1]), new("b", [1, 2, 6])], Facts, "arm", "reward");

        var x = FigureJson.Numbers(FigureJson.Trace(figure, "b").GetProperty("x"));
        Assert.All(Enumerable.Range(0, 41), i => Assert.Equal(2.0, x[i] + x[81 - i], 1e-9));
        Assert.Equal([3, 3], FigureJson.Numbers(FigureJson.Trace(figure, "mean of b").GetProperty("y")));
        Assert.Equal(["a<br>0.50", "b<br>3.00"], FigureJson.Layout(figure, "xaxis", "ticktext").EnumerateArray().Select(it => it.GetString()));
        Assert.EndsWith("a: mean 0.5, from 0 to 1; b: mean 3, from 1 to 6.", figure.Text.Alternative, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_spread_or_is_not_a_number_is_refused_by_name()
    {
        Assert.Contains("'b' has 1 different values", Refusal(new("a", [0, 1]), new("b", [1, 1])), StringComparison.Ordinal);
        Assert.Contains("'a' holds NaN", Refusal(new PlotSeries("a", [0, double.NaN])), StringComparison.Ordinal);
        Assert.Contains("no distributions", Refusal(), StringComparison.Ordinal);
        Assert.Contains("0 bins", Assert.Throws<ArgumentException>(() => DistributionFigures.Histograms([new("a", [0, 1])], Facts, "reward", bins: 0)).Message, StringComparison.Ordinal);

        static string Refusal(params PlotSeries[] series) => Assert.Throws<ArgumentException>(() => DistributionFigures.Violins(series, Facts, "arm", "reward")).Message;
    }

    [Fact]
    public void A_heat_map_writes_its_numbers_also_under_names_that_read_as_numbers()
    {
        var figure = GridFigures.HeatMap(["1/2", "1"], ["UCB", "EXP3"], [[1.5, 1.25], [double.NaN, 0.5]], Facts, "parameter", "method");

        var cells = FigureJson.Layout(figure, "annotations").EnumerateArray().Where(it => it.GetProperty("text").GetString() != figure.Text.Note)
            .ToDictionary(it => it.GetProperty("text").GetString()!, it => (it.GetProperty("x").ToString(), it.GetProperty("y").ToString()));
        Assert.Equal(("1/2", "UCB"), cells["1.5"]);

        // plotly.js takes the name "1" for the column after the first, and so does its place.
        Assert.Equal([("1", "UCB"), ("1", "EXP3")], [cells["1.25"], cells["0.5"]]);
        Assert.Equal(3, cells.Count);
        Assert.Equal("A grid of 2 rows (method) and 2 columns (parameter), 3 cells with a number. The highest is 1.5 at UCB, 1/2, the lowest 0.5 at EXP3, 1.", figure.Text.Alternative);
    }

    [Fact]
    public void A_heat_map_of_the_wrong_shape_is_refused_by_row()
    {
        Assert.Contains("row 'r' has 1 values for 2 columns", Refusal([[1]]), StringComparison.Ordinal);
        Assert.Contains("row 'r' holds an infinite value", Refusal([[1, double.PositiveInfinity]]), StringComparison.Ordinal);
        Assert.Contains("no cell", Refusal([[double.NaN, double.NaN]]), StringComparison.Ordinal);
        Assert.Contains("2 rows of values for 1 names", Refusal([[1, 2], [3, 4]]), StringComparison.Ordinal);

        static string Refusal(double[][] values) => Assert.Throws<ArgumentException>(() => GridFigures.HeatMap(["a", "b"], ["r"], values, Facts, "x", "y")).Message;
    }
}
