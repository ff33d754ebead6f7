using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kit.Charts;
using Kit.Foundation;
using Kit.TestSupport;

namespace Kit.Tests.Documents;

public partial class DocumentTests
{
    public static TheoryData<string> Documents => [.. new[] { "README.md", "environment.md", "CHANGELOG.md", "data/README.md" }];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_relative_link_leads_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Repository.At(document))!;
        var dead = Links().Matches(File.ReadAllText(Repository.At(document)))
            .Select(link => link.Groups[1].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.StartsWith("http", StringComparison.Ordinal) && !Path.Exists(Path.Combine(folder, target)));
        Assert.Empty(dead);
    }

    [Fact]
    public void The_picture_of_the_readme_is_what_the_library_draws()
    {
        var path = Repository.At("docs", "pictures", "re-sps-speed-up.svg");
        var drawn = PaperFigures.SpeedUps(PaperTables.ReSps()).ToSvg();
        if (Environment.GetEnvironmentVariable("KIT_UPDATE_PICTURES") == "1")
        {
            File.WriteAllText(path, drawn);
        }

        Assert.True(drawn == File.ReadAllText(path), "docs/pictures/re-sps-speed-up.svg is stale: run the tests once with KIT_UPDATE_PICTURES=1.");
    }

    [Fact]
    public void The_course_table_of_the_readme_lists_every_notebook()
    {
        var readme = File.ReadAllText(Repository.At("README.md"));
        var notebooks = Directory.GetFiles(Repository.At("notebooks"), "*.ipynb").Select(Path.GetFileName);
        Assert.NotEmpty(notebooks);
        Assert.All(notebooks, name => Assert.Contains($"(notebooks/{name})", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Environment_md_states_the_versions_that_are_restored()
    {
        var text = File.ReadAllText(Repository.At("environment.md"));
        var versions = XDocument.Load(Repository.At("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(it => (string)it.Attribute("Include")!, it => (string)it.Attribute("Version")!);
        foreach (var name in new[] { "Deedle", "Plotly.NET", "Plotly.NET.CSharp", "TorchSharp-cpu", "TorchSharp-cuda-linux", "xunit", "FsCheck", "CsvHelper", "MathNet.Numerics", "Markdig", "System.CommandLine", "Spectre.Console", "Microsoft.CodeAnalysis.CSharp.Scripting" })
        {
            var row = text.Split('\n').Single(line => line.StartsWith('|') && line.Split('|')[1].Contains($"`{name}`", StringComparison.Ordinal));
            Assert.Contains(versions[name], row, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_text_of_the_repository_names_a_path_of_a_machine()
    {
        var offenders = from folder in new[] { "lib", "tests", "data", "notebooks", "docs" }
                        from file in Directory.EnumerateFiles(Repository.At(folder), "*", SearchOption.AllDirectories)
                        where !file.Contains("node_modules", StringComparison.Ordinal) && !file.EndsWith(".png", StringComparison.Ordinal)
                        where file.EndsWith(".ipynb", StringComparison.Ordinal) || file.EndsWith(".md", StringComparison.Ordinal) || file.EndsWith(".svg", StringComparison.Ordinal)
                        where File.ReadAllText(file).Contains(Repository.Root, StringComparison.Ordinal)
                        select file;
        Assert.Empty(offenders);
    }

    [Fact]
    public void A_folder_of_the_library_uses_only_the_floors_below_it()
    {
        string[] floors = ["Engine", "Foundation", "Charts", "Decisions", "Environments", "ValueLearning", "PolicyGradient", "Language", "Alignment", "Agents", "Steering", "Speculation", "Editing"];
        var folders = Directory.GetDirectories(Repository.At("lib", "Kit")).Select(path => Path.GetFileName(path)).Where(name => name is not ("bin" or "obj")).ToList();
        Assert.Empty(folders.Except(floors));
        var offenders = from folder in folders
                        from file in Directory.EnumerateFiles(Repository.At("lib", "Kit", folder), "*.cs", SearchOption.AllDirectories)
                        from used in Uses().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)
                        where Array.IndexOf(floors, used) > Array.IndexOf(floors, folder)
                        select $"{folder}/{Path.GetFileName(file)} uses {used}";
        Assert.Empty(offenders);
    }

    [Fact]
    public void No_sum_or_product_takes_the_literal_zero_for_a_dimension()
    {
        // TorchSharp has sum(ScalarType?) and sum(long): C# takes 0 for the first value of an enumeration, so x.sum(0) adds everything up as bytes.
        var offenders = from folder in new[] { "lib/Kit", "notebooks", "tests" }
                        from file in Directory.EnumerateFiles(Repository.At(folder.Split('/')), "*", SearchOption.AllDirectories)
                        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".ipynb", StringComparison.Ordinal)
                        from line in File.ReadLines(file)
                        where SumsOverZero().IsMatch(line) && !line.Contains("ScalarType.Byte", StringComparison.Ordinal)
                        where !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !line.Contains("[InlineData(", StringComparison.Ordinal)
                        select $"{Path.GetFileName(file)}: {line.Trim()} (write sum(0L) or sum(dim: 0))";
        Assert.Empty(offenders);
    }

    [Theory]
    [InlineData("x.sum(0)", true)]
    [InlineData("f().prod(0).item<long>()", true)]
    [InlineData("torch.sum(x, 0)", true)]
    [InlineData("prod(x.exp(), 0)", true)]
    [InlineData("x.sum(0L)", false)]
    [InlineData("x.sum(dim: 0)", false)]
    [InlineData("x.sum(0, keepdim: true)", false)]
    [InlineData("x.cumsum(0)", false)]
    [InlineData("x.cumprod(0)", false)]
    [InlineData("sum(x, [0])", false)]
    public void A_sum_over_the_literal_zero_is_recognised(string code, bool trap) => Assert.Equal(trap, SumsOverZero().IsMatch(code));

    [Fact]
    public void No_number_of_the_kit_comes_from_a_random_source_without_a_seed_of_the_run()
    {
        var offenders = from folder in new[] { "lib/Kit", "notebooks" }
                        from file in Directory.EnumerateFiles(Repository.At(folder.Split('/')), "*", SearchOption.AllDirectories)
                        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".ipynb", StringComparison.Ordinal)
                        from line in File.ReadLines(file)
                        where ForeignRandomness().IsMatch(line)
                        select $"{Path.GetFileName(file)}: {line.Trim()} (draw from a RandomStream)";
        Assert.Empty(offenders);
    }

    [Theory]
    [InlineData("var random = new Random();", true)]
    [InlineData("Random random = new(7);", true)]
    [InlineData("private readonly Random _random;", true)]
    [InlineData("int Draw(Random random) =>", true)]
    [InlineData("var x = System.Random.Shared.NextDouble();", true)]
    [InlineData("Path.Combine(folder, Guid.NewGuid().ToString())", true)]
    [InlineData("RandomNumberGenerator.Fill(bytes);", true)]
    [InlineData("torch.random.get_rng_state()", false)]
    [InlineData("RandomStream random = streams.Policy;", false)]
    [InlineData("/// <summary>Random numbers and RandomStreams.</summary>", false)]
    public void A_foreign_random_source_is_recognised(string code, bool foreign) => Assert.Equal(foreign, ForeignRandomness().IsMatch(code));

    [GeneratedRegex(@"new (System\.)?Random\(|(?<!\w)Random\.Shared|(?<!\w)Random\?? _?\w+( = |;|,|\))|Guid\.NewGuid|RandomNumberGenerator")]
    private static partial Regex ForeignRandomness();

    [GeneratedRegex(@"\.(sum|prod)\(0\)|(?<!\w)(sum|prod)\((\w|\.|\(\))+, 0\)")]
    private static partial Regex SumsOverZero();

    [GeneratedRegex(@"\bKit\.([A-Z]\w+)")]
    private static partial Regex Uses();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();
}
