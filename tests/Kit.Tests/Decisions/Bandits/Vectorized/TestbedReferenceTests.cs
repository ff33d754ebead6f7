using System.Text.Json;
using Kit.Decisions.Bandits.Vectorized;
using Kit.TestSupport;

namespace Kit.Tests.Decisions.Bandits.Vectorized;

/// <summary>
/// 2,000 problems here against 20,000 in tests/reference/testbed.py and regret.py, which share no code with the kit: "agrees" is within three
/// standard errors of the difference.
/// </summary>
public class TestbedReferenceTests
{
    private static readonly TestbedOptions Standard = new(), Raised = new() { Level = 4 };
    private static readonly JsonElement Reference = Read("testbed.json"), Regret = Read("regret.json");

    private static readonly Dictionary<string, TestbedRun> Methods = new TestbedRun[]
    {
        new("greedy", Standard, o => new VectorizedEpsilonGreedy(o.Arms, o.Problems, 0)),
        new("epsilon 0.01", Standard, o => new VectorizedEpsilonGreedy(o.Arms, o.Problems, 0.01)),
        new("epsilon 0.1", Standard, o => new VectorizedEpsilonGreedy(o.Arms, o.Problems, 0.1)),
        new("optimistic", Standard, o => new VectorizedEpsilonGreedy(o.Arms, o.Problems, 0, stepSize: 0.1, initialValue: 5)),
        new("ucb", Standard, o => new VectorizedUcb(o.Arms, o.Problems, 2)),
        new("gradient 0.1", Raised, o => new VectorizedGradientBandit(o.Arms, o.Problems, 0.1)),
        new("gradient 0.4", Raised, o => new VectorizedGradientBandit(o.Arms, o.Problems, 0.4)),
        new("gradient 0.1 without baseline", Raised, o => new VectorizedGradientBandit(o.Arms, o.Problems, 0.1, baseline: false)),
        new("gradient 0.4 without baseline", Raised, o => new VectorizedGradientBandit(o.Arms, o.Problems, 0.4, baseline: false)),
    }.ToDictionary(run => run.Name);

    private static readonly Lazy<Dictionary<string, TestbedResult>> Played = new(() =>
        Methods.Keys.Zip(Testbed.RunAll([.. Methods.Values], seed: 9, degreeOfParallelism: 2)).ToDictionary(pair => pair.First, pair => pair.Second));

    /// <summary>
    /// Where the curves of Sutton and Barto (2018) end, at step 1,000: the share of optimal actions in figures 2.2, 2.3 and 2.5, and the
    /// average reward in 2.2 and 2.4. These are remembered from the printed curves, with no copy at hand, hence good to 0.1 at best: a test
    /// that the methods are the textbook's. Whether they are right is for NumPy to say.
    /// </summary>
    public static TheoryData<string, double?, double?> Textbook => new()
    {
        { "greedy", 1 / 3.0, 1 },
        { "epsilon 0.01", 0.6, 1.3 },
        { "epsilon 0.1", 0.8, 1.4 },
        { "optimistic", 0.85, null },
        { "ucb", null, 1.5 },
        { "gradient 0.1", 0.85, null },
        { "gradient 0.4", 0.75, null },
    };

    public static TheoryData<string> Names => [.. Methods.Keys];

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Shares_rewards_and_regret_agree_with_NumPy(string method)
    {
        TensorEngine.Needed();
        var expected = Reference.GetProperty("methods").GetProperty(method);
        var actual = Played.Value[method];
        var (optimal, reward) = (expected.GetProperty("optimal"), expected.GetProperty("reward"));
        AssertAgrees(optimal.GetProperty("last"), actual.Optimal[^1], "share of optimal actions at step 1,000");
        AssertAgrees(optimal.GetProperty("late"), actual.LateOptimal, "share of optimal actions over the last 100 steps");
        AssertAgrees(reward.GetProperty("last"), actual.Reward[^1], "reward at step 1,000");
        AssertAgrees(reward.GetProperty("late"), actual.LateReward, "reward over the last 100 steps");
        AssertAgrees(reward.GetProperty("all"), actual.AverageReward, "reward over all steps");
        AssertAgrees(expected.GetProperty("regret"), actual.Regret[^1], "regret after 1,000 steps");
    }

    [SkippableTheory]
    [MemberData(nameof(Textbook))]
    public void Curves_end_where_we_remember_the_textbooks_figures_to_end(string method, double? optimal, double? reward)
    {
        TensorEngine.Needed();
        var actual = Played.Value[method];
        if (optimal is { } share)
            Assert.InRange(actual.LateOptimal.Mean, share - 0.1, share + 0.1);
        if (reward is { } level)
            Assert.InRange(actual.LateReward.Mean, level - 0.1, level + 0.1);
    }

    [SkippableTheory]
    [InlineData("gradient 0.1")]
    [InlineData("gradient 0.4")]
    public void Without_a_baseline_the_gradient_bandit_does_much_worse_as_in_figure_2_5(string method)
    {
        TensorEngine.Needed();
        Assert.InRange(Played.Value[method].LateOptimal.Mean - Played.Value[method + " without baseline"].LateOptimal.Mean, 0.2, 0.6);
    }

    [SkippableTheory]
    [InlineData("thompson")]
    [InlineData("ucb1")]
    [InlineData("kl-ucb")]
    public void Regret_on_arms_of_90_and_80_percent_agrees_with_NumPy_to_10000_steps(string method)
    {
        TensorEngine.Needed();
        var options = new TestbedOptions { Arms = 2, Problems = 2000, Steps = 10_000, Rewards = RewardKind.Bernoulli, Means = [0.9, 0.8] };
        var result = Testbed.Run(options, o => method switch
        {
            "thompson" => new VectorizedThompsonBernoulli(o.Arms, o.Problems),
            "ucb1" => VectorizedUcb.Ucb1(o.Arms, o.Problems),
            _ => new VectorizedKlUcb(o.Arms, o.Problems),
        }, seed: 9);
        foreach (var mark in Regret.GetProperty("methods").GetProperty(method).EnumerateObject())
            AssertAgrees(mark.Value, result.Regret[int.Parse(mark.Name) - 1], $"regret after {mark.Name} steps");
    }

    private static void AssertAgrees(JsonElement expected, SampleMean actual, string what)
    {
        var (mean, error) = (expected.GetProperty("mean").GetDouble(), expected.GetProperty("se").GetDouble());
        var distance = Math.Abs(actual.Mean - mean) / Math.Sqrt(error * error + actual.StandardError * actual.StandardError);
        Assert.True(distance <= 3, $"{what}: {actual} here, {mean:G5} ± {error:G2} in NumPy, {distance:F1} standard errors apart");
    }

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllText(Repository.At("tests", "reference", file))).RootElement;
}
