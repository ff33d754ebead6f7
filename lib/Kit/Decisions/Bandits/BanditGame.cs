using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>Who plays which bandit for how long.</summary>
public static class BanditGame
{
    /// <summary>Plays one game.</summary>
    /// <param name="bandit">a fresh bandit, for those that change over time remember how often they were pulled</param>
    /// <param name="policy">a fresh policy</param>
    /// <param name="steps">T</param>
    /// <param name="streams">rewards come from the stream "environment", choices from "policy": another policy under the same seed meets the same luck</param>
    /// <param name="cancellation">stops between two steps</param>
    public static BanditHistory Play(IBandit bandit, IBanditPolicy policy, int steps, RandomStreams streams, CancellationToken cancellation = default)
    {
        if (bandit is IContextualBandit)
            throw new ArgumentException($"contexts change only in {nameof(ContextualGame)}: play it there, with the policy in a {nameof(ContextFree)}", nameof(bandit));
        var (history, environment, choices) = (new BanditHistory(steps, bandit.Arms), streams.Environment, streams.Policy);
        for (var t = 0; t < steps; t++)
        {
            cancellation.ThrowIfCancellationRequested();
            var arm = policy.Select(choices);
            policy.Update(arm, history.Pull(bandit, arm, environment));
        }

        return history;
    }

    /// <summary>Plays a game for each seed, each with its own problem, policy and streams, and averages over them.</summary>
    /// <param name="problem">
    /// a fresh bandit; what it draws comes from the stream "initialisation" of the seed, so that every policy meets the same problems
    /// </param>
    /// <param name="policy">a fresh policy for that bandit, for example <c>bandit => new Ucb1(bandit.Arms)</c></param>
    /// <param name="seeds">two or more, for example <c>[.. Enumerable.Range(1, 100)]</c></param>
    /// <param name="steps">T</param>
    /// <param name="threads">how many games at a time, or null for one on each core; the result does not depend on it</param>
    /// <param name="cancellation">stops between two steps</param>
    public static BanditCurves PlayMany(Func<RandomStream, IBandit> problem, Func<IBandit, IBanditPolicy> policy, IReadOnlyList<long> seeds, int steps,
                                        int? threads = null, CancellationToken cancellation = default) =>
        BanditCurves.Over(seeds, steps, threads, streams =>
        {
            var bandit = problem(streams.Initialisation);
            return Play(bandit, policy(bandit), steps, streams, cancellation);
        }, cancellation);
}
