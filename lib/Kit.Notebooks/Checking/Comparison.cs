namespace Kit.Notebooks.Checking;

/// <summary>How closely a cell's outputs were compared.</summary>
public enum Comparison
{
    /// <summary>Everything.</summary>
    Full,

    /// <summary>A <c>learning</c> cell on another kind of machine: declared statistics, kinds of output, figures.</summary>
    Statistics,

    /// <summary>A <c>no-compare</c> cell: kinds of output and figures.</summary>
    Kinds,
}
