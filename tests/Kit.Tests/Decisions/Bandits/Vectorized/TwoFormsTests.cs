using Kit.Decisions.Bandits;
using Kit.Decisions.Bandits.Vectorized;
using Kit.Foundation.Randomness;
using Kit.Foundation.Statistics;
using Kit.TestSupport;
using static TorchSharp.torch;

namespace Kit.Tests.Decisions.Bandits.Vectorized;

/// <summary>Most methods are written twice, to be read and to be fast. Both forms are one method.</summary>
public class TwoFormsTests
{
    private static readonly Dictionary<string, (Func<int, IBanditPolicy> One, Func<int, int, IVectorizedPolicy> Many)> Methods = new()
    {
        ["greedy"] = (EpsilonGreedy.Greedy, (k, n) => new VectorizedEpsilonGreedy(k, n, 0)),
        ["optimistic"] = (k => EpsilonGreedy.Optimistic(k), (k, n) => new VectorizedEpsilonGreedy(k, n, 0, stepSize: 0.1, initialValue: 5)),
        ["epsilon 0.1"] = (k => new EpsilonGreedy(k), (k, n) => new VectorizedEpsilonGreedy(k, n, 0.1)),
        ["ucb"] = (k => new Ucb(k), (k, n) => new VectorizedUcb(k, n, 2)),
        ["ucb1"] = (k => new Ucb1(k), VectorizedUcb.Ucb1),
        ["kl-ucb"] = (k => new KlUcb(k), (k, n) => new VectorizedKlUcb(k, n)),
        ["gradient"] = (k => new GradientBandit(k), (k, n) => new VectorizedGradientBandit(k, n, 0.1)),
        ["gradient without baseline"] = (k => new GradientBandit(k, new() { StepSize = 0.4, Baseline = false }), (k, n) => new VectorizedGradientBandit(k, n, 0.4, baseline: false)),
        ["thompson bernoulli"] = (k => new ThompsonBernoulli(k), (k, n) => new VectorizedThompsonBernoulli(k, n)),
        ["thompson gaussian"] = (k => new ThompsonGaussian(k), (k, n) => new VectorizedThompsonGaussian(k, n)),
    };

    public static TheoryData<string> Names => [.. Methods.Keys];

    [SkippableTheory]
    [InlineData("greedy")]
    [InlineData("optimistic")]
    [InlineData("ucb")]
    [InlineData("ucb1")]
    [InlineData("kl-ucb")]
    public void After_the_same_rewards_both_pull_the_same_arm(string method)
    {
        TensorEngine.Needed();
        // Rewards are spread over [0, ½], so that no two arms tie once each was pulled and no bound of KL-UCB comes nearer to 1 than its
        // tolerance; the arm that is chosen is pulled, so that indices stay close.
        const int arms = 4, problems = 100;
        IBanditPolicy[] one = [.. Enumerable.Range(0, problems).Select(_ => Methods[method].One(arms))];
        using var many = Methods[method].Many(arms, problems);
        var (history, unused) = (RandomStream.Of(1, "history"), RandomStream.Of(1, "policy"));
        for (var step = 0; step < 300; step++)
        {
            int[] pulled = [.. one.Select(policy => step < arms ? step : policy.Select(unused))];
            if (step >= arms)
            {
                using var chosen = many.Select(unused);
                Assert.Equal(pulled.Select(arm => (long)arm), chosen.data<long>().ToArray());
            }

            Update(one, many, pulled, [.. pulled.Select(_ => history.Uniform() / 2)]);
        }
    }

    [SkippableTheory]
    [InlineData("gradient")]
    [InlineData("gradient without baseline")]
    public void After_the_same_rewards_both_gradient_bandits_have_the_same_probabilities(string method)
    {
        TensorEngine.Needed();
        const int arms = 4, problems = 20;
        IBanditPolicy[] one = [.. Enumerable.Range(0, problems).Select(_ => Methods[method].One(arms))];
        using var many = Methods[method].Many(arms, problems);
        var history = RandomStream.Of(1, "history");
        for (var step = 0; step < 100; step++)
        {
            using var chosen = many.Select(history);
            for (var problem = 0; problem < problems; problem++)
            {
                using var column = many.State["probabilities"].narrow(1, problem, 1).contiguous();
                Assert.Equal(((GradientBandit)one[problem]).Probabilities.ToArray(), column.data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-10);
            }

            Update(one, many, [.. one.Select(_ => history.Integer(arms))], [.. one.Select(_ => history.Normal())]);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void On_problems_of_one_kind_both_lose_as_much_and_are_right_as_often(string method)
    {
        TensorEngine.Needed();
        // 300 games against 2,000, regret and share of best arms after 10, 100 and 300 steps: within three standard errors of the difference.
        const int steps = 300;
        var coins = method is "ucb1" or "kl-ucb" or "thompson bernoulli";
        var one = BanditGame.PlayMany(random => coins ? new BernoulliArms([.. Enumerable.Range(0, 10).Select(_ => random.Uniform())]) : GaussianArms.Testbed(random),
            bandit => Methods[method].One(bandit.Arms), [.. Enumerable.Range(1, 300)], steps);
        var many = Testbed.Run(new TestbedOptions { Steps = steps, Rewards = coins ? RewardKind.Bernoulli : RewardKind.Gaussian }, o => Methods[method].Many(o.Arms, o.Problems), seed: 12);
        foreach (var step in (int[])[10, 100, 300])
        {
            AssertAgree(one.Regret[step - 1], many.Regret[step - 1], $"regret after {step} steps");
            AssertAgree(one.OptimalShare[step - 1], many.Optimal[step - 1], $"share of best arms at step {step}");
        }
    }

    private static void Update(IBanditPolicy[] one, IVectorizedPolicy many, int[] pulled, double[] paid)
    {
        for (var problem = 0; problem < one.Length; problem++)
            one[problem].Update(pulled[problem], paid[problem]);
        using var arms = tensor(pulled.Select(arm => (long)arm).ToArray());
        using var rewards = tensor(paid);
        many.Update(arms, rewards);
    }

    private static void AssertAgree(Estimate one, SampleMean many, string what)
    {
        var error = (one.High - one.Value) / 1.96;
        var distance = Math.Abs(one.Value - many.Mean) / Math.Sqrt(error * error + many.StandardError * many.StandardError);
        Assert.True(distance <= 3, $"{what}: {one} to be read, {many} on tensors, {distance:F1} standard errors apart");
    }
}
