using Kit.Decisions.Bandits;

namespace Kit.Tests.Decisions.Bandits;

public class LaiRobbinsTests
{
    [Fact]
    public void Two_coins_by_hand()
    {
        // d(0.8, 0.9) = 0.8 ln(0.8/0.9) + 0.2 ln 2 = 0.0444030, and 0.1 / 0.0444030 = 2.2520997.
        Assert.Equal(2.252099698524527, LaiRobbins.Constant(0.9, 0.8), 10);
        Assert.Equal(2.252099698524527, LaiRobbins.Constant(0.8, 0.9, 0.9), 10);
    }

    [Fact]
    public void Normal_arms_by_hand()
    {
        // Δ / (Δ² / 2σ²) = 2σ² / Δ: gaps 1 and ½ give 2 + 4 = 6, and four times that with σ = 2.
        Assert.Equal(6, LaiRobbins.GaussianConstant([1, 0, 0.5]), 12);
        Assert.Equal(24, LaiRobbins.GaussianConstant([1, 0, 0.5], 2), 12);
    }

    [Fact]
    public void Nothing_is_lost_where_all_arms_are_equal_or_one_failure_tells()
    {
        Assert.Equal(0, LaiRobbins.Constant(0.4, 0.4));
        Assert.Equal(0, LaiRobbins.Constant(1, 0.4));
    }

    [Fact]
    public void Means_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LaiRobbins.Constant());
        Assert.Throws<ArgumentOutOfRangeException>(() => LaiRobbins.Constant(0.5, -0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => LaiRobbins.Constant(1.5, 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => LaiRobbins.GaussianConstant([0, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LaiRobbins.GaussianConstant([0, 1], 0));
    }
}
