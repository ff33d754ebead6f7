namespace TorchSharp;

/// <summary>Named dimensions: the parameters are there, as in TorchSharp; the feature is not.</summary>
internal static class Names
{
    /// <exception cref="NotSupportedException">Names were given.</exception>
    public static void Refuse(string[]? names)
    {
        if (names is { Length: > 0 })
            throw new NotSupportedException("this engine has no named dimensions: leave 'names' out.");
    }
}
