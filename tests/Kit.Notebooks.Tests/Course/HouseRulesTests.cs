using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kit.Notebooks.Format;
using Kit.TestSupport;

namespace Kit.Notebooks.Tests.Course;

/// <summary>What every notebook of the course promises its readers, read from the stored files.</summary>
public partial class HouseRulesTests
{
    public static TheoryData<string> Notebooks =>
    [
        .. from folder in new[] { "", "exercises/", "exercises/solutions/" }
           from path in Directory.EnumerateFiles(Repository.At("notebooks", folder), "*.ipynb")
           select folder + Path.GetFileNameWithoutExtension(path),
    ];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void A_notebook_opens_with_goals_prerequisites_and_cost_and_closes_with_a_summary(string notebook)
    {
        var (cells, cost) = (Read(notebook).Cells, (string?)Read(notebook).Metadata["kit"]?["cost"]);
        Assert.All(["# ", "**After this notebook you can**", "**You need**", $"**Cost:** {cost}."], part => Assert.Contains(part, cells[0].Source, StringComparison.Ordinal));
        Assert.Matches("^about [0-9]+ (s|min) on two cores$", cost);
        Assert.StartsWith("## Summary", cells[^1].Source, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Code_cells_are_short_and_fit_the_page(string notebook) => Assert.All(Read(notebook).CodeCells, cell =>
    {
        var lines = cell.Source.Split('\n');
        var code = lines.Count(line => !line.StartsWith("///", StringComparison.Ordinal));
        Assert.True(code <= 10, $"{cell.Id} has {code} lines");
        Assert.True(lines.Max(line => line.Length) <= 84, $"{cell.Id} has a line of {lines.Max(line => line.Length)} characters");
    });

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Every_exercise_text_is_followed_by_the_cell_that_checks_it(string notebook)
    {
        var cells = Read(notebook).Cells;
        var texts = cells.Index().Where(it => it.Item.Kind == CellKind.Markdown && it.Item.Source.Contains("**Exercise ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(texts);
        Assert.All(texts, it => Assert.Matches("Exercise\\.Check\\(|^[A-Z][A-Za-z]+Exercises\\.", Check(it.Index + 1)));

        string Check(int next) => cells[FunctionCell.Is(cells[next]) ? next + 1 : next].Source;
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Every_figure_is_stored_as_a_live_chart_a_static_picture_and_a_finding_in_words(string notebook)
    {
        var figures = from cell in Read(notebook).CodeCells
                      from output in cell.Outputs
                      let data = output!["data"] as JsonObject
                      where data is not null && data.Any(entry => entry.Key is "application/vnd.plotly.v1+json" or "image/svg+xml")
                      select (cell.Id, data);
        Assert.All(figures, figure =>
        {
            Assert.Contains("application/vnd.plotly.v1+json", figure.data);
            Assert.Contains("image/svg+xml", figure.data);
            var words = MultilineText.Join(figure.data["text/plain"]);
            Assert.True(words.Length >= 60 && Number().IsMatch(words), $"{figure.Id}: '{words}' states no finding with a number");
        });
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void At_most_one_code_cell_in_ten_is_not_compared(string notebook)
    {
        var code = Read(notebook).CodeCells.ToList();
        Assert.True(10 * code.Count(cell => cell.HasTag("no-compare")) <= code.Count);
    }

    [GeneratedRegex("[0-9]")]
    private static partial Regex Number();

    private static Notebook Read(string notebook) => Notebook.Read(Repository.At("notebooks", $"{notebook}.ipynb"));
}
