using Deedle;

namespace Kit.Foundation;

/// <summary>A table of a paper: the rows as records, the numbers as a frame, and the cells as they were printed.</summary>
/// <typeparam name="T">the record of one row</typeparam>
/// <param name="Title">what the table is</param>
/// <param name="Source">where it was printed</param>
/// <param name="Rows">the rows in their printed order</param>
/// <param name="Frame">typed columns, for calculations</param>
/// <param name="Printed">every cell digit for digit as printed, for display</param>
public sealed record PaperTable<T>(string Title, string Source, IReadOnlyList<T> Rows, Frame<int, string> Frame, Frame<int, string> Printed)
{
    /// <summary>All tables of papers are quoted.</summary>
    public Provenance Provenance => Provenance.Quoted;
}
