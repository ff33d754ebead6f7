namespace Kit.Notebooks.Export;

/// <summary>What an export wrote.</summary>
/// <param name="Pages">the pages, the index first, relative to the site's folder</param>
/// <param name="Figures">how many figures</param>
/// <param name="Formulas">how many different formulas</param>
/// <param name="Warnings">links and pictures that lead nowhere, with notebook and cell</param>
public sealed record ExportResult(IReadOnlyList<string> Pages, int Figures, int Formulas, IReadOnlyList<string> Warnings);
