using Kit.Foundation;

namespace Kit.Charts;

/// <summary>What a picture of runs is told about itself; its alternative text it computes from the numbers it draws.</summary>
/// <param name="Title">what is compared, short enough for one line</param>
/// <param name="Count">how many problems, runs or rows are behind it</param>
/// <param name="Counted">what is counted, for example "problems"</param>
/// <param name="Seeds">the seeds and what a band or a whisker means, for example "seed 1, band: 95 % bootstrap interval"</param>
/// <param name="Provenance">quoted, measured or simulated</param>
/// <param name="Source">who printed or measured it; empty where the page says so already</param>
public sealed record FigureFacts(string Title, int Count, string Counted, string Seeds, Provenance Provenance = Provenance.Simulated, string Source = "")
{
    /// <summary>The text of the figure.</summary>
    /// <param name="alternative">the finding in words</param>
    /// <param name="drawn">what the drawing leaves out, for the note; empty where it leaves out nothing</param>
    internal FigureText Text(string alternative, string drawn = "") => new()
    {
        Title = Title,
        Provenance = Provenance,
        Count = Count,
        Counted = Counted,
        Seeds = Seeds,
        Source = string.Join(" · ", new[] { Source, drawn }.Where(part => part.Length > 0)),
        Alternative = alternative,
    };
}
