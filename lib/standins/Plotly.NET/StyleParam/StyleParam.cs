namespace Plotly.NET;

/// <summary>The words that plotly.js knows, one nested type for each attribute or group of attributes.</summary>
public static partial class StyleParam
{
    /// <summary>The first axis is plain x, the second x2 and so on.</summary>
    private static string Numbered(string name, int number) => number < 2 ? name : $"{name}{number}";
}
