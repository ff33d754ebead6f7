using Kit.Decisions.Bandits;
using Kit.Foundation.Randomness;

namespace Kit.Tests.Decisions.Bandits;

/// <summary>LinUCB, linear Thompson sampling, and the ridge regression under both.</summary>
public class LinearPoliciesTests
{
    [Fact]
    public void Mean_and_confidence_after_two_updates_by_hand()
    {
        // λ = 1, x = (1, 0) paid 1 and x = (1, 1) paid 2: A = [[3, 1], [1, 2]], b = (3, 2), A⁻¹ = [[2, −1], [−1, 3]] / 5, θ = (0.8, 0.6).
        var policy = new LinUcb(2, 2);
        policy.Update([1, 0], 0, 1);
        policy.Update([1, 1], 0, 2);
        var model = policy.Model(0);
        Assert.Equal(0.8, model.Coefficients[0], 12);
        Assert.Equal(0.6, model.Coefficients[1], 12);
        Assert.Equal((0.8, 0.6, 1.4), (Math.Round(model.Mean([1, 0]), 12), Math.Round(model.Mean([0, 1]), 12), Math.Round(model.Mean([1, 1]), 12)));
        Assert.Equal(Math.Sqrt(0.4), model.Width([1, 0]), 12);
        Assert.Equal(Math.Sqrt(0.6), model.Width([0, 1]), 12);
        Assert.Equal(Math.Sqrt(0.6), model.Width([1, 1]), 12);

        // Arm 1 knows nothing: 0 + α √(xᵀx). At (1, 0) with α = 1 it has 1 against 0.8 + 0.632; with α = 3, 3 against 0.8 + 1.897.
        Assert.Equal(0, policy.Select([1, 0], RandomStream.Of(1, "policy")));
        var wide = new LinUcb(2, 2, new() { Alpha = 3 });
        wide.Update([1, 0], 0, 1);
        wide.Update([1, 1], 0, 2);
        Assert.Equal(1, wide.Select([1, 0], RandomStream.Of(1, "policy")));
    }

    [Fact]
    public void Learning_one_by_one_agrees_with_numpys_solution_of_the_normal_equations()
    {
        var reference = Reference.Of("ridge");
        var model = new RidgeRegression(4, reference.GetProperty("ridge").GetDouble());
        foreach (var (context, reward) in reference.GetProperty("contexts").EnumerateArray().Zip(reference.GetProperty("rewards").Numbers()))
            model.Update(context.Numbers(), reward);
        var probe = reference.GetProperty("probe").Numbers();
        Assert.Equal(reference.GetProperty("coefficients").Numbers(), model.Coefficients.ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(reference.GetProperty("mean").GetDouble(), model.Mean(probe), 12);
        Assert.Equal(reference.GetProperty("width").GetDouble(), model.Width(probe), 12);
    }

    [Fact]
    public void Linear_Thompson_draws_from_the_posterior_of_the_payoff()
    {
        // After the two updates above arm 0 at (1, 0) is N(0.8, v² 0.4) and arm 1 N(0, v²); v = ½: Φ(0.8 / √0.35) = Φ(1.3522468) = 0.91185.
        var (policy, random) = (new LinearThompson(2, 2, new() { Scale = 0.5 }), RandomStream.Of(1, "policy"));
        policy.Update([1, 0], 0, 1);
        policy.Update([1, 1], 0, 2);
        var share = Enumerable.Range(0, 10_000).Count(_ => policy.Select([1, 0], random) == 0) / 10_000.0;
        Assert.InRange(share, 0.91185 - 0.0114, 0.91185 + 0.0114); // 4 √(0.0804 / 10,000)
    }

    [Theory]
    [InlineData("LinUCB")]
    [InlineData("linear Thompson")]
    public void They_find_the_linear_optimum_that_no_fixed_arm_reaches(string name)
    {
        // 20 problems of 4 arms and 5 features, 1,500 steps: best-arm share of the last 300 at least 0.9 on average, and on every
        // single problem less regret than UCB1 without eyes on the same contexts.
        Func<IContextualBandit, IContextualPolicy> policy = name == "LinUCB"
            ? bandit => new LinUcb(bandit.Arms, bandit.Features)
            : bandit => new LinearThompson(bandit.Arms, bandit.Features, new() { Scale = 0.1 });
        IReadOnlyList<long> seeds = [.. Enumerable.Range(0, 20)];
        var seeing = ContextualGame.PlayMany(random => LinearArms.Draw(random, 4, 5), policy, seeds, 1500);
        var blind = ContextualGame.PlayMany(random => LinearArms.Draw(random, 4, 5), bandit => new ContextFree(new Ucb1(bandit.Arms)), seeds, 1500);
        var share = seeing.OptimalShare.Skip(1200).Average(estimate => estimate.Value);
        Assert.True(share >= 0.9, $"{share}");
        Assert.All(seeing.FinalRegret.Zip(blind.FinalRegret), pair => Assert.True(pair.First < pair.Second));
        Assert.True(seeing.WeakRegret[^1].High < 0, "who sees the context beats every fixed arm");
    }

    [Fact]
    public void The_ridge_is_the_one_that_was_asked_for()
    {
        // One reward of 6 at x = 1: θ = 6 / (λ + 1).
        var (bound, draws) = (new LinUcb(1, 1, new() { Ridge = 2 }), new LinearThompson(1, 1, new() { Ridge = 3 }));
        bound.Update([1], 0, 6);
        draws.Update([1], 0, 6);
        Assert.Equal(2, bound.Model(0).Mean([1]), 12);
        Assert.Equal(1.5, draws.Model(0).Mean([1]), 12);
    }

    [Fact]
    public void A_context_of_the_wrong_length_or_without_a_number_is_refused_by_name()
    {
        var random = RandomStream.Of(1, "policy");
        IContextualPolicy[] policies = [new LinUcb(2, 3), new LinearThompson(2, 3)];
        foreach (var policy in policies)
        {
            Assert.Contains("2 features where 3", Assert.Throws<ArgumentException>(() => policy.Select([1, 2], random)).Message, StringComparison.Ordinal);
            Assert.Contains("2 features where 3", Assert.Throws<ArgumentException>(() => policy.Update([1, 2], 0, 1)).Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentOutOfRangeException>(() => policy.Select([1, 2, double.NaN], random));
            Assert.Contains("reward", Assert.Throws<ArgumentOutOfRangeException>(() => policy.Update([1, 2, 3], 0, double.NaN)).Message, StringComparison.Ordinal);
            Assert.Contains("2 arms", Assert.Throws<ArgumentOutOfRangeException>(() => policy.Update([1, 2, 3], 2, 1)).Message, StringComparison.Ordinal);
        }

        Assert.Contains("Alpha", Assert.Throws<ArgumentOutOfRangeException>(() => new LinUcb(2, 3, new() { Alpha = -1 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinUcb(2, 3, new() { Ridge = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinUcb(2, 0));
    }
}
