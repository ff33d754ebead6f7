namespace Kit.Notebooks.Tests.Course;

/// <summary>
/// A function that a reader writes, what it gives for the example that its text works out by hand, and typical wrong bodies with a word of
/// the hint that each deserves.
/// </summary>
public sealed record WrittenExercise(string Notebook, string Cell, string Call, double[] Result, params (string Body, string Hint)[] Mistakes)
{
    public override string ToString() => $"{Notebook}, {Cell}";
}
