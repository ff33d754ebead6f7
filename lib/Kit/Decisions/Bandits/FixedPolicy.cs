using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>The same arm for ever, for example the one that was best on average yesterday.</summary>
public sealed class FixedPolicy(int arm) : IBanditPolicy
{
    private readonly int _arm = arm >= 0 ? arm : throw new ArgumentOutOfRangeException(nameof(arm), arm, "arms are numbered from 0");

    /// <inheritdoc/>
    public int Select(RandomStream random) => _arm;

    /// <inheritdoc/>
    public void Update(int arm, double reward)
    {
    }
}
