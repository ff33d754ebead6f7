namespace Deedle.Core;

internal static class Missing
{
    /// <summary>What counts as no value: null, an empty nullable, and not-a-number.</summary>
    public static bool Is<T>(T value) => value switch
    {
        null => true,
        double d => double.IsNaN(d),
        float f => float.IsNaN(f),
        _ => false,
    };

    public static bool IsPossible<T>() =>
        default(T) is null || typeof(T) == typeof(double) || typeof(T) == typeof(float);
}
