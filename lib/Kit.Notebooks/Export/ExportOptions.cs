namespace Kit.Notebooks.Export;

/// <summary>How a site is made.</summary>
public sealed record ExportOptions
{
    /// <summary>The site's title.</summary>
    public string Title { get; init; } = "Notebooks";

    /// <summary>Markdown that opens the index page.</summary>
    public string Introduction { get; init; } = "";

    /// <summary>
    /// Where KaTeX is installed to once, a folder that git ignores; needed where a notebook holds formulas. Null shows formulas as
    /// their TeX source, for machines without node.
    /// </summary>
    public required string? ToolFolder { get; init; }

    /// <summary>Where the notebooks' relative pictures are looked up, or null.</summary>
    public string? SourceFolder { get; init; }

    /// <summary>A plotly.min.js to copy into the site, so that charts come alive where scripts run; null leaves the pictures.</summary>
    public string? PlotlyScript { get; init; }
}
