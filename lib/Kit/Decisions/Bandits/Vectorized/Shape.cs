namespace Kit.Decisions.Bandits.Vectorized;

internal static class Shape
{
    /// <exception cref="ArgumentOutOfRangeException">no arm, or no problem</exception>
    public static void Check(int arms, int problems)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(arms, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(problems, 1);
    }
}
