using System.Reflection;
using Kit.TestSupport;

namespace Standins.Tests.PublicApi;

/// <summary>What each stand-in offers is written down beside it, and is what the real package offers.</summary>
public class PublicApiTests
{
    private const string Update = "KIT_UPDATE_API";

    public static TheoryData<string> Names => [.. Standin.All.Select(s => s.Name)];

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void The_assembly_and_its_PublicApi_file_agree(string name)
    {
        Skip.If(
            Assembly.Load(name).GetTypes().Any(type => type.Namespace == "Coverlet.Core.Instrumentation.Tracker"),
            "measuring coverage rewrites the assemblies and loses default values; ./kit test without --coverage compares them.");
        var standin = Standin.All.Single(s => s.Name == name);
        var actual = standin.PublicMembers();
        Skip.If(actual.Count == 0 && !File.Exists(standin.ApiFile), $"{name} has no public members yet.");
        if (Environment.GetEnvironmentVariable(Update) == "1")
            File.WriteAllLines(standin.ApiFile, actual);

        var expected = Lines(standin.ApiFile);
        Assert.NotEmpty(expected);
        Assert.True(actual.SequenceEqual(expected), $"""
            {name} and lib/standins/{name}/PublicApi.txt differ.
            In the assembly only:
            {Listed(actual.Except(expected))}
            In the file only:
            {Listed(expected.Except(actual))}
            If the change is meant, run the tests once with {Update}=1, which rewrites the file, sorted, and commit it.
            """);
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Every_line_of_it_exists_in_the_real_package(string name)
    {
        var standin = Standin.All.Single(s => s.Name == name);
        var listing = new ReferenceListing(File.ReadAllLines(Repository.Reference("api", standin.Listing)));
        Skip.IfNot(File.Exists(standin.ApiFile), $"{name} has no public members yet.");

        var missing = Lines(standin.ApiFile).Where(line => !listing.Has(line)).ToList();
        var known = Lines(standin.DifferencesFile).ToDictionary(l => l[..l.LastIndexOf('\t')], l => l[(l.LastIndexOf('\t') + 1)..]);
        Assert.All(known, entry => Assert.False(string.IsNullOrWhiteSpace(entry.Value), $"{entry.Key} has no reason."));
        var unknown = missing.Except(known.Keys).ToList();
        var stale = known.Keys.Except(missing).ToList();
        Assert.True(unknown.Count + stale.Count == 0, $"""
            {name} against {standin.Listing}:
            Lines that the real package does not have (mend the stand-in, or say why in PublicApi.differences.txt, "line<tab>reason"):
            {Listed(unknown)}
            Differences in PublicApi.differences.txt that are none (take them out):
            {Listed(stale)}
            """);
    }

    private static string[] Lines(string path) => File.Exists(path) ? [.. File.ReadAllLines(path).Where(l => l.Length > 0)] : [];

    private static string Listed(IEnumerable<string> lines) => string.Join('\n', lines.Select(l => "  " + l).DefaultIfEmpty("  (none)"));
}
