namespace Kit.Decisions.Bandits;

/// <summary>π(a) = e^H(a) / Σ e^H(b), with the largest exponent taken off first so that none overflows.</summary>
internal static class Softmax
{
    public static void Of(ReadOnlySpan<double> preferences, Span<double> probabilities)
    {
        var largest = double.NegativeInfinity;
        foreach (var preference in preferences)
            largest = Math.Max(largest, preference);
        var sum = 0.0;
        for (var i = 0; i < preferences.Length; i++)
            sum += probabilities[i] = Math.Exp(preferences[i] - largest);
        for (var i = 0; i < preferences.Length; i++)
            probabilities[i] /= sum;
    }
}
