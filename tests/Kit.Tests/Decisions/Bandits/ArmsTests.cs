using Kit.Decisions.Bandits;
using Kit.Foundation.Randomness;

namespace Kit.Tests.Decisions.Bandits;

public class ArmsTests
{
    private static readonly RandomStream Unused = RandomStream.Of(1, "unused");

    [Fact]
    public void Bernoulli_arms_pay_one_as_often_as_they_say()
    {
        var (bandit, random) = (new BernoulliArms(0, 0.3, 1), RandomStream.Of(1, "environment"));
        double[] shares = [.. Enumerable.Range(0, 3).Select(arm => Enumerable.Range(0, 20_000).Average(_ => bandit.Pull(arm, random)))];
        Assert.Equal(0, shares[0]);
        Assert.InRange(shares[1], 0.3 - 4 * 0.00324, 0.3 + 4 * 0.00324); // √(0.3 · 0.7 / 20,000) = 0.00324
        Assert.Equal(1, shares[2]);
    }

    [Fact]
    public void Gaussian_arms_pay_their_mean_plus_noise_of_the_given_size()
    {
        var (bandit, random) = (new GaussianArms([5, -1], 2), RandomStream.Of(1, "environment"));
        double[] rewards = [.. Enumerable.Range(0, 20_000).Select(_ => bandit.Pull(0, random))];
        var (mean, error) = Reference.MeanAndError(rewards);
        Assert.InRange(mean, 5 - 4 * error, 5 + 4 * error);
        Assert.InRange(error * Math.Sqrt(20_000), 2 - 4 * 0.01, 2 + 4 * 0.01); // σ / √(2n) = 0.01
        Assert.Equal(-1, bandit.Mean(1));
    }

    [Fact]
    public void A_testbed_problem_has_means_around_its_centre()
    {
        var random = RandomStream.Of(1, "initialisation");
        double[] means = [.. Enumerable.Range(0, 500).Select(_ => GaussianArms.Testbed(random, centre: 4)).SelectMany(bandit => Enumerable.Range(0, 10).Select(bandit.Mean))];
        var (mean, error) = Reference.MeanAndError(means);
        Assert.InRange(mean, 4 - 4 * error, 4 + 4 * error);
        Assert.InRange(error * Math.Sqrt(5000), 1 - 4 * 0.01, 1 + 4 * 0.01);
    }

    [Fact]
    public void Drifting_arms_start_equal_and_walk_apart_by_their_drift()
    {
        // After 400 steps of sd 0.1 a mean lies 0.1 √400 = 2 away in standard deviation; over 1,000 arms its sd is known to 2 / √2,000.
        var (bandit, random) = (new DriftingArms(1000, drift: 0.1, start: 7), RandomStream.Of(1, "environment"));
        Assert.All(Enumerable.Range(0, 1000), arm => Assert.Equal(7, bandit.Mean(arm)));
        for (var t = 0; t < 400; t++)
            bandit.Pull(3, random);
        var (mean, error) = Reference.MeanAndError([.. Enumerable.Range(0, 1000).Select(bandit.Mean)]);
        Assert.InRange(mean, 7 - 4 * error, 7 + 4 * error);
        Assert.InRange(error * Math.Sqrt(1000), 2 - 4 * 0.0447, 2 + 4 * 0.0447);
    }

    [Fact]
    public void The_adversary_pays_what_it_wrote_down_and_no_longer()
    {
        var bandit = new AdversarialArms([[0, 1], [0.25, 0.5]]);
        Assert.Equal((0.0, 1.0), (bandit.Mean(0), bandit.Mean(1)));
        Assert.Equal(1, bandit.Pull(1, Unused));
        Assert.Equal((0.25, 0.5), (bandit.Mean(0), bandit.Mean(1)));
        Assert.Equal(0.25, bandit.Pull(0, Unused));
        Assert.Contains("2 steps", Assert.Throws<InvalidOperationException>(() => bandit.Pull(0, Unused)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_linear_arm_pays_its_coefficients_times_the_context()
    {
        var bandit = new LinearArms([[1, 2, 0], [0, -1, 3]], standardDeviation: 0);
        var context = bandit.NextContext(RandomStream.Of(1, "environment"));
        Assert.Equal(1, context[0]);
        Assert.Equal(1 + 2 * context[1], bandit.Mean(0), 12);
        Assert.Equal(-context[1] + 3 * context[2], bandit.Pull(1, Unused), 12);
        Assert.NotEqual(context, bandit.NextContext(RandomStream.Of(2, "environment")));
    }

    [Fact]
    public void Drifting_and_linear_arms_scatter_by_the_deviation_that_was_asked_for()
    {
        IBandit[] bandits = [new DriftingArms(2, drift: 0, standardDeviation: 0.5), new LinearArms([[0], [0]], standardDeviation: 0.5)];
        foreach (var bandit in bandits)
        {
            var random = RandomStream.Of(1, "environment");
            var (_, error) = Reference.MeanAndError([.. Enumerable.Range(0, 20_000).Select(_ => bandit.Pull(1, random))]);
            Assert.InRange(error * Math.Sqrt(20_000), 0.5 - 4 * 0.0025, 0.5 + 4 * 0.0025); // σ / √(2n)
        }
    }

    [Fact]
    public void Arms_that_cannot_be_are_refused_by_name()
    {
        Assert.Contains("at least 1", Assert.Throws<ArgumentOutOfRangeException>(() => new BernoulliArms()).Message, StringComparison.Ordinal);
        Assert.Contains("[0, 1]", Assert.Throws<ArgumentOutOfRangeException>(() => new BernoulliArms(0.5, 1.1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new BernoulliArms(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianArms([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianArms([double.PositiveInfinity]));
        Assert.Contains("standardDeviation", Assert.Throws<ArgumentOutOfRangeException>(() => new GaussianArms([0], -1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new DriftingArms(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdversarialArms([]));
        Assert.Contains("all 2 arms", Assert.Throws<ArgumentException>(() => new AdversarialArms([[0, 1], [0]])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdversarialArms([[0, double.NaN]]));
        Assert.Contains("2 features", Assert.Throws<ArgumentException>(() => new LinearArms([[1, 2, 3], [1, 2]])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_arm_that_does_not_exist_is_refused_by_name()
    {
        IBandit[] bandits = [new BernoulliArms(0.5, 0.5), new GaussianArms([0, 0]), new DriftingArms(2), new AdversarialArms([[0, 1]]), new LinearArms([[0], [0]])];
        Assert.All(bandits, bandit => Assert.Contains("2 arms", Assert.Throws<ArgumentOutOfRangeException>(() => bandit.Pull(2, Unused)).Message, StringComparison.Ordinal));
        Assert.All(bandits, bandit => Assert.Throws<ArgumentOutOfRangeException>(() => bandit.Mean(-1)));
    }
}
