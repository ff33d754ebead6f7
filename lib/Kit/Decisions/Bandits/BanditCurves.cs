using System.Runtime.ExceptionServices;
using Kit.Foundation.Randomness;
using Kit.Foundation.Statistics;

namespace Kit.Decisions.Bandits;

/// <summary>Many games of one policy: at every step the mean over the seeds, with the normal interval mean ± 1.96 standard errors (95 %).</summary>
/// <remarks>The interval is for many seeds: with 20 it should be 7 % wider (Student's t), and where every game agrees it has no width.</remarks>
/// <param name="Reward">[T]</param>
/// <param name="Regret">[T], cumulative, see <see cref="BanditHistory.Regret"/></param>
/// <param name="WeakRegret">[T], cumulative, see <see cref="BanditHistory.WeakRegret"/></param>
/// <param name="OptimalShare">[T], the share of games in which the arm pulled at that step was optimal</param>
/// <param name="FinalRegret">[seeds], the regret of each game at its end, in the order of the seeds, for paired comparisons</param>
public sealed record BanditCurves(IReadOnlyList<Estimate> Reward, IReadOnlyList<Estimate> Regret, IReadOnlyList<Estimate> WeakRegret,
                                  IReadOnlyList<Estimate> OptimalShare, IReadOnlyList<double> FinalRegret)
{
    internal static BanditCurves Over(IReadOnlyList<long> seeds, int steps, int? threads, Func<RandomStreams, BanditHistory> play, CancellationToken cancellation)
    {
        if (seeds.Count < 2)
            throw new ArgumentException("an interval needs two seeds or more", nameof(seeds));
        var (reward, regret, weakRegret, optimal) = (new Curve(steps), new Curve(steps), new Curve(steps), new Curve(steps));
        var finalRegret = new List<double>(seeds.Count);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount, CancellationToken = cancellation };

        // Games run side by side, but are added up in the order of the seeds; in portions, so that not all are held at once.
        foreach (var portion in seeds.Chunk(64))
        {
            var games = new BanditHistory[portion.Length];
            try
            {
                Parallel.For(0, games.Length, options, i => games[i] = play(new RandomStreams(portion[i])));
            }
            catch (AggregateException e)
            {
                ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
            }

            foreach (var game in games)
            {
                reward.Add(t => game.Rewards[t]);
                regret.Add(t => game.Regret[t]);
                weakRegret.Add(t => game.WeakRegret[t]);
                optimal.Add(t => game.Optimal[t] ? 1 : 0);
                finalRegret.Add(game.Regret[^1]);
            }
        }

        return new(reward.Estimates(), regret.Estimates(), weakRegret.Estimates(), optimal.Estimates(), finalRegret);
    }

    /// <summary>Mean and sum of squared deviations at every step, one game after the other (Welford 1962).</summary>
    private sealed class Curve(int steps)
    {
        private readonly double[] _mean = new double[steps], _squares = new double[steps];
        private int _games;

        public void Add(Func<int, double> value)
        {
            _games++;
            for (var t = 0; t < _mean.Length; t++)
            {
                var deviation = value(t) - _mean[t];
                _mean[t] += deviation / _games;
                _squares[t] += deviation * (value(t) - _mean[t]);
            }
        }

        public Estimate[] Estimates() => [.. _mean.Zip(_squares, (mean, squares) =>
        {
            var halfWidth = 1.96 * Math.Sqrt(squares / (_games - 1) / _games);
            return new Estimate(mean, mean - halfWidth, mean + halfWidth);
        })];
    }
}
