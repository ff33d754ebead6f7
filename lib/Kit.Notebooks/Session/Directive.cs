namespace Kit.Notebooks.Session;

/// <summary>A line such as <c>#r "x.dll"</c>: its name with the sign(s), the rest of the line, and the line number from 1.</summary>
internal sealed record Directive(string Name, string Argument, int Line);
