using System.Text.Json;
using Kit.Foundation;
using Kit.Foundation.Randomness;
using Kit.Foundation.Statistics;
using Kit.Speculation.SpecBundle;
using Kit.TestSupport;

namespace Kit.Tests.Speculation.SpecBundle;

/// <summary>The expected numbers come from tests/reference/draft_bandit.py, which shares no code with the kit.</summary>
public class DraftPolicyStudyTests
{
    private static readonly DraftStudy Study = DraftStudy.From(PaperTables.SpecBundle().Rows);
    private static readonly JsonElement Reference = JsonDocument.Parse(File.ReadAllText(Repository.At("tests", "reference", "draft_bandit.json"))).RootElement;
    private static readonly DraftSetting Shallow = new(3, 1, 4), Deep = new(7, 1, 8);

    /// <summary>Two models, two benchmarks: maths wants the deep tree, chat the shallow one.</summary>
    private static readonly DraftStudy Toy = new([
        Series("A", "maths", 50, 100, 150), Series("A", "chat", 50, 120, 60),
        Series("B", "maths", 20, 44, 60), Series("B", "chat", 20, 50, 30)]);

    [Theory]
    [InlineData(DraftContext.None)]
    [InlineData(DraftContext.Benchmark)]
    [InlineData(DraftContext.PlainThroughput)]
    [InlineData(DraftContext.Benchmark | DraftContext.PlainThroughput)]
    public void With_full_information_each_context_reaches_what_least_squares_reaches_in_numpy(DraftContext context) =>
        Assert.Equal(Reference.GetProperty("least_squares").GetProperty(context.ToString()).GetDouble(),
            HeldOutPolicy.MeanOverSeries(DraftPolicyStudy.FullInformation(Study, context, Reference.GetProperty("ridge").GetDouble())), 1e-12);

    [Theory]
    [InlineData(DraftContext.None)]
    [InlineData(DraftContext.Benchmark)]
    public void A_learned_policy_reaches_what_another_linucb_reaches_within_three_standard_errors(DraftContext context)
    {
        var options = new DraftPolicyOptions
        {
            Context = context,
            Rounds = Reference.GetProperty("rounds").GetInt32(),
            Noise = Reference.GetProperty("noise").GetDouble(),
            Alpha = Reference.GetProperty("alpha").GetDouble(),
            Ridge = Reference.GetProperty("ridge").GetDouble(),
        };
        var ours = Summary.Of([.. Enumerable.Range(1, 40).Select(seed => HeldOutPolicy.MeanOverSeries(DraftPolicyStudy.LeaveOneModelOut(Study, options, seed)))]);
        var theirs = Reference.GetProperty("lin_ucb").GetProperty(context.ToString());
        var (mean, error) = (theirs.GetProperty("mean").GetDouble(), theirs.GetProperty("standard_error").GetDouble());
        Assert.True(Math.Abs(ours.Mean - mean) <= 3 * Math.Sqrt(ours.StandardError * ours.StandardError + error * error), $"{ours} against {mean} ± {error}");
    }

    [Fact]
    public void The_baseline_is_the_one_of_the_study()
    {
        var folds = DraftPolicyStudy.BestFixed(Study);
        Assert.Equal(Study.LeaveOneModelOut().Select(fold => (fold.LeftOut, fold.Series, Share: Math.Round(fold.Share, 12))),
            folds.Select(fold => (fold.Model, fold.Shares.Count, Math.Round(fold.Share, 12))));
        Assert.All(folds, fold => Assert.Single(fold.Picks.Distinct()));
    }

    [Fact]
    public void A_policy_that_sees_the_benchmark_solves_the_toy_and_one_that_does_not_cannot()
    {
        // By hand: blind, one setting for both benchmarks reaches (1 + share of the other) / 2 on each model.
        // Deep on A: (150/150 + 60/120) / 2 = 0.75; on B: (60/60 + 30/50) / 2 = 0.8. Shallow on A: (100/150 + 1) / 2 = 0.8333; on B: (44/60 + 1) / 2 = 0.8667.
        for (var seed = 1; seed <= 5; seed++)
        {
            var options = new DraftPolicyOptions { Rounds = 400 };
            Assert.All(DraftPolicyStudy.LeaveOneModelOut(Toy, options, seed), fold =>
            {
                Assert.Equal([Deep, Shallow], fold.Picks);
                Assert.Equal(1, fold.Share, 12);
            });
            Assert.All(DraftPolicyStudy.LeaveOneModelOut(Toy, options with { Context = DraftContext.None }, seed),
                fold => Assert.Contains(fold.Share, fold.Model == "A" ? [0.75, (100.0 / 150 + 1) / 2] : new[] { 0.8, (44.0 / 60 + 1) / 2 }));
        }
    }

    [Fact]
    public void The_reward_is_the_speed_up_under_the_noise_that_was_named()
    {
        var bandit = new DraftBandit(Toy, new DraftFeatures(DraftContext.Benchmark, Toy.Series), noise: 0.1);
        var streams = new RandomStreams(3);
        bandit.NextContext(streams.Environment);
        var rewards = Summary.Of([.. Enumerable.Range(0, 20_000).Select(_ => bandit.Pull(1, streams.Environment) / bandit.Mean(1))]);
        Assert.InRange(rewards.Mean, 1 - 3 * 0.1 / Math.Sqrt(20_000), 1 + 3 * 0.1 / Math.Sqrt(20_000));
        // The standard error of a standard deviation is σ / √(2n).
        Assert.InRange(rewards.StandardDeviation, 0.1 * (1 - 3 / Math.Sqrt(40_000)), 0.1 * (1 + 3 / Math.Sqrt(40_000)));
    }

    [Fact]
    public void Every_series_is_drawn_equally_often()
    {
        var bandit = new DraftBandit(Study, new DraftFeatures(DraftContext.Benchmark | DraftContext.PlainThroughput, Study.Series), noise: 0);
        var random = RandomStream.Of(1, "environment");
        var means = new Dictionary<double, int>();
        for (var i = 0; i < 88_000; i++)
        {
            bandit.NextContext(random);
            means[bandit.Mean(0)] = means.GetValueOrDefault(bandit.Mean(0)) + 1;
        }

        // χ² with 87 degrees of freedom stays below 139.2 in 99.97 % of all samples (97.5 + 3 √(2·87) would be 127; the tail is longer).
        var distinct = Study.Series.Select(series => series.SpeedUp(Study.Settings[0])).Distinct().Count();
        Assert.Equal(distinct, means.Count);
        Assert.Equal(88, distinct);
        Assert.True(means.Values.Sum(count => (count - 1000.0) * (count - 1000.0) / 1000) < 139.2);
    }

    [Fact]
    public void Features_are_scaled_by_the_training_series_alone()
    {
        var features = new DraftFeatures(DraftContext.Benchmark | DraftContext.PlainThroughput, [Toy.Series[0], Toy.Series[3]]);
        // ln 50 and ln 20 have the mean ln √1000 and the standard deviation ln √2.5: one lies one above, the other one below.
        Assert.Equal([0, 1, 1], features.Of(Toy.Series[0]).Select(it => Math.Round(it, 12)));
        Assert.Equal([1, 0, -1], features.Of(Toy.Series[3]).Select(it => Math.Round(it, 12)));
        Assert.Equal([1.0], new DraftFeatures(DraftContext.None, Toy.Series).Of(Toy.Series[0]));
    }

    [Fact]
    public void Nothing_is_learned_from_the_model_that_is_judged()
    {
        // A wants the deep tree where it is slow (speed-up 3 against 1), and the shallow one on average (2.5 against 1.6). B is judged on a slow
        // series. Its other one is fast beyond all measure: whoever let that into the scale of the features would take A's series for equals.
        DraftStudy With(double odd) => new([
            Series("A", "chat", 10, 10, 30), Series("A", "chat", 20, 40, 40), Series("A", "chat", 40, 120, 40), Series("A", "chat", 80, 320, 40),
            Series("B", "chat", 10, 10, 11), Series("B", "chat", odd, 1.5 * odd, odd)]);
        var (plain, strange) = (With(40), With(1e300));
        var options = new DraftPolicyOptions { Context = DraftContext.PlainThroughput, Rounds = 400 };
        foreach (var judge in (Func<DraftStudy, IReadOnlyList<HeldOutPolicy>>[])
                 [study => DraftPolicyStudy.LeaveOneModelOut(study, options, 1), study => DraftPolicyStudy.FullInformation(study, options.Context)])
        {
            Assert.Equal(Deep, judge(plain)[1].Picks[0]);
            Assert.Equal(Deep, judge(strange)[1].Picks[0]);
        }

        Assert.Equal(DraftPolicyStudy.BestFixed(plain)[1].Picks, DraftPolicyStudy.BestFixed(strange)[1].Picks);
    }

    [Fact]
    public void Width_and_noise_are_those_that_were_asked_for()
    {
        var options = new DraftPolicyOptions { Rounds = 300 };
        IEnumerable<DraftSetting> Picks(DraftPolicyOptions it) => DraftPolicyStudy.LeaveOneModelOut(Study, it, 7).SelectMany(fold => fold.Picks).ToList();
        Assert.NotEqual(Picks(options), Picks(options with { Noise = 0.5 }));
        // Without a width it is greedy.
        Assert.NotEqual(Picks(options), Picks(options with { Alpha = 0 }));
    }

    [Fact]
    public void The_same_seed_gives_the_same_picks_and_another_seed_others()
    {
        var options = new DraftPolicyOptions { Rounds = 300, Context = DraftContext.Benchmark | DraftContext.PlainThroughput };
        IEnumerable<DraftSetting> Picks(long seed) => DraftPolicyStudy.LeaveOneModelOut(Study, options, seed).SelectMany(fold => fold.Picks).ToList();
        Assert.Equal(Picks(7), Picks(7));
        Assert.NotEqual(Picks(7), Picks(8));
    }

    [Fact]
    public void Bad_input_is_refused_by_name()
    {
        var features = new DraftFeatures(DraftContext.Benchmark, [Toy.Series[0]]);
        Assert.Contains("'chat'", Assert.Throws<ArgumentException>(() => features.Of(Toy.Series[1])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new DraftFeatures(DraftContext.None, []));
        Assert.Contains("noise", Assert.Throws<ArgumentOutOfRangeException>(() => new DraftBandit(Toy, features, -0.1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => DraftPolicyStudy.LeaveOneModelOut(Toy, new DraftPolicyOptions { Rounds = 0 }, 1));
        Assert.Contains("only model", Assert.Throws<InvalidOperationException>(() => DraftPolicyStudy.BestFixed(new DraftStudy([Toy.Series[0]]))).Message, StringComparison.Ordinal);
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => DraftPolicyStudy.LeaveOneModelOut(Toy, new DraftPolicyOptions(), 1, stopped.Token));
    }

    private static DraftSeries Series(string model, string benchmark, double plain, double shallow, double deep) =>
        new(model, benchmark, "d", plain, new Dictionary<DraftSetting, double> { [Shallow] = shallow, [Deep] = deep });
}
