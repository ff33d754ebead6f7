namespace Kit.Decisions.Bandits.Vectorized;

/// <summary>How the arms of a testbed pay.</summary>
public enum RewardKind
{
    /// <summary>The arm's mean and standard normal noise.</summary>
    Gaussian,

    /// <summary>1 with the arm's mean as its probability, else 0.</summary>
    Bernoulli,
}
