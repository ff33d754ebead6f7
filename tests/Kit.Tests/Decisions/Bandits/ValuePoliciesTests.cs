using Kit.Decisions.Bandits;
using Kit.Foundation.Randomness;

namespace Kit.Tests.Decisions.Bandits;

/// <summary>Policies that keep an estimate for each arm: ε-greedy, UCB, UCB1.</summary>
public class ValuePoliciesTests
{
    [Fact]
    public void The_sample_average_is_the_average()
    {
        var q = new ActionValues(2, initialValue: 100);
        foreach (var (reward, average) in new[] { (1.0, 1.0), (3.0, 2.0), (8.0, 4.0) })
        {
            q.Update(1, reward);
            Assert.Equal(average, q.Values[1], 12);
        }

        Assert.Equal((100.0, 0, 3, 3), (q.Values[0], q.Pulls[0], q.Pulls[1], q.Steps));
    }

    [Fact]
    public void A_constant_step_goes_that_share_of_the_way()
    {
        // α = ½ from 0: 0 + ½·1 = 0.5, 0.5 + ½·2.5 = 1.75, 1.75 + ½·6.25 = 4.875.
        var q = new ActionValues(1, stepSize: 0.5);
        foreach (var (reward, value) in new[] { (1.0, 0.5), (3.0, 1.75), (8.0, 4.875) })
        {
            q.Update(0, reward);
            Assert.Equal(value, q.Values[0]);
        }
    }

    [Fact]
    public void A_decaying_epsilon_follows_its_schedule()
    {
        // cK / (d² t) = 0.15 · 2 / (0.25 t) = 1.2 / t, at most 1.
        var policy = new EpsilonGreedy(2, new() { Decay = 0.15, Gap = 0.5 });
        foreach (var epsilon in new[] { 1, 0.6, 0.4, 0.3 })
        {
            Assert.Equal(epsilon, policy.Epsilon, 12);
            policy.Update(0, 1);
        }
    }

    [Fact]
    public void Epsilon_is_the_share_of_random_pulls()
    {
        // Arm 0 looks best and 9 of 10 random pulls go elsewhere: 0.3 · 0.9 = 0.27 ± 4 · √(0.27 · 0.73 / 10,000).
        var (policy, random) = (new EpsilonGreedy(10, new() { Epsilon = 0.3 }), RandomStream.Of(1, "policy"));
        policy.Update(0, 1);
        Assert.InRange(Enumerable.Range(0, 10_000).Count(_ => policy.Select(random) != 0) / 10_000.0, 0.27 - 0.0178, 0.27 + 0.0178);
    }

    [Fact]
    public void Optimism_tries_every_arm_where_greed_stays_with_the_first_that_pays()
    {
        Assert.Equal(5, Tried(EpsilonGreedy.Optimistic(5)));
        Assert.Equal(1, Tried(EpsilonGreedy.Greedy(5)));

        static int Tried(EpsilonGreedy policy)
        {
            var history = BanditGame.Play(new GaussianArms([1, 1, 1, 1, 1], 0), policy, 5, new RandomStreams(1));
            return history.Arms.Distinct().Count();
        }
    }

    [Fact]
    public void Ucb1_after_four_pulls_by_hand()
    {
        // Arm 0 paid 1, 0, 1 and arm 1 paid 1, so n = 4: 2/3 + √(2 ln 4 / 3) = 1.6280179, 1 + √(2 ln 4) = 2.6651092.
        var policy = new Ucb1(3);
        Update(policy, (0, 1), (0, 0), (1, 1), (0, 1));
        Assert.Equal(1.6280179244005886, policy.Index(0), 12);
        Assert.Equal(2.6651092223153956, policy.Index(1), 12);
        Assert.Equal(double.PositiveInfinity, policy.Index(2));
        Assert.Equal(2, policy.Select(RandomStream.Of(1, "policy")));
    }

    [Fact]
    public void Ucb_at_the_fifth_step_by_hand()
    {
        // t = 5, c = 2: 2/3 + 2 √(ln 5 / 3) = 2.1315616, 1 + 2 √(ln 5) = 3.5372725.
        var policy = new Ucb(2);
        Update(policy, (0, 1), (0, 0), (1, 1), (0, 1));
        Assert.Equal(2.131561617364088, policy.Index(0), 12);
        Assert.Equal(3.537272482359039, policy.Index(1), 12);
        Assert.Equal(1, policy.Select(RandomStream.Of(1, "policy")));
    }

    [Fact]
    public void Ucb_with_a_constant_step_weighs_late_rewards_more()
    {
        // α = ½: 0, ½, ¼ + ½ = ¾ after 0, 1, 1; t = 4, N = 3, c = 1: ¾ + √(ln 4 / 3) = 1.4297780.
        var policy = new Ucb(1, new() { StepSize = 0.5, Width = 1 });
        Update(policy, (0, 0), (0, 1), (0, 1));
        Assert.Equal(0.75 + Math.Sqrt(Math.Log(4) / 3), policy.Index(0), 12);
    }

    [Theory]
    [InlineData("greedy")]
    [InlineData("epsilon 0.1")]
    [InlineData("optimistic")]
    [InlineData("ucb")]
    public void On_the_testbed_they_do_as_well_as_the_independent_simulation(string name)
    {
        // Share of optimal pulls in steps 901 to 1,000 over 300 problems, within 4 standard errors of the difference.
        Func<IBandit, IBanditPolicy> policy = name switch
        {
            "greedy" => bandit => EpsilonGreedy.Greedy(bandit.Arms),
            "epsilon 0.1" => bandit => new EpsilonGreedy(bandit.Arms),
            "optimistic" => bandit => EpsilonGreedy.Optimistic(bandit.Arms),
            _ => bandit => new Ucb(bandit.Arms),
        };
        Reference.Agrees(Reference.Of("testbed").GetProperty(name), Reference.Play(300, 1000, random => GaussianArms.Testbed(random), policy, Reference.ShareOfLast(100)));
    }

    [Fact]
    public void On_drifting_arms_a_constant_step_keeps_up_and_the_sample_average_falls_behind()
    {
        // Exercise 2.5: share of optimal pulls in steps 3,001 to 4,000 over 100 seeds; paired difference beyond 4 standard errors.
        var average = Shares(null);
        var constant = Shares(0.1);
        Reference.Agrees(Reference.Of("drifting").GetProperty("sample average"), average);
        Reference.Agrees(Reference.Of("drifting").GetProperty("constant step"), constant);
        var (mean, error) = Reference.MeanAndError([.. constant.Zip(average, (one, other) => one - other)]);
        Assert.True(mean > 4 * error, $"{mean} ± {error}");

        static double[] Shares(double? stepSize) =>
            Reference.Play(100, 4000, _ => new DriftingArms(), bandit => new EpsilonGreedy(bandit.Arms, new() { StepSize = stepSize }), Reference.ShareOfLast(1000));
    }

    [Fact]
    public void Options_out_of_range_are_refused_by_name()
    {
        Assert.Contains("Epsilon lies in [0, 1]", Assert.Throws<ArgumentOutOfRangeException>(() => new EpsilonGreedy(2, new() { Epsilon = 1.5 })).Message, StringComparison.Ordinal);
        Assert.Contains("Epsilon", Assert.Throws<ArgumentOutOfRangeException>(() => new EpsilonGreedy(2, new() { Epsilon = double.NaN })).Message, StringComparison.Ordinal);
        Assert.Contains("Decay", Assert.Throws<ArgumentOutOfRangeException>(() => EpsilonGreedy.Decaying(2, c: -1)).Message, StringComparison.Ordinal);
        Assert.Contains("Gap", Assert.Throws<ArgumentOutOfRangeException>(() => EpsilonGreedy.Decaying(2, gap: 0)).Message, StringComparison.Ordinal);
        Assert.Contains("stepSize", Assert.Throws<ArgumentOutOfRangeException>(() => new EpsilonGreedy(2, new() { StepSize = 0 })).Message, StringComparison.Ordinal);
        Assert.Contains("initialValue", Assert.Throws<ArgumentOutOfRangeException>(() => EpsilonGreedy.Optimistic(2, double.NaN)).Message, StringComparison.Ordinal);
        Assert.Contains("Width", Assert.Throws<ArgumentOutOfRangeException>(() => new Ucb(2, new() { Width = -1 })).Message, StringComparison.Ordinal);
    }

    private static void Update(IBanditPolicy policy, params (int Arm, double Reward)[] rewards)
    {
        foreach (var (arm, reward) in rewards)
            policy.Update(arm, reward);
    }
}
