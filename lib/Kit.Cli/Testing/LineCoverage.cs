using System.Xml.Linq;

namespace Kit.Cli.Testing;

/// <summary>Line coverage over several cobertura files: a line counts as covered where any test project ran it.</summary>
public sealed class LineCoverage
{
    private readonly Dictionary<string, Dictionary<(string File, int Line), bool>> _assemblies = new(StringComparer.Ordinal);

    /// <summary>Assembly, covered lines, coverable lines; sorted by name.</summary>
    public IReadOnlyList<(string Assembly, int Covered, int Lines)> Assemblies =>
        [.. _assemblies.OrderBy(it => it.Key, StringComparer.Ordinal).Select(it => (it.Key, it.Value.Count(line => line.Value), it.Value.Count))];

    /// <summary>Covered share of all lines, in [0, 1]; 0 where nothing was measured.</summary>
    public double Share => Assemblies.Sum(it => it.Lines) is var lines and > 0 ? Assemblies.Sum(it => it.Covered) / (double)lines : 0;

    /// <summary>Adds one cobertura file, as <c>coverlet.collector</c> writes it.</summary>
    public void Add(string coberturaFile)
    {
        // Each report names its files relative to a folder of its own, the deepest that holds them all.
        var report = XDocument.Load(coberturaFile);
        var folder = (string?)report.Descendants("source").FirstOrDefault() ?? "";
        foreach (var package in report.Descendants("package"))
        {
            var name = (string)package.Attribute("name")!;
            var lines = _assemblies.TryGetValue(name, out var known) ? known : _assemblies[name] = [];
            foreach (var type in package.Descendants("class"))
            {
                var file = Path.Combine(folder, (string)type.Attribute("filename")!);
                foreach (var line in type.Descendants("line"))
                {
                    var key = (file, (int)line.Attribute("number")!);
                    lines[key] = lines.GetValueOrDefault(key) || (long)line.Attribute("hits")! > 0;
                }
            }
        }
    }
}
