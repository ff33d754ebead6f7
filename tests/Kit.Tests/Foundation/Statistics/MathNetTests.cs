using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Kit.Tests.Foundation.Statistics;

/// <summary>What the statistics take from MathNet.Numerics is what SciPy computes.</summary>
public class MathNetTests
{
    [Fact]
    public void The_normal_distribution_and_its_quantiles_agree_to_twelve_digits()
    {
        foreach (var golden in Golden.Of("normal_cdf").EnumerateArray())
            Assert.Equal(1, Normal.CDF(0, 1, golden[0].GetDouble()) / golden[1].GetDouble(), 1e-12);
        foreach (var golden in Golden.Of("normal_quantile").EnumerateArray())
            Assert.Equal(golden[1].GetDouble(), Normal.InvCDF(0, 1, golden[0].GetDouble()), 1e-12);
    }

    [Fact]
    public void Quantiles_of_a_sample_are_numpys_with_definition_r7_and_not_by_default()
    {
        var golden = Golden.Of("quantile");
        var sorted = golden.GetProperty("sorted").Numbers();
        foreach (var level in golden.GetProperty("levels").EnumerateArray())
            Assert.Equal(level[1].GetDouble(), SortedArrayStatistics.QuantileCustom(sorted, level[0].GetDouble(), QuantileDefinition.R7), 1e-12);
        Assert.NotEqual(golden.GetProperty("levels")[2][1].GetDouble(), SortedArrayStatistics.Quantile(sorted, 0.33), 1e-4);
    }

    [Fact]
    public void Ties_get_mid_ranks()
    {
        foreach (var golden in Golden.Of("ranks").EnumerateArray())
            Assert.Equal(golden[1].Numbers(), ArrayStatistics.RanksInplace(golden[0].Numbers(), RankDefinition.Average));
    }
}
