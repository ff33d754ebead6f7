using System.Runtime.CompilerServices;

namespace Kit.Decisions.Bandits;

/// <summary>What arms and policies ask of their input, said in the same words everywhere.</summary>
internal static class Require
{
    public static int AtLeastOne(int value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is at least 1");

    public static int Arm(int arm, int arms) => (uint)arm < (uint)arms
        ? arm
        : throw new ArgumentOutOfRangeException(nameof(arm), arm, $"there are {arms} arms, numbered from 0 to {arms - 1}; do bandit and policy have the same number?");

    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is a finite number");

    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is positive");

    public static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is zero or positive");

    public static double Between(double value, double low, double high, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= low && value <= high ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} lies in [{low}, {high}]");

    public static double UnitReward(double reward, string method) => reward is >= 0 and <= 1
        ? reward
        : throw new ArgumentOutOfRangeException(nameof(reward), reward, $"{method} is defined for rewards in [0, 1]: rescale them with their known bounds");

    public static void Context(ReadOnlySpan<double> context, int features)
    {
        if (context.Length != features)
            throw new ArgumentException($"the context has {context.Length} features where {features} are expected", nameof(context));
        foreach (var feature in context)
            Finite(feature, nameof(context));
    }
}
