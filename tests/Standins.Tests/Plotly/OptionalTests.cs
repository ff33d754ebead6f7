using Plotly.NET.CSharp;
using static Standins.Tests.Plotly.FigureJson;
using Chart = Plotly.NET.CSharp.Chart;

namespace Standins.Tests.Plotly;

public class OptionalTests
{
    [Fact]
    public void A_value_becomes_an_optional_and_nothing_is_none()
    {
        Optional<int> some = 0;
        Optional<int> none = default;
        Assert.Equal((true, 0), (some.IsSome, some.Value));
        Assert.False(none.IsSome);
        Assert.NotEqual(none, some);
        Assert.Equal(new Optional<int>(0, true), some);
    }

    [Fact]
    public void A_list_becomes_an_optional_sequence()
    {
        Optional<IEnumerable<string>> some = new[] { "a", "b" };
        Assert.True(some.IsSome);
        Assert.Equal(["a", "b"], some.Value);
    }

    [Fact]
    public void Zero_and_false_are_values_and_null_is_left_out()
    {
        var trace = Trace(Chart.Point<int, int, string>([1], [1], Opacity: 0, ShowLegend: false, Name: null!)).AsObject();
        Assert.Equal((0, false), ((double)trace["opacity"]!, (bool)trace["showlegend"]!));
        Assert.False(trace.ContainsKey("name"));
    }
}
