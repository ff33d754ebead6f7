using System.Globalization;

namespace Kit.Speculation.SpecBundle;

/// <summary>How a draft tree is grown: how deep, how wide, and how many of its tokens are verified.</summary>
/// <param name="Steps">drafting steps per cycle (depth)</param>
/// <param name="TopK">branches kept at each step; 1 makes the tree a chain</param>
/// <param name="DraftTokens">tokens that the target verifies at once, the root included</param>
public readonly record struct DraftSetting(int Steps, int TopK, int DraftTokens)
{
    /// <summary>Reads the short form, for example 5-1-6.</summary>
    public static DraftSetting Parse(string text) =>
        text.Split('-') is [var steps, var topK, var tokens]
        && int.TryParse(steps, NumberStyles.None, CultureInfo.InvariantCulture, out var s)
        && int.TryParse(topK, NumberStyles.None, CultureInfo.InvariantCulture, out var k)
        && int.TryParse(tokens, NumberStyles.None, CultureInfo.InvariantCulture, out var t)
            ? new DraftSetting(s, k, t)
            : throw new FormatException($"'{text}' is no draft setting; write steps-topk-tokens, for example 5-1-6");

    /// <summary>What settings are sorted by: depth, then width, then tokens.</summary>
    public (int, int, int) Rank => (Steps, TopK, DraftTokens);

    /// <summary>The short form, for example 5-1-6.</summary>
    public override string ToString() => $"{Steps}-{TopK}-{DraftTokens}";
}
