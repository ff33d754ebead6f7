using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>A decision maker that sees a context before it selects an arm.</summary>
public interface IContextualPolicy
{
    /// <summary>The arm to pull in this context, a vector of features.</summary>
    int Select(ReadOnlySpan<double> context, RandomStream random);

    /// <summary>What that arm paid in this context.</summary>
    void Update(ReadOnlySpan<double> context, int arm, double reward);
}
