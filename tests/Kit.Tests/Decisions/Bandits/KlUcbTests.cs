using Kit.Decisions.Bandits;

namespace Kit.Tests.Decisions.Bandits;

public class KlUcbTests
{
    [Fact]
    public void The_divergence_agrees_with_scipy()
    {
        foreach (var row in Reference.Of("divergence").EnumerateArray().Select(Reference.Numbers))
            Assert.Equal(row[2], BernoulliKl.Divergence(row[0], row[1]), 12);
    }

    [Fact]
    public void The_divergence_has_its_limits_at_zero_and_one()
    {
        Assert.Equal(0, BernoulliKl.Divergence(0, 0));
        Assert.Equal(0, BernoulliKl.Divergence(1, 1));
        Assert.Equal(Math.Log(2), BernoulliKl.Divergence(0, 0.5), 12);
        Assert.Equal(Math.Log(4), BernoulliKl.Divergence(1, 0.25), 12);
        Assert.Equal(double.PositiveInfinity, BernoulliKl.Divergence(0.5, 0));
        Assert.Equal(double.PositiveInfinity, BernoulliKl.Divergence(0.5, 1));
        Assert.Equal(double.PositiveInfinity, BernoulliKl.Divergence(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => BernoulliKl.Divergence(-0.1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => BernoulliKl.Divergence(0.5, double.NaN));
    }

    [Fact]
    public void The_index_agrees_with_scipys_root_to_its_tolerance()
    {
        foreach (var row in Reference.Of("kl_index").EnumerateArray().Select(Reference.Numbers))
        {
            var (mean, pulls, t, c, index) = (row[0], row[1], row[2], row[3], row[4]);
            var bound = (Math.Log(t) + c * Math.Log(Math.Log(t))) / pulls;
            Assert.InRange(KlUcb.UpperBound(mean, bound) - index, -5e-10, 5e-10);
            Assert.InRange(KlUcb.UpperBound(mean, bound, 1e-13) - index, -1e-12, 1e-12);
        }
    }

    [Fact]
    public void An_arm_that_never_paid_has_its_index_in_closed_form()
    {
        // d(0, q) = −ln(1−q), so one pull without reward and t = 2 give q = 1 − e^(−ln 2) = ½.
        var policy = new KlUcb(2);
        policy.Update(0, 0);
        Assert.Equal(0.5, policy.Index(0), 9);
        Assert.Equal(double.PositiveInfinity, policy.Index(1));
    }

    [Fact]
    public void The_index_of_a_policy_counts_steps_from_one()
    {
        // Arm 0 paid 1, 0, 1 and arm 1 once 1: the fifth step is to come, and SciPy has the root for mean 2/3, three pulls, t = 5.
        var policy = new KlUcb(2);
        foreach (var (arm, reward) in new[] { (0, 1), (0, 0), (1, 1), (0, 1) })
            policy.Update(arm, reward);
        Assert.Equal(Reference.Of("kl_index")[0][4].GetDouble(), policy.Index(0), 9);
        Assert.Equal(1, policy.Index(1));
    }

    [Fact]
    public void Its_options_are_heard()
    {
        // Ten pulls that paid ½ on average, then 89 of the other arm: t = 100, and SciPy has the root for c = 3. A wide tolerance stops early.
        var (wide, rough) = (new KlUcb(2, new() { LogLogFactor = 3 }), new KlUcb(2, new() { Tolerance = 0.3 }));
        foreach (var policy in (KlUcb[])[wide, rough])
        {
            for (var n = 0; n < 99; n++)
                policy.Update(n < 10 ? 0 : 1, n % 2);
        }

        var row = Reference.Of("kl_index")[3].Numbers();
        Assert.Equal([0.5, 10, 100, 3], row[..4]);
        Assert.Equal(row[4], wide.Index(0), 9);
        // d(½, ¾) = 0.144 < ln 100 / 10, so the first halving leaves [¾, 1], which is narrow enough.
        Assert.Equal(0.875, rough.Index(0));
    }

    [Fact]
    public void A_reward_outside_zero_to_one_is_refused_with_the_mend()
    {
        Assert.Contains("rescale", Assert.Throws<ArgumentOutOfRangeException>(() => new KlUcb(2).Update(0, 1.5)).Message, StringComparison.Ordinal);
        Assert.Contains("Tolerance", Assert.Throws<ArgumentOutOfRangeException>(() => new KlUcb(2, new() { Tolerance = 0 })).Message, StringComparison.Ordinal);
        Assert.Contains("LogLogFactor", Assert.Throws<ArgumentOutOfRangeException>(() => new KlUcb(2, new() { LogLogFactor = -1 })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ucb1")]
    [InlineData("kl_ucb")]
    [InlineData("thompson")]
    public void Regret_on_two_good_coins_agrees_with_the_independent_simulation(string name)
    {
        // Means 0.9 and 0.8, pseudo-regret after 3,000 steps over 200 seeds, within 4 standard errors of the difference.
        Func<IBandit, IBanditPolicy> policy = name switch
        {
            "ucb1" => bandit => new Ucb1(bandit.Arms),
            "kl_ucb" => bandit => new KlUcb(bandit.Arms),
            _ => bandit => new ThompsonBernoulli(bandit.Arms),
        };
        Reference.Agrees(Reference.Of("regret").GetProperty(name), Reference.Play(200, 3000, _ => new BernoulliArms(0.9, 0.8), policy, history => history.Regret[^1]));
    }
}
