using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>A policy without eyes plays a contextual problem: how much the context is worth shows beside it.</summary>
public sealed class ContextFree(IBanditPolicy policy) : IContextualPolicy
{
    /// <inheritdoc/>
    public int Select(ReadOnlySpan<double> context, RandomStream random) => policy.Select(random);

    /// <inheritdoc/>
    public void Update(ReadOnlySpan<double> context, int arm, double reward) => policy.Update(arm, reward);
}
