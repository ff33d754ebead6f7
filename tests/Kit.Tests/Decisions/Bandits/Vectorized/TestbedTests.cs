using Kit.Decisions.Bandits.Vectorized;
using Kit.Engine;
using Kit.Foundation.Runs;
using Kit.Tests.Engine;
using Kit.TestSupport;
using TorchSharp;
using static TorchSharp.torch;

namespace Kit.Tests.Decisions.Bandits.Vectorized;

/// <summary>The testbed itself: the problems, the books, and what must not change a result.</summary>
[Collection(nameof(EngineState))]
public class TestbedTests
{
    private static readonly TestbedOptions Small = new() { Arms = 4, Problems = 50, Steps = 60 };

    private static readonly TestbedRun[] Runs =
    [
        new("epsilon", Small, o => new VectorizedEpsilonGreedy(o.Arms, o.Problems, 0.1)),
        new("ucb", Small, o => new VectorizedUcb(o.Arms, o.Problems, 2)),
        new("gradient", Small with { Steps = 30 }, o => new VectorizedGradientBandit(o.Arms, o.Problems, 0.1)),
    ];

    [SkippableFact]
    public void The_books_agree_with_a_plain_count()
    {
        TensorEngine.Needed();
        // The policy below pulls the better arm at every second, third and fourth step of the three problems; the other one costs 1.
        var options = new TestbedOptions { Arms = 2, Problems = 3, Steps = 130, Means = [0, 1] };
        var seen = new List<double[]>();
        var result = Testbed.Run(options, o => new Turns(o.Problems, seen), seed: 4);
        Assert.Equal(130, seen.Count);
        Assert.Equal(seen.Select(row => row.Average()), result.Reward.Select(it => it.Mean), Close);
        Assert.Equal(seen.Select(Error), result.Reward.Select(it => it.StandardError), Close);
        AssertBooks(result.Optimal, [.. Enumerable.Range(0, 130).Select(step => Each(problem => Turns.Right(step, problem)))]);
        AssertBooks(result.Regret, [.. Enumerable.Range(0, 130).Select(step => Each(problem => Enumerable.Range(0, step + 1).Sum(t => 1 - Turns.Right(t, problem))))]);
        AssertBooks([result.LateOptimal], [Each(problem => Enumerable.Range(30, 100).Average(step => Turns.Right(step, problem)))]);
        var each = Enumerable.Range(0, 3).Select(problem => seen.Average(row => row[problem])).ToArray();
        var late = Enumerable.Range(0, 3).Select(problem => seen[30..].Average(row => row[problem])).ToArray();
        Assert.Equal(each.Average(), result.AverageReward.Mean, 1e-12);
        Assert.Equal(Error(each), result.AverageReward.StandardError, 1e-12);
        Assert.Equal(late.Average(), result.LateReward.Mean, 1e-12);
        Assert.Equal(Error(late), result.LateReward.StandardError, 1e-12);

        static bool Close(double a, double b) => Math.Abs(a - b) < 1e-12;

        static double[] Each(Func<int, double> number) => [.. Enumerable.Range(0, 3).Select(number)];

        static void AssertBooks(IReadOnlyList<SampleMean> actual, IReadOnlyList<double[]> expected)
        {
            Assert.Equal(expected.Select(row => row.Average()), actual.Select(it => it.Mean), Close);
            Assert.Equal(expected.Select(Error), actual.Select(it => it.StandardError), Close);
        }

        static double Error(double[] numbers) =>
            Math.Sqrt(numbers.Sum(x => Math.Pow(x - numbers.Average(), 2)) / (numbers.Length - 1) / numbers.Length);
    }

    [SkippableFact]
    public void Every_method_meets_the_same_problems_with_the_same_noise()
    {
        TensorEngine.Needed();
        using var scope = NewDisposeScope();
        using var one = new BanditProblems(Small, seed: 3);
        using var other = new BanditProblems(Small, seed: 3);
        Assert.Equal(Numbers(one.Means), Numbers(other.Means));
        for (var step = 0; step < 3; step++)
        {
            var low = one.Pull(zeros(50, int64)).Rewards - one.Means[0];
            var high = other.Pull(full(50, 3, int64)).Rewards - other.Means[3];
            Assert.All(Numbers(low).Zip(Numbers(high)), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        }
    }

    [SkippableFact]
    public void Drawn_means_have_the_level_and_spread_that_were_asked_for()
    {
        TensorEngine.Needed();
        using var normal = new BanditProblems(new TestbedOptions { Level = 4, Spread = 2 }, seed: 1);
        using var uniform = new BanditProblems(new TestbedOptions { Rewards = RewardKind.Bernoulli }, seed: 1);
        using var equal = new BanditProblems(new TestbedOptions { Spread = 0 }, seed: 1);
        // 20,000 numbers: four standard errors are 0.0283 σ of a mean and 0.02 σ of a normal deviation; a uniform one has σ = 0.288675.
        var means = Numbers(normal.Means);
        Assert.Equal(4, means.Average(), 0.057);
        Assert.Equal(2, Math.Sqrt(means.Average(x => (x - 4) * (x - 4))), 0.04);
        Assert.Equal(0.5, Numbers(uniform.Means).Average(), 0.0082);
        Assert.All(Numbers(uniform.Means), mean => Assert.InRange(mean, 0, 1));
        Assert.All(Numbers(equal.Means), mean => Assert.Equal(0, mean));
    }

    [SkippableFact]
    public void Bernoulli_arms_pay_0_or_1_and_as_often_as_their_mean_says()
    {
        TensorEngine.Needed();
        using var problems = new BanditProblems(new TestbedOptions { Arms = 2, Problems = 20_000, Rewards = RewardKind.Bernoulli, Means = [0.9, 0.3] }, seed: 1);
        using var scope = NewDisposeScope();
        var (rewards, regret) = problems.Pull(ones(20_000, int64));
        Assert.All(Numbers(rewards), reward => Assert.True(reward is 0 or 1));
        Assert.Equal(0.3, Numbers(rewards).Average(), 4 * Math.Sqrt(0.3 * 0.7 / 20_000));
        Assert.All(Numbers(regret), lost => Assert.Equal(0.6, lost, 1e-12));
    }

    [SkippableFact]
    public void Arms_that_drift_walk_apart_by_the_root_of_the_steps()
    {
        TensorEngine.Needed();
        using var scope = NewDisposeScope();
        using var problems = new BanditProblems(new TestbedOptions { Spread = 0, Drift = 0.1 }, seed: 1);
        for (var step = 0; step < 25; step++)
            problems.Pull(zeros(2000, int64));
        // 0.1 √25 = 0.5, with a standard error of 0.5 % over 20,000 arms.
        Assert.Equal(0.5, Math.Sqrt(Numbers(problems.Means).Average(x => x * x)), 0.01);
        Assert.Equal(Numbers(problems.Means.amax(0)), Numbers(problems.Best));
    }

    [SkippableFact]
    public void Methods_side_by_side_give_the_same_as_one_after_the_other()
    {
        TensorEngine.Needed();
        var (alone, together) = (Testbed.RunAll(Runs, seed: 5), Testbed.RunAll(Runs, seed: 5, degreeOfParallelism: 3));
        Assert.All(alone.Zip(together), pair => AssertSame(pair.First, pair.Second));
        AssertSame(alone[1], Testbed.Run(Small, Runs[1].Create, seed: 5));
        Assert.NotEqual(alone[1].AverageReward, Testbed.Run(Small, Runs[1].Create, seed: 6).AverageReward);
    }

    [SkippableFact]
    public void The_engines_threads_change_no_choice_and_no_reward()
    {
        TensorEngine.Needed();
        // 12 × 6,000 numbers are more than what libtorch leaves to one thread.
        var options = new TestbedOptions { Arms = 12, Problems = 6000, Steps = 30, Level = 4 };
        var one = Play(1);
        AssertSame(one, Play(3));

        TestbedResult Play(int threads)
        {
            using var asked = ComputeThreads.Of(threads);
            return Testbed.Run(options, o => new VectorizedGradientBandit(o.Arms, o.Problems, 0.4), seed: 2);
        }
    }

    [SkippableFact]
    public void A_run_leaves_no_tensor_behind()
    {
        TensorEngine.Needed();
        foreach (var run in Runs)
        {
            Testbed.Run(run.Options, run.Create, seed: 1);
            var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
            Testbed.Run(run.Options, run.Create, seed: 1);
            Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        }
    }

    [SkippableFact]
    public void Observers_hear_of_progress_up_to_the_end()
    {
        TensorEngine.Needed();
        var heard = new Listener();
        Testbed.RunAll(Runs, seed: 1, degreeOfParallelism: 2, heard);
        Assert.Equal(heard.Reports.Select(report => report.Step).Order(), heard.Reports.Select(report => report.Step));
        Assert.True(heard.Reports[^1].Finished);
        Assert.Equal(150, heard.Reports[^1].Steps);
        Assert.All(heard.Reports, report => Assert.InRange(report.Metrics["optimal"], 0, 1));
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_run_can_be_stopped(int degreeOfParallelism)
    {
        TensorEngine.Needed();
        using var source = new CancellationTokenSource();
        var stop = new Listener(source.Cancel);
        Assert.ThrowsAny<OperationCanceledException>(() => Testbed.RunAll(Runs, 1, degreeOfParallelism, stop, source.Token));
        Assert.DoesNotContain(stop.Reports, report => report.Finished);
    }

    [SkippableFact]
    public void Options_that_do_not_fit_together_are_refused_with_the_mend()
    {
        TensorEngine.Needed();
        Assert.Contains("one mean for each arm", Message(new TestbedOptions { Means = [0.9, 0.8] }), StringComparison.Ordinal);
        Assert.Contains("probability", Message(new TestbedOptions { Arms = 2, Means = [0.9, 1.1], Rewards = RewardKind.Bernoulli }), StringComparison.Ordinal);
        Assert.Contains("Drift", Message(new TestbedOptions { Drift = 0.1, Rewards = RewardKind.Bernoulli }), StringComparison.Ordinal);
        Assert.Contains("Problems", Message(new TestbedOptions { Problems = 1 }), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Testbed.RunAll(Runs, seed: 1, degreeOfParallelism: 0));

        static string Message(TestbedOptions options) => Assert.ThrowsAny<ArgumentException>(() => _ = new BanditProblems(options, 1)).Message;
    }

    private static double[] Numbers(Tensor tensor) => tensor.data<double>().ToArray();

    private static void AssertSame(TestbedResult expected, TestbedResult actual)
    {
        Assert.Equal(expected.Reward, actual.Reward);
        Assert.Equal(expected.Optimal, actual.Optimal);
        Assert.Equal(expected.Regret, actual.Regret);
        Assert.Equal((expected.AverageReward, expected.LateReward, expected.LateOptimal), (actual.AverageReward, actual.LateReward, actual.LateOptimal));
    }

    private sealed class Listener(Action? act = null) : IProgress<TrainingProgress>
    {
        public List<TrainingProgress> Reports { get; } = [];

        public void Report(TrainingProgress value)
        {
            Reports.Add(value);
            act?.Invoke();
        }
    }

    /// <summary>Pulls arm 1 at every second step of problem 0, every third of problem 1 and so on, and remembers what it was paid.</summary>
    private sealed class Turns(int problems, List<double[]> seen) : IVectorizedPolicy
    {
        public static double Right(int step, int problem) => step % (problem + 2) == 0 ? 1 : 0;

        public IReadOnlyDictionary<string, Tensor> State { get; } = new Dictionary<string, Tensor>();

        public Tensor Select(Kit.Foundation.Randomness.RandomStream random) =>
            tensor(Enumerable.Range(0, problems).Select(problem => (long)Right(seen.Count, problem)).ToArray());

        public void Update(Tensor arms, Tensor rewards) => seen.Add(Numbers(rewards));

        public void Dispose()
        {
        }
    }
}
