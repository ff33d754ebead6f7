using System.Text.Json;
using Kit.Charts;

namespace Kit.Tests.Charts;

/// <summary>What is in a figure, as plotly.js will read it.</summary>
internal static class FigureJson
{
    public static JsonElement Of(Figure figure) => JsonDocument.Parse(figure.ToJson()).RootElement;

    public static JsonElement Trace(Figure figure, string name) =>
        Assert.Single(Of(figure).GetProperty("data").EnumerateArray(), trace => trace.GetProperty("name").GetString() == name);

    public static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];

    public static JsonElement Layout(Figure figure, params string[] path) =>
        path.Aggregate(Of(figure).GetProperty("layout"), (element, name) => element.GetProperty(name));

    public static List<string?> Annotations(Figure figure) => [.. Layout(figure, "annotations").EnumerateArray().Select(it => it.GetProperty("text").GetString())];
}
