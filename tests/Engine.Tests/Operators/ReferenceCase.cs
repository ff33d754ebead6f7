using System.Text.Json;

namespace Engine.Tests.Operators;

/// <summary>One case that a generator in tests/reference/engine computed with Python's torch.</summary>
public sealed record ReferenceCase(string Name, bool Grad, IReadOnlyList<ReferenceRun> Runs)
{
    /// <summary>The cases of a family, by name.</summary>
    public static IReadOnlyDictionary<string, ReferenceCase> Read(string family)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.At("tests", "reference", "engine", family + ".json")));
        var version = document.RootElement.GetProperty("torch").GetString()!.Split('.');
        var same = __version__.StartsWith($"{version[0]}.{version[1]}.", StringComparison.Ordinal);
        return document.RootElement.GetProperty("cases").EnumerateArray().Select(json => ReadCase(json, same)).ToDictionary(c => c.Name);
    }

    private static ReferenceCase ReadCase(JsonElement json, bool isOfThisVersion) =>
        new(json.GetProperty("name").GetString()!, json.GetProperty("grad").GetBoolean(),
            [.. json.GetProperty("runs").EnumerateArray().Select(run => ReferenceRun.Read(run, isOfThisVersion))]);
}
