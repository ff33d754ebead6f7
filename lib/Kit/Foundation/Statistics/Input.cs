using System.Runtime.CompilerServices;

namespace Kit.Foundation.Statistics;

/// <summary>What every statistic here asks of its arguments.</summary>
internal static class Input
{
    /// <summary>A copy of finite numbers, at least <paramref name="atLeast"/> of them.</summary>
    public static double[] Finite(IReadOnlyList<double> values, int atLeast = 1, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(values, name);
        double[] copy = [.. values];
        if (copy.Length < atLeast)
            throw new ArgumentException($"{name} has {copy.Length} numbers; at least {atLeast} are needed", name);
        var odd = Array.FindIndex(copy, it => !double.IsFinite(it));
        return odd < 0 ? copy : throw new ArgumentException($"{name}[{odd}] is {copy[odd]}; every number must be finite", name);
    }

    /// <summary>The differences x − y of pairs.</summary>
    public static double[] Differences(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        var (first, second) = (Finite(x), Finite(y));
        return first.Length == second.Length
            ? [.. first.Zip(second, (a, b) => a - b)]
            : throw new ArgumentException($"x has {first.Length} numbers and y has {second.Length}; pairs need as many of each", nameof(y));
    }

    /// <summary>A probability strictly between 0 and 1.</summary>
    public static void Confidence(double confidence)
    {
        if (!(confidence > 0 && confidence < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "confidence lies strictly between 0 and 1, for example 0.95");
    }
}
