using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>A row of arms, each of which pays a random reward when it is pulled.</summary>
public interface IBandit
{
    /// <summary>How many arms there are.</summary>
    int Arms { get; }

    /// <summary>Pulls an arm; a bandit that changes over time moves on by one step.</summary>
    /// <returns>the reward</returns>
    double Pull(int arm, RandomStream random);

    /// <summary>The expected reward of an arm at the coming pull; the player never sees it.</summary>
    double Mean(int arm);
}
