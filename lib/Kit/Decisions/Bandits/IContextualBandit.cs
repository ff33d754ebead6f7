using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>A row of arms that pay differently from one context to the next. Between two pulls the context changes.</summary>
public interface IContextualBandit : IBandit
{
    /// <summary>How many features a context has.</summary>
    int Features { get; }

    /// <summary>Draws the next context; <see cref="IBandit.Pull"/> and <see cref="IBandit.Mean"/> refer to it until the one after.</summary>
    /// <returns>[Features], what the player sees of it</returns>
    double[] NextContext(RandomStream random);
}
