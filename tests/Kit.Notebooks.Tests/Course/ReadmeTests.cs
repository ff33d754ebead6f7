using System.Text.RegularExpressions;
using Kit.Notebooks.Tests.Session;
using Kit.TestSupport;

namespace Kit.Notebooks.Tests.Course;

/// <summary>The README's example does what the README says.</summary>
public partial class ReadmeTests
{
    [Fact]
    public void The_algorithm_that_the_readme_adds_in_20_lines_runs_prints_what_stands_there_and_beats_both_baselines()
    {
        var section = Section().Match(File.ReadAllText(Repository.At("README.md")));
        Assert.True(section.Success, "README.md has no section 'Add your own algorithm in 20 lines' with a csharp and a text block");
        var (code, shown) = (section.Groups["code"].Value, section.Groups["shown"].Value);
        Assert.InRange(code.TrimEnd().Split('\n').Length, 1, 20);

        // As a notebook in a folder of the reader's own, beside notebooks/.
        var cells = new Cells(Repository.At("notebooks"));
        cells.Run(Reference().Match(File.ReadAllText(Repository.At("README.md"))).Value);
        var printed = cells.Run(code).Out;

        Assert.Equal(shown, printed);
        var regret = Regret().Matches(printed).ToDictionary(line => line.Groups[1].Value, line => double.Parse(line.Groups[2].Value));
        Assert.Equal(["MOSS", "UCB1", "ε-greedy"], regret.Keys);
        Assert.True(regret["MOSS"] < regret["UCB1"] / 2, printed);
        Assert.True(regret["MOSS"] < regret["ε-greedy"], printed);
    }

    [GeneratedRegex("## Add your own algorithm in 20 lines\n.*?```csharp\n(?<code>.*?)```\n.*?```text\n(?<shown>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex("#r \"\\.\\./artifacts/bin/Kit/release/Kit\\.dll\"")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(\S+): regret ([0-9.]+)", RegexOptions.Multiline)]
    private static partial Regex Regret();
}
