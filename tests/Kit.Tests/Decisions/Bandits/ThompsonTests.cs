using Kit.Decisions.Bandits;
using Kit.Foundation.Randomness;

namespace Kit.Tests.Decisions.Bandits;

public class ThompsonTests
{
    [Fact]
    public void A_coins_posterior_counts_successes_and_failures()
    {
        var policy = new ThompsonBernoulli(2);
        foreach (var reward in new[] { 1, 1, 0, 0.25 })
            policy.Update(1, reward);
        Assert.Equal((1.0, 1.0), policy.Posterior(0));
        Assert.Equal((3.25, 2.75), policy.Posterior(1));
        policy = new ThompsonBernoulli(1, new() { PriorSuccesses = 3, PriorFailures = 0.5 });
        policy.Update(0, 0);
        Assert.Equal((3.0, 1.5), policy.Posterior(0));
    }

    [Fact]
    public void A_normal_posterior_by_hand()
    {
        // Defaults, rewards 1 and 2: N(3 / (2 + 1), 1 / (2 + 1)).
        var policy = new ThompsonGaussian(2);
        policy.Update(0, 1);
        policy.Update(0, 2);
        Assert.Equal((0.0, 1.0), policy.Posterior(1));
        Assert.Equal(1, policy.Posterior(0).Mean, 12);
        Assert.Equal(1 / Math.Sqrt(3), policy.Posterior(0).StandardDeviation, 12);

        // Prior N(10, 2²), noise ½², rewards 4 and 6: precision ¼ + 2·4 = 8.25, mean (10·¼ + 10·4) / 8.25 = 42.5 / 8.25.
        policy = new ThompsonGaussian(1, new() { PriorMean = 10, PriorStandardDeviation = 2, NoiseStandardDeviation = 0.5 });
        policy.Update(0, 4);
        policy.Update(0, 6);
        Assert.Equal(42.5 / 8.25, policy.Posterior(0).Mean, 12);
        Assert.Equal(1 / Math.Sqrt(8.25), policy.Posterior(0).StandardDeviation, 12);
    }

    [Fact]
    public void Coins_are_pulled_as_often_as_their_posterior_is_the_better_one()
    {
        // P(Beta(2, 1) > Beta(1, 2)): ∫ 2x · (1 − (1−x)²) dx = 4/3 − 1/2 = 5/6, ± 4 √(5/36 / 10,000).
        var (policy, random) = (new ThompsonBernoulli(2), RandomStream.Of(1, "policy"));
        policy.Update(0, 1);
        policy.Update(1, 0);
        Assert.InRange(Enumerable.Range(0, 10_000).Count(_ => policy.Select(random) == 0) / 10_000.0, 5 / 6.0 - 0.015, 5 / 6.0 + 0.015);
    }

    [Fact]
    public void Normal_arms_are_pulled_as_often_as_their_posterior_is_the_better_one()
    {
        // N(1, ½) against N(0, 1): Φ(1 / √1.5) = Φ(0.8164966) = 0.79289, ± 4 √(0.1642 / 10,000).
        var (policy, random) = (new ThompsonGaussian(2), RandomStream.Of(1, "policy"));
        policy.Update(0, 2);
        Assert.InRange(Enumerable.Range(0, 10_000).Count(_ => policy.Select(random) == 0) / 10_000.0, 0.79289 - 0.0162, 0.79289 + 0.0162);
    }

    [Fact]
    public void What_does_not_fit_the_model_is_refused_by_name()
    {
        Assert.Contains("rescale", Assert.Throws<ArgumentOutOfRangeException>(() => new ThompsonBernoulli(2).Update(0, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("PriorSuccesses", Assert.Throws<ArgumentOutOfRangeException>(() => new ThompsonBernoulli(2, new() { PriorSuccesses = 0 })).Message, StringComparison.Ordinal);
        Assert.Contains("NoiseStandardDeviation", Assert.Throws<ArgumentOutOfRangeException>(() => new ThompsonGaussian(2, new() { NoiseStandardDeviation = 0 })).Message, StringComparison.Ordinal);
    }
}
