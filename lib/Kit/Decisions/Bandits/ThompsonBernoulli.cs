using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>
/// Draws what each arm might be worth from its posterior Beta(S + a, F + b) and pulls the best draw (Thompson 1933; Agrawal and Goyal
/// 2012, algorithm 1).
/// </summary>
/// <remarks>
/// A reward between 0 and 1 counts in parts, S += r and F += 1 − r. The paper's algorithm 2 tosses a coin with chance r instead; the
/// posterior has the same expected counts without it.
/// </remarks>
public sealed class ThompsonBernoulli : IBanditPolicy
{
    private readonly double[] _successes, _failures, _draws;

    /// <summary>A policy that has seen nothing yet.</summary>
    public ThompsonBernoulli(int arms, ThompsonBernoulliOptions? options = null)
    {
        // A prior below 0.1 makes both gamma numbers behind a beta number so small that they may round to 0 / 0.
        options ??= new();
        _successes = [.. Enumerable.Repeat(Require.Between(options.PriorSuccesses, 0.1, double.MaxValue), Require.AtLeastOne(arms))];
        _failures = [.. Enumerable.Repeat(Require.Between(options.PriorFailures, 0.1, double.MaxValue), arms)];
        _draws = new double[arms];
    }

    /// <summary>The posterior Beta(A, B) of an arm.</summary>
    public (double A, double B) Posterior(int arm) => (_successes[Require.Arm(arm, _draws.Length)], _failures[arm]);

    /// <inheritdoc/>
    public int Select(RandomStream random)
    {
        for (var arm = 0; arm < _draws.Length; arm++)
            _draws[arm] = random.Beta(_successes[arm], _failures[arm]);
        return random.ArgMax(_draws);
    }

    /// <inheritdoc/>
    public void Update(int arm, double reward)
    {
        Require.UnitReward(reward, "Thompson sampling with a beta posterior");
        _successes[Require.Arm(arm, _draws.Length)] += reward;
        _failures[arm] += 1 - reward;
    }
}
