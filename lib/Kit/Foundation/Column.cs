namespace Kit.Foundation;

/// <summary>One declared column of a table: what a cell may be.</summary>
public sealed record Column
{
    private Column(string name, ColumnKind kind) => (Name, Kind) = (name, kind);

    /// <summary>The name in the header, matched exactly.</summary>
    public string Name { get; }

    /// <summary>Text, number or integer.</summary>
    public ColumnKind Kind { get; }

    /// <summary>The smallest allowed number.</summary>
    public double Minimum { get; private init; } = double.MinValue;

    /// <summary>The largest allowed number.</summary>
    public double Maximum { get; private init; } = double.MaxValue;

    /// <summary>Whether a cell may be empty (a missing value).</summary>
    public bool IsOptional { get; private init; }

    /// <summary>The allowed texts; empty allows any.</summary>
    public IReadOnlyList<string> Allowed { get; private init; } = [];

    /// <summary>A column of text; <paramref name="allowed"/> lists the only texts it may hold, if any are given.</summary>
    public static Column Text(string name, params string[] allowed) => new(name, ColumnKind.Text) { Allowed = allowed };

    /// <summary>A column of finite numbers between two bounds, both included.</summary>
    public static Column Number(string name, double minimum, double maximum) =>
        new(name, ColumnKind.Number) { Minimum = minimum, Maximum = maximum };

    /// <summary>A column of whole numbers between two bounds, both included.</summary>
    public static Column Integer(string name, int minimum, int maximum) =>
        new(name, ColumnKind.Integer) { Minimum = minimum, Maximum = maximum };

    /// <summary>The same column, with empty cells allowed.</summary>
    public Column Optional() => this with { IsOptional = true };

    /// <summary>The expectation in words, for messages.</summary>
    public string Expectation => Kind switch
    {
        ColumnKind.Text when Allowed.Count > 0 => $"one of {string.Join(", ", Allowed)}",
        ColumnKind.Text => "text",
        ColumnKind.Integer => $"a whole number from {Minimum} to {Maximum}",
        _ => $"a number from {Minimum} to {Maximum}",
    };
}
