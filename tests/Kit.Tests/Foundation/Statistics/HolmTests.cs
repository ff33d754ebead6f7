using Kit.Foundation.Statistics;

namespace Kit.Tests.Foundation.Statistics;

public class HolmTests
{
    /// <summary>By hand: 4·0.005 = 0.02, 3·0.01 = 0.03, 2·0.03 = 0.06, and 1·0.04 is raised to the 0.06 before it.</summary>
    [Fact]
    public void Four_tests_by_hand()
    {
        Near([0.03, 0.06, 0.06, 0.02], Holm.Adjust([0.01, 0.04, 0.03, 0.005]));
        Assert.Equal([true, false, false, true], Holm.Rejects([0.01, 0.04, 0.03, 0.005]));
    }

    /// <summary>
    /// The 15 p-values of Benjamini and Hochberg 1995, section 4: Bonferroni and Hochberg, between which Holm lies, both reject three at 0.05.
    /// By hand: 15·0.0001, 14·0.0004, 13·0.0019, 12·0.0095, 11·0.0201, 10·0.0278, 9·0.0298, 8·0.0344 = 0.2752, 7·0.0459 = 0.3213, then 6·0.3240 > 1.
    /// </summary>
    [Fact]
    public void Fifteen_tests_of_a_heart_study()
    {
        double[] p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0];
        Near([0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213, 1, 1, 1, 1, 1, 1], Holm.Adjust(p));
        Assert.Equal(3, Holm.Rejects(p).Count(it => it));
    }

    [Fact]
    public void One_test_is_left_as_it_is_and_extremes_stay() => Assert.Equal([0.04, 0.0, 1.0], [.. Holm.Adjust([0.04]), .. Holm.Adjust([0, 1])]);

    /// <summary>R: p.adjust(c(.05, .05, .05)) is 0.15 each.</summary>
    [Fact]
    public void Equal_p_values_are_adjusted_equally() => Near([0.15, 0.15, 0.15], Holm.Adjust([0.05, 0.05, 0.05]));

    [Fact]
    public void Another_order_gives_the_same_values_in_that_order()
    {
        double[] p = [0.2, 0.001, 0.03, 0.03, 0.7, 0.012];
        Assert.Equal(Holm.Adjust(p).Reverse(), Holm.Adjust([.. p.Reverse()]));
    }

    [Fact]
    public void Bad_input_is_refused_by_name_and_place()
    {
        Refused("pValues has 0 numbers", () => Holm.Adjust([]));
        Refused("pValues[2] is 1.5", () => Holm.Adjust([0.1, 0.2, 1.5]));
        Refused("pValues[0] is -0.1", () => Holm.Adjust([-0.1]));
        Refused("pValues[1] is NaN", () => Holm.Adjust([0.1, double.NaN]));
        Refused("alpha", () => Holm.Rejects([0.1], 5));
    }

    private static void Near(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (one, other) in expected.Zip(actual))
            Assert.Equal(one, other, 12);
    }

    private static void Refused(string message, Action action) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
