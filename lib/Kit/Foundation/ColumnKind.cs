namespace Kit.Foundation;

/// <summary>What the cells of a column hold.</summary>
public enum ColumnKind
{
    /// <summary>Any text without control characters.</summary>
    Text,

    /// <summary>A finite decimal number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Integer,
}
