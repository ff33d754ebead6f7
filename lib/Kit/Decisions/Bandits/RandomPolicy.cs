using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>Any arm, each with the same chance: what everything else has to beat.</summary>
public sealed class RandomPolicy(int arms) : IBanditPolicy
{
    private readonly int _arms = Require.AtLeastOne(arms);

    /// <inheritdoc/>
    public int Select(RandomStream random) => random.Integer(_arms);

    /// <inheritdoc/>
    public void Update(int arm, double reward)
    {
    }
}
