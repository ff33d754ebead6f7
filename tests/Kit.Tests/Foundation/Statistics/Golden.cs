using System.Text.Json;
using Kit.TestSupport;

namespace Kit.Tests.Foundation.Statistics;

/// <summary>The numbers of tests/reference/statistics.py, which uses NumPy and SciPy and no code of the kit.</summary>
internal static class Golden
{
    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllText(Repository.At("tests", "reference", "statistics.json"))).RootElement;

    public static JsonElement Of(string name) => Root.GetProperty(name);

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    public static double[] Numbers(this JsonElement element) => [.. element.EnumerateArray().Select(it => it.GetDouble())];
}
