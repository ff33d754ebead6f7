using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>A decision maker: it selects an arm, sees the reward, and learns from that alone.</summary>
public interface IBanditPolicy
{
    /// <summary>The arm to pull next.</summary>
    int Select(RandomStream random);

    /// <summary>What that arm paid.</summary>
    void Update(int arm, double reward);
}
