using Kit.Cli.Testing;
using Kit.TestSupport;

namespace Kit.Cli.Tests.Testing;

public class LineCoverageTests
{
    [Fact]
    public void A_line_is_covered_where_any_of_the_files_covers_it()
    {
        using var folder = new TemporaryFolder();
        Write(folder.At("one.xml"), "/lib/", "Kit/A.cs", (1, 1), (2, 0), (3, 0));
        Write(folder.At("two.xml"), "/lib/Kit/", "A.cs", (1, 0), (2, 7), (3, 0));

        var coverage = new LineCoverage();
        coverage.Add(folder.At("one.xml"));
        coverage.Add(folder.At("two.xml"));

        Assert.Equal(("Kit", 2, 3), Assert.Single(coverage.Assemblies));
        Assert.Equal(2 / 3.0, coverage.Share, 12);
    }

    [Fact]
    public void Nothing_measured_is_nothing_covered() => Assert.Equal(0, new LineCoverage().Share);

    private static void Write(string path, string source, string file, params (int Line, int Hits)[] lines) => File.WriteAllText(path,
        $"""
         <coverage><sources><source>{source}</source></sources><packages><package name="Kit"><classes><class filename="{file}"><lines>
         {string.Concat(lines.Select(line => $"<line number='{line.Line}' hits='{line.Hits}' />"))}
         </lines></class></classes></package></packages></coverage>
         """);
}
