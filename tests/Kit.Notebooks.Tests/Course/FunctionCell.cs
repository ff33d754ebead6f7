using Kit.Notebooks.Format;

namespace Kit.Notebooks.Tests.Course;

/// <summary>A cell that holds one function of an exercise: documentation, signature, and a body between two lines of braces.</summary>
internal sealed class FunctionCell
{
    private readonly List<string> _lines;
    private readonly int _open;

    public FunctionCell(NotebookCell cell)
    {
        _lines = [.. cell.Source.Split('\n')];
        _open = _lines.IndexOf("{");
        Assert.True(_open > 1 && _lines[^1] == "}" && _lines[0].StartsWith("/// <summary>", StringComparison.Ordinal), $"{cell.Id} is not one documented function");
    }

    private string Signature => _lines[_open - 1];

    /// <summary>The function's name.</summary>
    public string Name => Signature.Split('(')[0].Split(' ')[^1];

    /// <summary>The lines of the body.</summary>
    public IEnumerable<string> Body => _lines[(_open + 1)..^1];

    /// <summary>What a body looks like that nobody has written yet.</summary>
    public string Empty => Signature.StartsWith("double[] ", StringComparison.Ordinal) ? "return [];" : "return double.NaN;";

    /// <summary>The cell's source with another body.</summary>
    public string With(string body) => string.Join('\n', [.. _lines[..(_open + 1)], .. body.Split('\n').Select(line => "    " + line), "}"]);

    public static bool Is(NotebookCell cell) => cell.HasTag("exercise");
}
