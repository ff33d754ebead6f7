using System.IO.Compression;
using Kit.Notebooks.Running;
using Kit.Notebooks.Tests.Session;

namespace Kit.Notebooks.Tests.Running;

/// <summary>Packages come from a folder that the test fills; nothing is fetched.</summary>
public class PackageTests
{
    [Fact]
    public async Task A_package_is_restored_by_the_configuration_beside_the_notebook()
    {
        using var run = Run.Of(
            "#r \"nuget: Kit.Test.Package, 1.2.3\"\nKit.Test.Package.Answer.Value",
            "#r \"nuget: Kit.Test.Absent, 1.0.0\"",
            "#r \"nuget: Kit.Test.Absent, 1.0.0\"",
            "#r \"nuget: Kit.Test.Package, 2.0.0\"",
            "#i \"nuget: more\"\n#r \"nuget: Kit.Test.More\"\nKit.Test.More.Answer.Value");
        string At(params string[] parts) => Path.Combine([run.Folder, .. parts]);
        Directory.CreateDirectory(At("feed"));
        Directory.CreateDirectory(At("more"));
        Pack(run.Folder, "feed", "Kit.Test.Package", "1.2.3", "public static int Value => 42;");
        Pack(run.Folder, "more", "Kit.Test.More", "0.1.0", "public static int Value => 43;");
        File.WriteAllText(At("nuget.config"), """<configuration><packageSources><clear /><add key="local" value="feed" /></packageSources></configuration>""");
        var options = new RunnerOptions
        {
            AllowErrors = true,
            Environment = new Dictionary<string, string> { ["XDG_CACHE_HOME"] = At("cache"), ["NUGET_PACKAGES"] = At("packages") },
        };

        var result = await run.ExecuteAsync(options);

        Assert.Equal(CellStatus.Succeeded, result.Status);
        Assert.Equal("42", run.Text(0));
        Assert.StartsWith("Cell 2, line 1: Kit.Test.Absent 1.0.0, Kit.Test.Package 1.2.3 could not be restored.", run.Error(1).Message, StringComparison.Ordinal);
        Assert.Contains("\nNU1101: ", run.Error(1).Traceback, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Folder, run.Error(1).Traceback, StringComparison.Ordinal);
        Assert.Equal(run.Error(1).Message.Replace("Cell 2", "Cell 3", StringComparison.Ordinal), run.Error(2).Message); // a failure is not remembered as a success
        Assert.Contains("cannot change the version of a package", run.Error(3).Message, StringComparison.Ordinal);
        Assert.Equal("43", run.Text(4));
    }

    private static void Pack(string folder, string feed, string id, string version, string member)
    {
        var library = Library.Compile(Path.Combine(folder, id + ".dll"), $"namespace {id}; public static class Answer {{ {member} }}");
        using var package = ZipFile.Open(Path.Combine(folder, feed, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        package.CreateEntryFromFile(library, $"lib/net10.0/{id}.dll");
        using var nuspec = new StreamWriter(package.CreateEntry(id + ".nuspec").Open());
        nuspec.Write($"""<package><metadata><id>{id}</id><version>{version}</version><authors>test</authors><description>test</description></metadata></package>""");
    }
}
