using Kit.Foundation.Statistics;

namespace Kit.Tests.Foundation.Statistics;

public class SummaryTests
{
    /// <summary>By hand: 2, 4, 4, 4, 5, 5, 7, 9 has mean 5 and squares adding up to 32.</summary>
    [Fact]
    public void Eight_values_by_hand()
    {
        var summary = Summary.Of([2, 4, 4, 4, 5, 5, 7, 9]);
        Assert.Equal((8, 5.0, 2.0, 9.0), (summary.Count, summary.Mean, summary.Minimum, summary.Maximum));
        Assert.Equal(Math.Sqrt(32.0 / 7), summary.StandardDeviation, 14);
        Assert.Equal(Math.Sqrt(32.0 / 7 / 8), summary.StandardError, 14);
        Assert.Equal("5 ± 0.76 (n = 8)", summary.ToString());
    }

    [Fact]
    public void A_small_spread_on_a_large_mean_is_not_lost()
    {
        foreach (var golden in Golden.Of("summary").EnumerateArray())
        {
            var summary = Summary.Of(golden[0].Numbers());
            Assert.Equal(1, summary.Mean / golden[1].GetDouble(), 14);
            Assert.Equal(golden[2].GetDouble(), summary.StandardDeviation, 1e-7);
            Assert.Equal(golden[3].GetDouble(), summary.StandardError, 1e-7);
        }
    }

    /// <summary>By hand: standard errors 3 and 4 give 5.</summary>
    [Fact]
    public void The_error_of_a_difference_adds_the_squares()
    {
        var (x, y) = (Summary.Of([-3, 3]), Summary.Of([-4, 4]));
        Assert.Equal((3.0, 4.0), (Math.Round(x.StandardError, 12), Math.Round(y.StandardError, 12)));
        Assert.Equal(5, x.StandardErrorOfDifference(y), 12);
    }

    [Fact]
    public void One_value_has_a_mean_but_no_spread()
    {
        var summary = Summary.Of([7]);
        Assert.Equal((1, 7.0, 7.0, 7.0), (summary.Count, summary.Mean, summary.Minimum, summary.Maximum));
        Assert.True(double.IsNaN(summary.StandardDeviation) && double.IsNaN(summary.StandardError));
    }

    [Fact]
    public void Bad_input_is_refused_by_name_and_place()
    {
        Assert.Contains("values has 0 numbers", Assert.Throws<ArgumentException>(() => Summary.Of([])).Message, StringComparison.Ordinal);
        Assert.Contains("values[1] is NaN", Assert.Throws<ArgumentException>(() => Summary.Of([1, double.NaN])).Message, StringComparison.Ordinal);
    }
}
