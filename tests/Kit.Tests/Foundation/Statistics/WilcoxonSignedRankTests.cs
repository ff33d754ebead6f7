using System.Text.Json;
using Kit.Foundation.Statistics;

namespace Kit.Tests.Foundation.Statistics;

public class WilcoxonSignedRankTests
{
    private static readonly double[] Before = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30];
    private static readonly double[] After = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];

    /// <summary>Hollander and Wolfe 1973, pp. 29f, the example of R's wilcox.test: V = 40, p = 0.01953 = 10/512.</summary>
    [Fact]
    public void Depression_scores_fall_under_a_tranquilliser()
    {
        var result = WilcoxonSignedRank.Test(Before, After, Alternative.Greater);
        Assert.Equal((40.0, 5.0, 9, "exact"), (result.WPlus, result.WMinus, result.Used, result.Method));
        Assert.Equal(10.0 / 512, result.PValue);
        Assert.Equal(35.0 / 45, result.RankBiserial);
    }

    /// <summary>Darwin's fifteen pairs of maize, crossed − self-fertilised, in eighths of an inch: SciPy's documentation gives 24 and 0.041259765625.</summary>
    [Fact]
    public void Crossed_maize_grows_taller()
    {
        var result = WilcoxonSignedRank.Test([6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75]);
        Assert.Equal((96.0, 24.0), (result.WPlus, result.WMinus));
        Assert.Equal(0.041259765625, result.PValue);
    }

    /// <summary>Bortz, Lienert and Boehnke's example, with ties and five zeros: exactRankTests gives V = 13, p = 0.1367, and R's normal approximation 0.1436.</summary>
    [Fact]
    public void Ties_and_zeros_get_the_exact_p_value_too()
    {
        double[] x = [9, 14, 8, 11, 14, 10, 8, 14, 12, 14, 13, 9, 15, 12, 9];
        double[] y = [13, 15, 9, 12, 16, 10, 8, 13, 12, 16, 9, 10, 16, 12, 9];
        var exact = WilcoxonSignedRank.Test(x, y);
        Assert.Equal((13.0, 10, "exact"), (exact.WPlus, exact.Used, exact.Method));
        Assert.Equal(0.1367, exact.PValue, 4);
        var normal = WilcoxonSignedRank.Test(x, y, exactUpTo: 0);
        Assert.Equal("normal", normal.Method);
        Assert.Equal(0.1436, normal.PValue, 4);
    }

    [Fact]
    public void With_ties_and_zeros_it_is_the_count_over_all_sign_patterns()
    {
        foreach (var golden in Golden.Of("signed_rank_every_sign").EnumerateArray())
        {
            var result = Same(golden, 50, true, 1e-15);
            Assert.Equal((golden.Number("plus"), golden.Number("minus"), golden.GetProperty("used").GetInt32(), "exact"),
                         (result.WPlus, result.WMinus, result.Used, result.Method));
        }
    }

    [Fact]
    public void Without_ties_it_is_scipys_exact_test()
    {
        foreach (var golden in Golden.Of("signed_rank_exact_untied").EnumerateArray())
        {
            var differences = golden[0].Numbers();
            Assert.Equal(golden[1].Number("less"), WilcoxonSignedRank.Test(differences, Alternative.Less).PValue, 1e-12);
            Assert.Equal(golden[1].Number("greater"), WilcoxonSignedRank.Test(differences, Alternative.Greater).PValue, 1e-12);
            Assert.Equal(golden[1].Number("two-sided"), WilcoxonSignedRank.Test(differences).PValue, 1e-12);
        }
    }

    [Fact]
    public void Many_pairs_get_scipys_normal_approximation_with_either_treatment_of_zeros()
    {
        foreach (var golden in Golden.Of("signed_rank_normal").EnumerateArray())
            Assert.Equal("normal", Same(golden, 50, golden.GetProperty("correction").GetBoolean(), 1e-12).Method);
    }

    [Fact]
    public void At_fifty_pairs_both_methods_nearly_agree()
    {
        double[] differences = [.. Enumerable.Range(1, 50).Select(i => i % 3 == 0 ? -i : (double)i)];
        var exact = WilcoxonSignedRank.Test(differences);
        Assert.Equal("exact", exact.Method);
        Assert.Equal(exact.PValue, WilcoxonSignedRank.Test(differences, exactUpTo: 0).PValue, 0.001);
        Assert.Equal("normal", WilcoxonSignedRank.Test([.. differences, 51]).Method);
    }

    [Fact]
    public void Swapping_the_samples_swaps_the_one_sided_p_values_and_the_sign_of_the_effect()
    {
        foreach (var exactUpTo in new[] { 0, 50 })
        {
            var (one, other) = (WilcoxonSignedRank.Test(Before, After, Alternative.Greater, exactUpTo: exactUpTo),
                                WilcoxonSignedRank.Test(After, Before, Alternative.Less, exactUpTo: exactUpTo));
            Assert.Equal(one.PValue, other.PValue);
            Assert.Equal(one.RankBiserial, -other.RankBiserial);
            Assert.Equal(WilcoxonSignedRank.Test(Before, After, exactUpTo: exactUpTo).PValue, WilcoxonSignedRank.Test(After, Before, exactUpTo: exactUpTo).PValue);
        }
    }

    [Fact]
    public void Order_of_pairs_and_unit_of_the_differences_do_not_matter()
    {
        double[] differences = [4, -1, 1, 0, 7, 7, -3, 2];
        var result = WilcoxonSignedRank.Test(differences);
        Assert.Equal(result, WilcoxonSignedRank.Test([.. differences.Reverse()]));
        Assert.Equal(result, WilcoxonSignedRank.Test([.. differences.Select(it => it / 8)]));
    }

    /// <summary>The largest exact case: only one of 2⁶⁰ sign patterns has a sum as large.</summary>
    [Fact]
    public void Sixty_pairs_are_counted_without_overflow()
    {
        double[] differences = [.. Enumerable.Range(1, 60).Select(i => (double)i)];
        Assert.Equal(Math.Pow(2, -60), WilcoxonSignedRank.Test(differences, Alternative.Greater, exactUpTo: 60).PValue);
        Assert.Equal(1, WilcoxonSignedRank.Test(differences, Alternative.Less, exactUpTo: 60).PValue);
    }

    [Theory]
    [InlineData(ZeroDifferences.Drop, 3)]
    [InlineData(ZeroDifferences.Pratt, 3)]
    [InlineData(ZeroDifferences.Drop, 100)]
    [InlineData(ZeroDifferences.Pratt, 100)]
    public void Samples_that_are_equal_everywhere_show_no_difference(ZeroDifferences zeros, int count)
    {
        var result = WilcoxonSignedRank.Test(new double[count], zeros: zeros);
        Assert.Equal((0, 1.0, 0.0), (result.Used, result.PValue, result.RankBiserial));
    }

    [Fact]
    public void Bad_input_is_refused_by_name_and_place()
    {
        Refused("differences has 0 numbers", () => WilcoxonSignedRank.Test([]));
        Refused("differences[1] is NaN", () => WilcoxonSignedRank.Test([1, double.NaN]));
        Refused("x has 2 numbers and y has 1", () => WilcoxonSignedRank.Test([1, 2], [1]));
        Refused("x[0] is NaN", () => WilcoxonSignedRank.Test([double.NaN, 2], [1, 2]));
        Refused("exactUpTo", () => WilcoxonSignedRank.Test([1, 2], exactUpTo: 61));
    }

    private static WilcoxonResult Same(JsonElement golden, int exactUpTo, bool continuity, double tolerance)
    {
        var differences = golden.GetProperty("differences").Numbers();
        var zeros = golden.GetProperty("pratt").GetBoolean() ? ZeroDifferences.Pratt : ZeroDifferences.Drop;
        WilcoxonResult Test(Alternative alternative) => WilcoxonSignedRank.Test(differences, alternative, zeros, exactUpTo, continuity);
        Assert.Equal(golden.Number("less"), Test(Alternative.Less).PValue, tolerance);
        Assert.Equal(golden.Number("greater"), Test(Alternative.Greater).PValue, tolerance);
        Assert.Equal(golden.Number("two_sided"), Test(Alternative.TwoSided).PValue, tolerance);
        return Test(Alternative.TwoSided);
    }

    private static void Refused(string message, Action action) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
