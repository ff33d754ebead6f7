using System.Text.Json;
using Kit.TestSupport;

namespace Kit.Tests.Foundation.Randomness;

/// <summary>What NumPy, SciPy and Python's hashlib give: tests/reference/randomness.py wrote it.</summary>
internal static class Numpy
{
    private static readonly JsonElement Root =
        JsonDocument.Parse(File.ReadAllText(Repository.At("tests", "reference", "randomness.json"))).RootElement;

    public static JsonElement Get(string name) => Root.GetProperty(name);

    public static double[] Doubles(JsonElement array) => [.. array.EnumerateArray().Select(it => it.GetDouble())];

    /// <summary>What a chi-square statistic exceeds once in 10,000 times.</summary>
    public static double ChiSquareLimit(int degreesOfFreedom) => Get("chi_square_1e4").GetProperty($"{degreesOfFreedom}").GetDouble();

    /// <summary>Asserts that the counts agree with the expected ones (Pearson's chi-square at 10⁻⁴).</summary>
    public static void AssertFrequencies(IReadOnlyList<double> expected, IReadOnlyList<int> counts)
    {
        Assert.Equal(expected.Count, counts.Count);
        var statistic = expected.Zip(counts, (e, c) => (c - e) * (c - e) / e).Sum();
        Assert.InRange(statistic, 0, ChiSquareLimit(expected.Count - 1));
    }
}
