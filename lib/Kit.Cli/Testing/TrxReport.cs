using System.Globalization;
using System.Xml.Linq;

namespace Kit.Cli.Testing;

/// <summary>Reads the result file of the .NET test platform (<c>.trx</c>).</summary>
public static class TrxReport
{
    private static readonly XNamespace Ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>The tests of one file; a skipped one carries its reason.</summary>
    public static IReadOnlyList<TestCase> Read(string path, string suite) =>
        [.. XDocument.Load(path).Descendants(Ns + "UnitTestResult").Select(result => new TestCase(
            suite,
            (string)result.Attribute("testName")!,
            (string?)result.Attribute("outcome") switch
            {
                "Passed" => TestOutcome.Passed,
                "NotExecuted" => TestOutcome.Skipped,
                _ => TestOutcome.Failed,
            },
            TimeSpan.TryParse((string?)result.Attribute("duration"), CultureInfo.InvariantCulture, out var duration) ? duration.TotalSeconds : 0,
            ((string?)result.Descendants(Ns + "Message").FirstOrDefault())?.Trim()))];
}
