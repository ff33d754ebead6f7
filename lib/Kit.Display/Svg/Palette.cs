namespace Kit.Display.Svg;

/// <summary>The colours of traces that name none.</summary>
public static class Palette
{
    /// <summary>
    /// Okabe and Ito's colour-blind-safe colours (2008), ordered so that neighbours differ in lightness too; the yellow,
    /// too light for lines on white, is replaced by a darker one and black is kept for the eighth trace.
    /// </summary>
    public static IReadOnlyList<string> Categorical { get; } =
        ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7a6a00", "#1a1a1a"];
}
