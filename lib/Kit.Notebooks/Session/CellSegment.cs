namespace Kit.Notebooks.Session;

/// <summary>A run of lines of one cell in one language, its directives taken out of the text and listed.</summary>
/// <remarks>Blank lines stand for what was taken out or precedes the segment, so that line numbers stay those of the cell.</remarks>
internal sealed record CellSegment(string Language, string Text, IReadOnlyList<Directive> Directives);
