namespace Kit.Notebooks.Tests.Course;

/// <summary>An exercise of a notebook, the right answer as a reader would type it, and typical mistakes with a word of the hint that each deserves.</summary>
public sealed record Answer(string Notebook, string Cell, string Right, params (string Typed, string Hint)[] Mistakes)
{
    public override string ToString() => $"{Notebook}, {Cell}";
}
