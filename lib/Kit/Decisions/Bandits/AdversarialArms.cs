using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>
/// Arms whose rewards an adversary wrote down before the game began, one for every arm and step (the oblivious adversary of Auer,
/// Cesa-Bianchi, Freund and Schapire 2002b, section 2). Nothing about them is random, so the mean of an arm is its next reward.
/// </summary>
public sealed class AdversarialArms : IBandit
{
    private readonly double[][] _rewards;
    private int _step;

    /// <summary>Arms that pay from a table.</summary>
    /// <param name="rewards">[T][K], the reward of every arm at every step</param>
    public AdversarialArms(double[][] rewards)
    {
        Require.AtLeastOne(rewards.Length);
        Arms = Require.AtLeastOne(rewards[0].Length);
        foreach (var row in rewards)
        {
            if (row.Length != Arms)
                throw new ArgumentException($"every step names the reward of all {Arms} arms; one step names {row.Length}", nameof(rewards));
            foreach (var reward in row)
                Require.Finite(reward);
        }

        _rewards = [.. rewards.Select(row => (double[])[.. row])];
    }

    /// <summary>
    /// Two arms that are the ruin of a policy that does not randomise. The adversary knows the policy's code, plays it in its head, and
    /// lets the arm that it is about to pull pay 0 and the other one 1. The table stays the same for whoever plays it, so a policy that
    /// tosses coins of its own slips out.
    /// </summary>
    /// <remarks>
    /// For the first twenty steps the first arm pays 0.1 and the second nothing: afterwards the coins that broke the first ties no longer
    /// matter to greedy, UCB1 or KL-UCB.
    /// </remarks>
    /// <param name="policy">a fresh policy for two arms; it is used up</param>
    /// <param name="steps">how long the game will last</param>
    public static AdversarialArms Against(IBanditPolicy policy, int steps)
    {
        var rewards = new double[Require.AtLeastOne(steps)][];
        var random = RandomStream.Of(0, "adversary");
        for (var t = 0; t < steps; t++)
        {
            var arm = policy.Select(random);
            rewards[t] = t < 20 ? [0.1, 0] : arm == 0 ? [0, 1] : [1, 0];
            policy.Update(arm, rewards[t][arm]);
        }

        return new AdversarialArms(rewards);
    }

    /// <inheritdoc/>
    public int Arms { get; }

    /// <inheritdoc/>
    public double Pull(int arm, RandomStream random)
    {
        var reward = Mean(arm);
        _step++;
        return reward;
    }

    /// <inheritdoc/>
    public double Mean(int arm) => _step < _rewards.Length
        ? _rewards[_step][Require.Arm(arm, Arms)]
        : throw new InvalidOperationException($"the adversary wrote down {_rewards.Length} steps; play no longer than that, or give it more rows");
}
