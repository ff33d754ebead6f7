using Kit.Decisions.Bandits.Vectorized;
using Kit.Foundation.Randomness;
using Kit.TestSupport;
using static TorchSharp.torch;

namespace Kit.Tests.Decisions.Bandits.Vectorized;

/// <summary>Each policy by itself, against values worked out by hand or in closed form.</summary>
public class VectorizedPolicyTests
{
    private const int Many = 20_000;

    private static readonly Dictionary<string, Func<int, int, IVectorizedPolicy>> Policies = new()
    {
        ["epsilon"] = (k, n) => new VectorizedEpsilonGreedy(k, n, 0.1),
        ["constant step"] = (k, n) => new VectorizedEpsilonGreedy(k, n, 0, stepSize: 0.1, initialValue: 5),
        ["ucb"] = (k, n) => new VectorizedUcb(k, n, 2),
        ["ucb1"] = VectorizedUcb.Ucb1,
        ["kl-ucb"] = (k, n) => new VectorizedKlUcb(k, n),
        ["gradient"] = (k, n) => new VectorizedGradientBandit(k, n, 0.1),
        ["thompson bernoulli"] = (k, n) => new VectorizedThompsonBernoulli(k, n),
        ["thompson gaussian"] = (k, n) => new VectorizedThompsonGaussian(k, n),
    };

    public static TheoryData<string> Names => [.. Policies.Keys];

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Before_any_reward_each_arm_is_as_likely_as_the_others(string name)
    {
        TensorEngine.Needed();
        using var policy = Policies[name](4, Many);
        Assert.All(Shares(policy, 4), share => AssertShare(0.25, share));
    }

    [SkippableFact]
    public void Ties_are_broken_evenly_among_the_best_alone()
    {
        TensorEngine.Needed();
        using var policy = new VectorizedEpsilonGreedy(5, Many, 0);
        // Arm 1 pays 1, arm 3 pays 1, arm 4 pays -1: arms 1 and 3 tie at the top.
        Pull(policy, Many, 1, 1);
        Pull(policy, Many, 3, 1);
        Pull(policy, Many, 4, -1);
        var shares = Shares(policy, 5);
        Assert.Equal([0, 0, 0], [shares[0], shares[2], shares[4]]);
        AssertShare(0.5, shares[1]);
    }

    [SkippableFact]
    public void A_tie_in_one_problem_leaves_the_choice_in_the_others_alone()
    {
        TensorEngine.Needed();
        using var policy = new VectorizedEpsilonGreedy(3, 2, 0);
        using var arms = tensor(new long[] { 2, 2 });
        using var rewards = tensor(new double[] { -1, 1 });
        policy.Update(arms, rewards);
        for (var seed = 0; seed < 40; seed++)
        {
            var chosen = Select(policy, seed);
            Assert.NotEqual(2, chosen[0]);
            Assert.Equal(2, chosen[1]);
        }
    }

    [SkippableFact]
    public void Epsilon_greedy_takes_the_best_arm_and_any_arm_with_chance_epsilon()
    {
        TensorEngine.Needed();
        using var policy = new VectorizedEpsilonGreedy(4, Many, 0.2);
        Pull(policy, Many, 2, 1);
        var shares = Shares(policy, 4);
        AssertShare(0.8 + 0.2 / 4, shares[2]);
        Assert.All([shares[0], shares[1], shares[3]], share => AssertShare(0.2 / 4, share));
    }

    [SkippableFact]
    public void Averages_count_every_reward_the_same_and_a_step_size_the_latest_more()
    {
        TensorEngine.Needed();
        using var averages = new VectorizedEpsilonGreedy(2, 1, 0, initialValue: 5);
        using var constant = new VectorizedEpsilonGreedy(2, 1, 0, stepSize: 0.1, initialValue: 5);
        foreach (var policy in (IVectorizedPolicy[])[averages, constant])
        {
            Pull(policy, 1, 0, 1);
            Pull(policy, 1, 0, 4);
        }

        // The mean of 1 and 4 is 2.5; 5 + 0.1 (1 - 5) = 4.6, then 4.6 + 0.1 (4 - 4.6) = 4.54.
        AssertClose([2.5, 5], averages.State["values"]);
        AssertClose([4.54, 5], constant.State["values"]);
    }

    [SkippableFact]
    public void Ucb_weighs_a_bound_of_c_times_the_root_of_ln_t_over_n()
    {
        TensorEngine.Needed();
        // Q = (0.5, 0), N = (3, 1), t = 5: the arms' bounds are 0.5 + c 0.7325 and 0 + c 1.2686, equal at c = 0.9326.
        Assert.Equal(0, Choice(0.93));
        Assert.Equal(1, Choice(0.935));

        static long Choice(double c)
        {
            using var policy = new VectorizedUcb(2, 1, c);
            Pull(policy, 1, 0, 0.5);
            Pull(policy, 1, 0, 0.5);
            Pull(policy, 1, 0, 0.5);
            Pull(policy, 1, 1, 0);
            return Select(policy, 1).Single();
        }
    }

    [SkippableFact]
    public void Arms_that_were_never_tried_come_first()
    {
        TensorEngine.Needed();
        foreach (var policy in (IVectorizedPolicy[])[new VectorizedUcb(3, 50, 0.001), VectorizedUcb.Ucb1(3, 50), new VectorizedKlUcb(3, 50)])
        {
            using (policy)
            {
                Pull(policy, 50, 1, 1);
                Pull(policy, 50, 0, 1);
                Assert.All(Select(policy, 1), arm => Assert.Equal(2, arm));
            }
        }
    }

    [SkippableFact]
    public void The_bound_of_KL_UCB_solves_its_equation()
    {
        TensorEngine.Needed();
        // In closed form: kl(0, q) = -ln(1-q), so q = 1 - exp(-δ); kl(1/2, q) = -ln(4q(1-q))/2, so q = (1 + √(1 - exp(-2δ)))/2; kl(1, q) lets q be 1.
        foreach (var delta in (double[])[1e-4, 1e-3, 0.01, 0.1, 0.5, 1, 3, 9])
        {
            using var p = tensor(new[] { 0, 0.5, 1 });
            using var deltas = full_like(p, delta);
            using var bound = VectorizedKlUcb.UpperBound(p, deltas);
            AssertClose([1 - Math.Exp(-delta), (1 + Math.Sqrt(1 - Math.Exp(-2 * delta))) / 2, 1], bound);
        }
    }

    [SkippableTheory]
    [InlineData(0.02)]
    [InlineData(0.3)]
    [InlineData(0.8)]
    [InlineData(0.99)]
    public void The_bound_of_KL_UCB_is_as_far_away_as_was_asked_for(double mean)
    {
        TensorEngine.Needed();
        // Beyond 20 (1 - mean) the bound is too close to 1 for a double to tell.
        double[] deltas = [.. new[] { 1e-4, 1e-3, 0.01, 0.1, 0.5, 1, 3, 9 }.Where(it => it < 20 * (1 - mean))];
        using var delta = tensor(deltas);
        using var p = full_like(delta, mean);
        using var bound = VectorizedKlUcb.UpperBound(p, delta);
        var kl = bound.data<double>().ToArray().Select(q => mean * Math.Log(mean / q) + (1 - mean) * Math.Log((1 - mean) / (1 - q)));
        Assert.All(deltas.Zip(kl), pair => Assert.Equal(1, pair.Second / pair.First, 1e-6));
    }

    [SkippableFact]
    public void A_gradient_step_by_hand()
    {
        TensorEngine.Needed();
        // α = 0.4, two arms, π = (½, ½). Without a baseline a reward of 2 moves H to (0.4, -0.4).
        using var plain = new VectorizedGradientBandit(2, 1, 0.4, baseline: false);
        Pull(plain, 1, 0, 2);
        AssertClose([0.4, -0.4], plain.State["preferences"]);

        // With one, the first reward is its own baseline and teaches nothing; the second, 5, lies 3 above it: 0.4 · 3 · ½ = 0.6 for arm 1.
        using var based = new VectorizedGradientBandit(2, 1, 0.4);
        Pull(based, 1, 0, 2);
        AssertClose([0, 0], based.State["preferences"]);
        Pull(based, 1, 1, 5);
        AssertClose([-0.6, 0.6], based.State["preferences"]);
        AssertClose([3.5], based.State["average"]);
    }

    [SkippableFact]
    public void The_gradient_bandit_selects_by_the_soft_max_of_its_preferences()
    {
        TensorEngine.Needed();
        using var policy = new VectorizedGradientBandit(3, Many, 1, baseline: false);
        using var wanted = tensor(new[] { 0, Math.Log(2), Math.Log(7) }).unsqueeze(1);
        policy.State["preferences"].copy_(wanted);
        var shares = Shares(policy, 3);
        AssertShare(0.1, shares[0]);
        AssertShare(0.2, shares[1]);
        AssertShare(0.7, shares[2]);
    }

    [SkippableFact]
    public void Thompson_selects_a_Bernoulli_arm_as_often_as_its_posterior_is_larger()
    {
        TensorEngine.Needed();
        using var policy = new VectorizedThompsonBernoulli(2, Many);
        // Two wins of arm 0 make Beta(3, 1); the other is uniform, so the chance that it is larger is the mean, 3/4.
        Pull(policy, Many, 0, 1);
        Pull(policy, Many, 0, 1);
        AssertShare(0.75, Shares(policy, 2)[0]);
        // A loss of arm 1 makes Beta(1, 2): P(X > Y) = E[1 - (1-X)²] = 1 - E[(1-X)²] = 1 - 2/(4·5) = 0.9.
        Pull(policy, Many, 1, 0);
        AssertShare(0.9, Shares(policy, 2)[0]);
    }

    [SkippableFact]
    public void Thompson_selects_a_normal_arm_as_often_as_its_posterior_is_larger()
    {
        TensorEngine.Needed();
        using var policy = new VectorizedThompsonGaussian(2, Many, priorMean: 1, priorDeviation: 2, deviation: 0.5);
        Pull(policy, Many, 0, 3);
        // Precision 1/4 + 4 = 4.25, mean (1/4 + 12)/4.25 = 2.88235, variance 0.235294; the other is N(1, 4).
        // P = Φ(1.88235 / √4.235294) = Φ(0.914659) = 0.819815.
        AssertShare(0.819815, Shares(policy, 2)[0]);
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void What_a_problem_learns_does_not_depend_on_its_neighbours(string name)
    {
        TensorEngine.Needed();
        const int Arms = 3, Problems = 7;
        using var together = Policies[name](Arms, Problems);
        using var alone = Policies[name](Arms, 1);
        var random = RandomStream.Of(1, "test");
        for (var step = 0; step < 20; step++)
        {
            using var arms = tensor(Enumerable.Range(0, Problems).Select(_ => (long)random.Integer(Arms)).ToArray());
            using var rewards = tensor(Enumerable.Range(0, Problems).Select(_ => (double)random.Integer(2)).ToArray());
            together.Update(arms, rewards);
            alone.Update(arms.narrow(0, 4, 1), rewards.narrow(0, 4, 1));
        }

        foreach (var (key, tensor) in alone.State.Where(entry => entry.Key != "plays"))
            Assert.Equal(tensor.data<double>().ToArray(), together.State[key].narrow(-1, 4, 1).contiguous().data<double>().ToArray());
        Assert.NotEmpty(alone.State);
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void A_policy_whose_state_is_put_back_goes_on_as_if_it_had_never_stopped(string name)
    {
        TensorEngine.Needed();
        using var policy = Policies[name](4, 30);
        Play(policy, RandomStream.Of(1, "before"), 25);
        using var resumed = Policies[name](4, 30);
        foreach (var (key, tensor) in policy.State)
            resumed.State[key].copy_(tensor);
        Assert.Equal(Play(policy, RandomStream.Of(1, "after"), 25), Play(resumed, RandomStream.Of(1, "after"), 25));
    }

    [SkippableFact]
    public void A_reward_that_is_not_a_number_is_found_out()
    {
        TensorEngine.Needed();
        using var policy = new VectorizedEpsilonGreedy(2, 1, 0);
        Pull(policy, 1, 0, double.NaN);
        Assert.Contains("NaN", Assert.Throws<InvalidOperationException>(() => Select(policy, 1)).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Settings_out_of_range_are_refused()
    {
        TensorEngine.Needed();
        Assert.All((Action[])
        [
            () => _ = new VectorizedEpsilonGreedy(2, 2, -0.1),
            () => _ = new VectorizedEpsilonGreedy(2, 2, double.NaN),
            () => _ = new VectorizedEpsilonGreedy(2, 2, 0.1, stepSize: 0),
            () => _ = new VectorizedEpsilonGreedy(0, 2, 0.1),
            () => _ = new VectorizedEpsilonGreedy(2, 0, 0.1),
            () => _ = new VectorizedUcb(2, 2, -1),
            () => _ = new VectorizedGradientBandit(2, 2, 0),
            () => _ = new VectorizedThompsonGaussian(2, 2, deviation: 0),
            () => _ = new VectorizedThompsonBernoulli(2, 0),
        ], make => Assert.Throws<ArgumentOutOfRangeException>(make));
    }

    private static long[] Play(IVectorizedPolicy policy, RandomStream random, int steps)
    {
        var all = new List<long>();
        for (var step = 0; step < steps; step++)
        {
            using var arms = policy.Select(random);
            using var rewards = arms.eq(1).to(float64);
            policy.Update(arms, rewards);
            all.AddRange(arms.data<long>().ToArray());
        }

        return [.. all];
    }

    private static void Pull(IVectorizedPolicy policy, int problems, long arm, double reward)
    {
        using var arms = full(problems, arm, int64);
        using var rewards = full(problems, reward, float64);
        policy.Update(arms, rewards);
    }

    private static long[] Select(IVectorizedPolicy policy, long seed)
    {
        using var arms = policy.Select(RandomStream.Of(seed, "test"));
        return arms.data<long>().ToArray();
    }

    private static double[] Shares(IVectorizedPolicy policy, int arms)
    {
        var chosen = Select(policy, 3);
        return [.. Enumerable.Range(0, arms).Select(arm => chosen.Count(it => it == arm) / (double)chosen.Length)];
    }

    /// <summary>Within four standard errors of a share among <see cref="Many"/>.</summary>
    private static void AssertShare(double expected, double actual) =>
        Assert.InRange(actual, expected - 4 * Math.Sqrt(expected * (1 - expected) / Many), expected + 4 * Math.Sqrt(expected * (1 - expected) / Many));

    private static void AssertClose(double[] expected, Tensor actual) =>
        Assert.All(expected.Zip(actual.data<double>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
}
