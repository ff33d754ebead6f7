using Kit.Decisions.Bandits;
using Kit.Foundation.Randomness;

namespace Kit.Tests.Decisions.Bandits;

public class Exp3Tests
{
    [Fact]
    public void Three_rounds_by_hand()
    {
        // γ = ½, K = 2: p = ½ share + ¼, and ln w(A) grows by ¼ r / p(A).
        // 1: p = (½, ½).            Arm 0 pays 1:  r̂ = 2,         ln w = (0.5, 0).
        // 2: share₀ = 0.6224593, p = (0.5612297, 0.4387703). Arm 1 pays ½: r̂ = 1.1395483, ln w = (0.5, 0.2848871).
        // 3: share₀ = 0.5535718, p = (0.5267859, 0.4732141). Arm 0 pays 1: r̂ = 1.8983044, ln w = (0.9745761, 0.2848871).
        var policy = new Exp3(2, new() { Exploration = 0.5 });
        Assert.Equal(0.5, policy.Probabilities[0], 12);
        policy.Update(0, 1);
        Assert.Equal([0.5, 0], policy.LogWeights.ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(0.5612296656009272, policy.Probabilities[0], 12);
        policy.Update(1, 0.5);
        Assert.Equal([0.5, 0.2848870814641478], policy.LogWeights.ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(0.4732140955577082, policy.Probabilities[1], 12);
        policy.Update(0, 1);
        Assert.Equal([0.9745760998762392, 0.2848870814641478], policy.LogWeights.ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Three_arms_by_hand()
    {
        // γ = 0.3, K = 3: p = ⅓ each. Arm 1 pays 1: r̂ = 3 and ln w grows by 0.3 · 3 / 3; then p₁ = 0.7 e^0.3 / (2 + e^0.3) + 0.1 = 0.3820720.
        var policy = new Exp3(3, new() { Exploration = 0.3 });
        policy.Update(1, 1);
        Assert.Equal([0, 0.3, 0], policy.LogWeights.ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([0.3089640, 0.3820720, 0.3089640], policy.Probabilities.ToArray(), (a, b) => Math.Abs(a - b) < 1e-7);
    }

    [Fact]
    public void The_same_three_rounds_in_numpy()
    {
        var policy = new Exp3(2, new() { Exploration = 0.5 });
        foreach (var ((arm, reward), round) in new[] { (0, 1), (1, 0.5), (0, 1) }.Zip(Reference.Of("exp3").EnumerateArray()))
        {
            Assert.Equal(round.GetProperty("p").Numbers(), policy.Probabilities.ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
            policy.Update(arm, reward);
            Assert.Equal(round.GetProperty("log_w").Numbers(), policy.LogWeights.ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        }
    }

    [Fact]
    public void After_100_000_rewards_for_one_arm_every_other_keeps_its_share_of_exploration()
    {
        // The weight itself would be e^10,000, far beyond a double.
        var policy = new Exp3(10, new() { Exploration = 0.1 });
        for (var t = 0; t < 100_000; t++)
            policy.Update(3, 1);
        Assert.True(policy.LogWeights[3] > 1000);
        for (var arm = 0; arm < 10; arm++)
            Assert.Equal(arm == 3 ? 0.91 : 0.01, policy.Probabilities[arm], 12);
    }

    [Fact]
    public void Its_exploration_for_a_horizon_is_the_papers()
    {
        // K = 2, T = 1,000: √(2 ln 2 / (1.7182818 · 1000)) = 0.0284041; with all weight on arm 0 its chance is 1 − γ/2.
        var policy = Exp3.ForHorizon(2, 1000);
        for (var t = 0; t < 10_000; t++)
            policy.Update(0, 1);
        Assert.Equal(1 - 0.0284041 / 2, policy.Probabilities[0], 6);
        Assert.Equal(1, Exp3.ForHorizon(1, 10).Probabilities[0]);

        // K = 10, T = 5 would give 1.64: nothing but exploration is left, whatever an arm pays.
        var brief = Exp3.ForHorizon(10, 5);
        brief.Update(0, 1);
        Assert.All(brief.Probabilities.ToArray(), p => Assert.Equal(0.1, p, 12));
    }

    [Theory]
    [InlineData("greedy")]
    [InlineData("ucb1")]
    [InlineData("kl-ucb")]
    public void An_adversary_that_knows_the_code_ruins_who_does_not_randomise_but_not_exp3(string name)
    {
        // Weak regret after T = 4,000 steps. The policy known earns nothing after the first 20 steps while one of the arms pays at least
        // every other time. EXP3's expected weak regret is at most 2.63 √(T K ln K) = 196; the mean over 20 seeds is held to that.
        const int Steps = 4000;
        Func<IBanditPolicy> known = name switch { "greedy" => () => EpsilonGreedy.Greedy(2), "ucb1" => () => new Ucb1(2), _ => () => new KlUcb(2) };
        for (var seed = 0; seed < 5; seed++)
        {
            var ruined = BanditGame.Play(AdversarialArms.Against(known(), Steps), known(), Steps, new RandomStreams(seed));
            Assert.Equal(0, ruined.Rewards.Skip(20).Sum());
            Assert.True(ruined.WeakRegret[^1] > 0.45 * Steps, $"{ruined.WeakRegret[^1]}");
        }

        var regrets = Reference.Play(20, Steps, _ => AdversarialArms.Against(known(), Steps), _ => Exp3.ForHorizon(2, Steps), history => history.WeakRegret[^1]);
        Assert.True(regrets.Average() <= 2.63 * Math.Sqrt(Steps * 2 * Math.Log(2)), $"{regrets.Average()}");
    }

    [Fact]
    public void Rewards_and_options_out_of_range_are_refused_with_the_mend()
    {
        Assert.Contains("rescale", Assert.Throws<ArgumentOutOfRangeException>(() => new Exp3(2).Update(0, 1.01)).Message, StringComparison.Ordinal);
        Assert.Contains("Exploration", Assert.Throws<ArgumentOutOfRangeException>(() => new Exp3(2, new() { Exploration = 0 })).Message, StringComparison.Ordinal);
        Assert.Contains("steps", Assert.Throws<ArgumentOutOfRangeException>(() => Exp3.ForHorizon(2, 0)).Message, StringComparison.Ordinal);
    }
}
