namespace Kit.Display.Svg;

/// <summary>What a picture needs beyond the figure's own layout.</summary>
public sealed record SvgOptions
{
    /// <summary>Width in pixels where the figure's layout has none.</summary>
    public int Width { get; init; } = 760;

    /// <summary>Height in pixels where the figure's layout has none.</summary>
    public int Height { get; init; } = 420;

    /// <summary>The alternative text, written as the picture's <c>desc</c> and <c>aria-label</c>.</summary>
    public string? AlternativeText { get; init; }
}
