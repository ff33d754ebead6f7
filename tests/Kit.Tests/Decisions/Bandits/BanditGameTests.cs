using Kit.Decisions.Bandits;
using Kit.Foundation.Randomness;
using Kit.Foundation.Statistics;

namespace Kit.Tests.Decisions.Bandits;

public class BanditGameTests
{
    private static readonly IReadOnlyList<long> Seeds = [.. Enumerable.Range(1, 150)];

    [Fact]
    public void Regret_by_hand()
    {
        // Arm 0 throughout. Best at each step: 1, 0.5, 1. Regret: 1, then 1 + 0, then 1 + 1. Arm 1 alone would have had 1, 1, 2 against 0, 0.5, 0.5.
        var history = BanditGame.Play(new AdversarialArms([[0, 1], [0.5, 0], [0, 1]]), new FixedPolicy(0), 3, new RandomStreams(1));
        Assert.Equal([0, 0, 0], history.Arms);
        Assert.Equal([0, 0.5, 0], history.Rewards);
        Assert.Equal([1, 1, 2], history.Regret);
        Assert.Equal([1, 0.5, 1.5], history.WeakRegret);
        Assert.Equal([false, true, false], history.Optimal);
        Assert.Equal(1 / 3.0, history.OptimalShare);
    }

    [Fact]
    public void Where_nothing_changes_both_regrets_are_the_same()
    {
        var history = BanditGame.Play(new BernoulliArms(0.9, 0.8, 0.9), new RandomPolicy(3), 100, new RandomStreams(1));
        Assert.Equal(history.Regret, history.WeakRegret);
        Assert.Equal(0.1 * history.Arms.Count(arm => arm == 1), history.Regret[^1], 9);
        Assert.Equal(history.Arms.Select(arm => arm != 1), history.Optimal);
    }

    [Fact]
    public void The_environment_is_seeded_and_not_only_the_policy()
    {
        // A fixed arm draws nothing, so whatever differs here comes from the environment.
        Assert.Equal(Rewards(1), Rewards(1));
        Assert.NotEqual(Rewards(1), Rewards(2));

        static IReadOnlyList<double> Rewards(long seed) => BanditGame.Play(new DriftingArms(3), new FixedPolicy(0), 50, new RandomStreams(seed)).Rewards;
    }

    [Fact]
    public void Under_one_seed_every_policy_meets_the_same_luck()
    {
        var one = BanditGame.Play(new GaussianArms([1, 3]), new FixedPolicy(0), 500, new RandomStreams(7));
        var other = BanditGame.Play(new GaussianArms([1, 3]), new Ucb1(2), 500, new RandomStreams(7));
        Assert.All(one.Rewards.Zip(other.Rewards, other.Arms), step => Assert.Equal(step.First - 1, step.Second - (step.Third == 0 ? 1 : 3), 9));
    }

    [Fact]
    public void Under_one_seed_every_policy_meets_the_same_contexts()
    {
        var (one, other) = (new Recorder(0), new Recorder(2));
        ContextualGame.Play(LinearArms.Draw(RandomStream.Of(1, "problem"), 3, 4), one, 100, new RandomStreams(7));
        ContextualGame.Play(LinearArms.Draw(RandomStream.Of(1, "problem"), 3, 4), other, 100, new RandomStreams(7));
        Assert.Equal(one.Contexts, other.Contexts);
        Assert.Equal(100, one.Contexts.Select(context => context[1]).Distinct().Count());
    }

    [Fact]
    public void A_context_free_policy_hears_what_its_arm_paid()
    {
        var history = ContextualGame.Play(new LinearArms([[0], [1]], 0), new ContextFree(EpsilonGreedy.Optimistic(2)), 200, new RandomStreams(1));
        Assert.All(history.Optimal.Skip(100), Assert.True);
        Assert.Equal(history.Arms.Select(arm => (double)arm), history.Rewards);
    }

    [Fact]
    public void Curves_are_means_over_the_games_with_their_normal_interval()
    {
        // Two games of one step that pay 0 and 1: mean ½, standard deviation √½, standard error ½, interval ½ ± 0.98.
        var curves = BanditGame.PlayMany(
            random => random.Integer(2) == 0 ? new GaussianArms([0, 2], 0) : new GaussianArms([1, 2], 0), _ => new FixedPolicy(0), [.. DifferentCoins()], 1);
        Assert.Equal(new Estimate(0.5, 0.5 - 0.98, 0.5 + 0.98), curves.Reward[0], Close);
        Assert.Equal(new Estimate(1.5, 1.5 - 0.98, 1.5 + 0.98), curves.Regret[0], Close);
        Assert.Equal(new Estimate(0, 0, 0), curves.OptimalShare[0]);
        Assert.Equal([1.0, 2.0], curves.FinalRegret.Order());

        static bool Close(Estimate one, Estimate other) =>
            Math.Abs(one.Value - other.Value) + Math.Abs(one.Low - other.Low) + Math.Abs(one.High - other.High) < 1e-12;

        // A seed whose first coin is 0 and one whose first coin is 1.
        static IEnumerable<long> DifferentCoins() =>
            Enumerable.Range(0, 100).Select(seed => (long)seed).DistinctBy(seed => new RandomStreams(seed).Initialisation.Integer(2));
    }

    [Fact]
    public void Curves_agree_with_the_games_they_come_from()
    {
        var curves = Many(Seeds, 1);
        double[] regrets = [.. Seeds.Select(seed =>
        {
            var streams = new RandomStreams(seed);
            return BanditGame.Play(GaussianArms.Testbed(streams.Initialisation), new EpsilonGreedy(10), 40, streams).Regret[^1];
        })];
        var (mean, error) = Reference.MeanAndError(regrets);
        Assert.Equal(regrets, curves.FinalRegret);
        // Whoever pulls the same arm for ever is right at every step or at none; the drifting arms change which it is.
        var moving = BanditGame.PlayMany(_ => new DriftingArms(3, drift: 1), _ => new FixedPolicy(0), Seeds, 5);
        var rights = Seeds.Select(seed => BanditGame.Play(new DriftingArms(3, drift: 1), new FixedPolicy(0), 5, new RandomStreams(seed)).Optimal).ToList();
        Assert.Equal(Enumerable.Range(0, 5).Select(t => rights.Average(it => it[t] ? 1.0 : 0)), moving.OptimalShare.Select(it => it.Value), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(mean, curves.Regret[^1].Value, 9);
        Assert.Equal(mean + 1.96 * error, curves.Regret[^1].High, 9);
    }

    [Fact]
    public void The_number_of_threads_does_not_change_a_digit()
    {
        var (one, four) = (Many(Seeds, 1), Many(Seeds, 4));
        Assert.Equal(one.Reward, four.Reward);
        Assert.Equal(one.Regret, four.Regret);
        Assert.Equal(one.WeakRegret, four.WeakRegret);
        Assert.Equal(one.OptimalShare, four.OptimalShare);
        Assert.Equal(one.FinalRegret, four.FinalRegret);
    }

    [Fact]
    public void A_game_can_be_called_off()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => BanditGame.Play(new BernoulliArms(0.5), new RandomPolicy(1), 10, new RandomStreams(1), source.Token));
        Assert.Throws<OperationCanceledException>(() => ContextualGame.Play(new LinearArms([[0]]), new ContextFree(new RandomPolicy(1)), 10, new RandomStreams(1), source.Token));
        Assert.Throws<OperationCanceledException>(() => BanditGame.PlayMany(_ => new BernoulliArms(0.5), _ => new RandomPolicy(1), Seeds, 10, cancellation: source.Token));
    }

    [Fact]
    public void What_cannot_be_played_is_refused_by_name()
    {
        Assert.Contains("steps", Assert.Throws<ArgumentOutOfRangeException>(() => BanditGame.Play(new BernoulliArms(0.5), new RandomPolicy(1), 0, new RandomStreams(1))).Message, StringComparison.Ordinal);
        Assert.Contains("ContextualGame", Assert.Throws<ArgumentException>(() => BanditGame.Play(new LinearArms([[0]]), new RandomPolicy(1), 10, new RandomStreams(1))).Message, StringComparison.Ordinal);
        Assert.Contains("two seeds", Assert.Throws<ArgumentException>(() => Many([1], 1)).Message, StringComparison.Ordinal);

        // The reason comes through from the threads: a policy for three arms before two.
        Assert.Contains("same number", Assert.Throws<ArgumentOutOfRangeException>(() =>
            BanditGame.PlayMany(_ => new BernoulliArms(0.5, 0.5), _ => new Ucb1(3), Seeds, 10)).Message, StringComparison.Ordinal);
    }

    private static BanditCurves Many(IReadOnlyList<long> seeds, int threads) =>
        BanditGame.PlayMany(random => GaussianArms.Testbed(random), bandit => new EpsilonGreedy(bandit.Arms), seeds, 40, threads);

    private sealed class Recorder(int arm) : IContextualPolicy
    {
        public List<double[]> Contexts { get; } = [];

        public int Select(ReadOnlySpan<double> context, RandomStream random)
        {
            Contexts.Add(context.ToArray());
            return arm;
        }

        public void Update(ReadOnlySpan<double> context, int arm, double reward)
        {
        }
    }
}
