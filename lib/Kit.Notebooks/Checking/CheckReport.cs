using System.Text;

namespace Kit.Notebooks.Checking;

/// <summary>What a check found out about a notebook.</summary>
public sealed record CheckReport
{
    /// <summary>The notebook's name.</summary>
    public required string Name { get; init; }

    /// <summary>The verdict on each code cell.</summary>
    public required IReadOnlyList<CellCheck> Cells { get; init; }

    /// <summary>What is wrong with the notebook as a whole.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Code cells tagged <c>no-compare</c>.</summary>
    public required int NoCompareCells { get; init; }

    /// <summary>What differs between the machine of the stored outputs and this one; empty where nothing does.</summary>
    public required string OtherMachine { get; init; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool Passed => Problems.Count == 0 && Cells.All(cell => cell.Verdict != Verdict.Failed);

    /// <summary>One line: how many cells agree, how many were not compared.</summary>
    public string Summary
    {
        get
        {
            var text = new StringBuilder($"{Name}: {(Passed ? "passed" : "FAILED")}, {Cells.Count(cell => cell.Verdict == Verdict.Passed)} of {Cells.Count} cells agree");
            var failed = Cells.Count(cell => cell.Verdict == Verdict.Failed);
            Append(text, failed, "failed");
            Append(text, Cells.Count(cell => cell.Verdict == Verdict.Skipped), "skipped");
            Append(text, NoCompareCells, "by kind only (no-compare)");
            Append(text, Cells.Count(cell => cell.Comparison == Comparison.Statistics), "by statistics (other machine)");
            return text.ToString();
        }
    }

    /// <summary>The summary, the problems and what each failing cell has to say.</summary>
    public string ToText()
    {
        var text = new StringBuilder(Summary).Append('\n');
        if (OtherMachine.Length > 0)
        {
            text.Append("  stored on another machine: ").Append(OtherMachine).Append('\n');
        }

        foreach (var problem in Problems)
        {
            text.Append("  ").Append(problem).Append('\n');
        }

        foreach (var cell in Cells.Where(cell => cell.Verdict == Verdict.Failed))
        {
            text.Append($"  cell {cell.Number} (id {cell.Id}) {cell.Title}\n    ").Append(cell.Message.Replace("\n", "\n    ", StringComparison.Ordinal)).Append('\n');
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, int count, string what)
    {
        if (count > 0)
        {
            text.Append(", ").Append(count).Append(' ').Append(what);
        }
    }
}
