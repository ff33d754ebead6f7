using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>Who plays which contextual bandit for how long.</summary>
public static class ContextualGame
{
    /// <summary>Plays one game. <see cref="BanditHistory.Regret"/> is against the best arm of each context, <see cref="BanditHistory.WeakRegret"/> against the best fixed arm.</summary>
    /// <param name="bandit">a fresh bandit</param>
    /// <param name="policy">a fresh policy</param>
    /// <param name="steps">T</param>
    /// <param name="streams">contexts and rewards come from the stream "environment", choices from "policy"</param>
    /// <param name="cancellation">stops between two steps</param>
    public static BanditHistory Play(IContextualBandit bandit, IContextualPolicy policy, int steps, RandomStreams streams, CancellationToken cancellation = default)
    {
        var (history, environment, choices) = (new BanditHistory(steps, bandit.Arms), streams.Environment, streams.Policy);
        for (var t = 0; t < steps; t++)
        {
            cancellation.ThrowIfCancellationRequested();
            var context = bandit.NextContext(environment);
            var arm = policy.Select(context, choices);
            policy.Update(context, arm, history.Pull(bandit, arm, environment));
        }

        return history;
    }

    /// <summary>Plays a game for each seed, as <see cref="BanditGame.PlayMany"/> does.</summary>
    /// <param name="problem">a fresh bandit, drawn from the stream "initialisation" of the seed</param>
    /// <param name="policy">a fresh policy for that bandit</param>
    /// <param name="seeds">two or more</param>
    /// <param name="steps">T</param>
    /// <param name="threads">how many games at a time, or null for one on each core; the result does not depend on it</param>
    /// <param name="cancellation">stops between two steps</param>
    public static BanditCurves PlayMany(Func<RandomStream, IContextualBandit> problem, Func<IContextualBandit, IContextualPolicy> policy,
                                        IReadOnlyList<long> seeds, int steps, int? threads = null, CancellationToken cancellation = default) =>
        BanditCurves.Over(seeds, steps, threads, streams =>
        {
            var bandit = problem(streams.Initialisation);
            return Play(bandit, policy(bandit), steps, streams, cancellation);
        }, cancellation);
}
