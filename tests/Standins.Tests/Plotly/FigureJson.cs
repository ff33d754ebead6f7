using System.Text.Json.Nodes;
using Plotly.NET;

namespace Standins.Tests.Plotly;

/// <summary>A chart's figure as JSON to compare: equal in meaning is equal here, whatever the order of the members.</summary>
internal static class FigureJson
{
    public static JsonObject Of(GenericChart chart) => JsonNode.Parse(GenericChart.toFigureJson(chart))!.AsObject();

    public static JsonNode Trace(GenericChart chart, int number = 0) => Of(chart)["data"]![number]!;

    public static JsonNode Layout(GenericChart chart) => Of(chart)["layout"]!;

    public static void AssertEqual(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"Expected {expected}\nbut got {actual?.ToJsonString()}");
}
