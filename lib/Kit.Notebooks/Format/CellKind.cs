namespace Kit.Notebooks.Format;

/// <summary>The cell types of nbformat 4.</summary>
public enum CellKind
{
    /// <summary>Prose.</summary>
    Markdown,

    /// <summary>Source with outputs.</summary>
    Code,

    /// <summary>Passed through as it is.</summary>
    Raw,
}
