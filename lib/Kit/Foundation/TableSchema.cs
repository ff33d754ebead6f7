namespace Kit.Foundation;

/// <summary>What a CSV file must look like: its columns in order, its key, and, where known, its number of rows.</summary>
public sealed record TableSchema
{
    /// <summary>Declares a table; the header must hold these columns in this order.</summary>
    public TableSchema(params Column[] columns)
    {
        var doubled = columns.GroupBy(column => column.Name).FirstOrDefault(group => group.Count() > 1);
        if (columns.Length == 0 || doubled is not null)
        {
            throw new ArgumentException(doubled is null ? "a table needs a column" : $"column '{doubled.Key}' is declared twice", nameof(columns));
        }

        Columns = columns;
    }

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Columns whose values, taken together, may not repeat; empty allows repetition.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>The exact number of rows, for a table that never grows: a file that was cut off between two rows is found out.</summary>
    public int? Rows { get; init; }

    /// <summary>The largest file that is read.</summary>
    public int MaximumBytes { get; init; } = 16 << 20;

    /// <summary>The longest cell, in characters.</summary>
    public int MaximumCell { get; init; } = 10_000;
}
