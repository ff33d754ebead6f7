using System.Text.Json.Nodes;
using Plotly.NET;
using static Standins.Tests.Plotly.FigureJson;
using Chart = Plotly.NET.CSharp.Chart;

namespace Standins.Tests.Plotly;

public class ColorTests
{
    [Fact]
    public void Each_way_to_say_a_colour()
    {
        AssertEqual("\"rgba(1, 2, 3, 1.0)\"", Written(Color.fromRGB(1, 2, 3)));
        AssertEqual("\"rgba(1, 2, 3, 0.5)\"", Written(Color.fromARGB(128, 1, 2, 3)));
        AssertEqual("\"rgba(250, 128, 16, 1.0)\"", Written(Color.fromHex("#FA8010")));
        AssertEqual("\"rgba(250, 128, 16, 1.0)\"", Written(Color.fromHex("fa8010")));
        AssertEqual("\"hsl(10, 20%, 30%)\"", Written(Color.fromString("hsl(10, 20%, 30%)")));
        AssertEqual("\"rgba(0, 0, 139, 1.0)\"", Written(Color.fromKeyword(ColorKeyword.DarkBlue)));
        AssertEqual("""["red", "rgba(0, 0, 0, 1.0)"]""", Written(Color.fromColors([Color.fromString("red"), Color.fromRGB(0, 0, 0)])));
        AssertEqual("[0.5, 1]", Written(Color.fromColorScaleValues([0.5, 1.0])));
    }

    [Theory]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    [InlineData("#-12345")]
    [InlineData("")]
    public void What_is_no_hexadecimal_colour_is_refused_by_name(string text) =>
        Assert.Contains($"'{text}'", Assert.Throws<ArgumentException>(() => Color.fromHex(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(-1)]
    [InlineData(256)]
    public void Parts_of_a_colour_lie_between_0_and_255(int part) =>
        Assert.Contains($"{part}", Assert.Throws<ArgumentException>(() => Color.fromRGB(0, part, 0)).Message, StringComparison.Ordinal);

    [Fact]
    public void Equal_colours_are_equal()
    {
        Assert.Equal(Color.fromHex("#010203"), Color.fromRGB(1, 2, 3));
        Assert.Equal(Color.fromColors([Color.fromRGB(1, 2, 3)]), Color.fromColors([Color.fromRGB(1, 2, 3)]));
        Assert.NotEqual(Color.fromHex("#010204"), Color.fromRGB(1, 2, 3));
    }

    [Fact]
    public void A_colour_scale_of_one_stop_is_none() =>
        Assert.Throws<ArgumentException>(() => StyleParam.Colorscale.NewCustom([Tuple.Create(0.0, Color.fromString("red"))]));

    private static JsonNode? Written(Color color) => Trace(Chart.Point<int, int, string>([1], [1], MarkerColor: color))["marker"]!["color"];
}
