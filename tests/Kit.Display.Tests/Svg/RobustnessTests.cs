using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Kit.Display.Svg;

namespace Kit.Display.Tests.Svg;

public class RobustnessTests
{
    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("{", "not valid JSON")]
    [InlineData("[]", "'data'")]
    [InlineData("{\"layout\":{}}", "'data'")]
    [InlineData("""{"data":[{"type":"sankey"}]}""", "'sankey'")]
    [InlineData("""{"data":[3]}""", "data[0]")]
    [InlineData("""{"data":[{"x":{"dtype":"f8","bdata":"AAAA"},"y":[1]}]}""", "plain JSON array")]
    [InlineData("""{"data":[{"x":[1],"y":[1],"xaxis":"z"}]}""", "data[0].xaxis")]
    [InlineData("""{"data":[{"type":"heatmap","z":[1,2]}]}""", "data[0].z")]
    [InlineData("""{"data":[{"type":"heatmap","z":[[1]],"colorscale":"Nonsense"}]}""", "'Nonsense'")]
    [InlineData("""{"data":[],"layout":{"width":1000000}}""", "width")]
    [InlineData("""{"data":[{"x":[1],"y":[1]}],"layout":{"xaxis":{"type":"cubic"}}}""", "'cubic'")]
    [InlineData("""{"data":[{"x":[1],"y":[1]}],"layout":{"xaxis":{"domain":[0.5,0.2]}}}""", "domain")]
    public void What_cannot_be_drawn_is_refused_with_its_name(string json, string part) =>
        Assert.Contains(part, Assert.Throws<FigureException>(() => SvgFigure.Render(json)).Message);

    [Fact]
    public void An_unknown_trace_is_refused_with_a_list_of_the_known_ones() =>
        Assert.Contains("scatter, scattergl, bar, histogram, box, heatmap", Assert.Throws<FigureException>(() => SvgFigure.Render("""{"data":[{"type":"pie"}]}""")).Message);

    [Theory]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[{}]}""")]
    [InlineData("""{"data":[{"x":[],"y":[]}]}""")]
    [InlineData("""{"data":[{"x":[null],"y":[null],"fill":"tozeroy"}]}""")]
    [InlineData("""{"data":[{"type":"bar"},{"type":"box"},{"type":"histogram"},{"type":"heatmap"},{"type":"heatmap","z":[[]]}]}""")]
    [InlineData("""{"data":[{"y":[1e308,-1e308]}]}""")]
    [InlineData("""{"data":[{"y":[1e-320,2e-320]}]}""")]
    [InlineData("""{"data":[{"y":[1e15,1e15]}]}""")]
    [InlineData("""{"data":[{"x":[1,2],"y":[1,1e300]}],"layout":{"yaxis":{"type":"log"}}}""")]
    [InlineData("""{"data":[{"y":[1,2]}],"layout":{"xaxis":{"range":[5,5]},"yaxis":{"range":[null,3]},"width":20,"height":20}}""")]
    [InlineData("""{"data":[{"y":[1,2]}],"layout":{"xaxis":{"dtick":1e-9},"yaxis":{"dtick":-3,"tickformat":".99f"}}}""")]
    [InlineData("""{"data":[{"y":[1,2]}],"layout":{"annotations":[{}, {"x":"a","y":null,"text":"t"}],"shapes":[{}],"xaxis":{"overlaying":"x","matches":"x","scaleanchor":"x"}}}""")]
    [InlineData("""{"data":[{"type":"histogram","x":[1e308,-1e308,0]}]}""")]
    [InlineData("""{"data":[{"type":"histogram","x":[1,1,1]}]}""")]
    [InlineData("""{"data":[{"x":["2024-01-01","9999-12-31"],"y":[1,2]}]}""")]
    public void Odd_figures_are_drawn_all_the_same(string json) => XDocument.Parse(SvgFigure.Render(json));

    [Fact]
    public void Random_figures_never_throw_and_every_finite_point_lies_inside_its_plot()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var json = Random(seed, out var points);
            string svg;
            try
            {
                svg = SvgFigure.Render(json);
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}: {e}\n{json}");
                return;
            }

            var picture = new Picture(svg);
            var plot = picture.Plot();
            var markers = picture.Elements("circle").Where(circle => circle.Attribute("fill")!.Value == "#010203").ToList();
            Assert.Equal(points, markers.Count);
            Assert.All(markers, marker =>
            {
                Assert.InRange(Picture.Number(marker, "cx"), plot.Left, plot.Right);
                Assert.InRange(Picture.Number(marker, "cy"), plot.Top, plot.Bottom);
            });
        }
    }

    [Fact]
    public void Figures_with_a_value_of_another_kind_are_drawn_or_refused_as_figures()
    {
        string[] odd = ["null", "{}", "[]", "[[]]", "\"x\"", "\"\"", "-1", "0", "1e308", "true", "\"\\ud800\"", "[null]", "[{}]", "\"y9\""];
        var random = new System.Random(7);
        foreach (var (name, figure) in Gallery.Figures)
        {
            for (var i = 0; i < 120; i++)
            {
                var json = JsonNode.Parse(figure)!;
                var (parent, key) = Pick(json, random);
                var value = odd[random.Next(odd.Length)];
                var marked = (JsonNode)"@mark@";
                if (parent is JsonObject map)
                    map[key] = marked;
                else
                    parent.AsArray()[int.Parse(key, CultureInfo.InvariantCulture)] = marked;
                var text = json.ToJsonString().Replace("\"@mark@\"", value);
                try
                {
                    XDocument.Parse(SvgFigure.Render(text));
                }
                catch (FigureException)
                {
                }
                catch (Exception e)
                {
                    Assert.Fail($"{name}, {parent.GetPath()}.{key} = {value}: {e}");
                }
            }
        }

        static (JsonNode Parent, string Key) Pick(JsonNode node, System.Random random)
        {
            for (; ; )
            {
                var (key, child) = node is JsonObject map ? map.ElementAt(random.Next(map.Count)) is var entry ? (entry.Key, entry.Value) : default
                    : random.Next(node.AsArray().Count) is var i ? (i.ToString(CultureInfo.InvariantCulture), node.AsArray()[i]) : default;
                if (child is not (JsonObject { Count: > 0 } or JsonArray { Count: > 0 }) || random.Next(4) == 0)
                    return (node, key);
                node = child;
            }
        }
    }

    [Fact]
    public void A_truncated_figure_is_refused_wherever_it_breaks_off()
    {
        var whole = Gallery.Figures["grid"].Trim();
        for (var length = 0; length < whole.Length; length += 7)
            Assert.Throws<FigureException>(() => SvgFigure.Render(whole[..length]));
    }

    [Fact]
    public void A_million_points_make_a_picture_of_moderate_size()
    {
        var y = new StringBuilder();
        for (var i = 0; i < 1_000_000; i++)
            y.Append(i == 0 ? "" : ",").Append((i * 7919L % 1000).ToString(CultureInfo.InvariantCulture));
        var svg = SvgFigure.Render($$"""{"data":[{"y":[{{y}}],"mode":"lines"}],"layout":{"xaxis":{"range":[0,999999]},"yaxis":{"range":[0,999]} } }""");
        Assert.InRange(svg.Length, 1000, 200_000);
        // Thinning keeps the extremes of every column.
        var picture = new Picture(svg);
        var points = Picture.Points(picture.Marks("path").Single());
        Assert.Equal(picture.Plot().Top, points.Min(point => point.Y), 0.02);
        Assert.Equal(picture.Plot().Bottom, points.Max(point => point.Y), 0.02);
    }

    [Fact]
    public void A_heat_map_finer_than_the_screen_is_averaged()
    {
        var row = "[" + string.Join(",", Enumerable.Repeat("1", 3000)) + "]";
        var svg = SvgFigure.Render($$"""{"data":[{"type":"heatmap","z":[{{row}},{{row}}]}]}""");
        Assert.InRange(new Picture(svg).Marks("rect").Count(), 600, 3000);
    }

    [Fact]
    public void Different_figures_share_no_id()
    {
        var ids = Gallery.Figures.Values.SelectMany(figure => XDocument.Parse(SvgFigure.Render(figure)).Descendants().Attributes("id").Select(id => id.Value)).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Tick_labels_of_an_axis_do_not_overlap()
    {
        for (var width = 200; width <= 1200; width += 40)
        {
            var picture = new Picture(SvgFigure.Render($$"""{"data":[{"x":[0,123456],"y":[0,1]}],"layout":{"width":{{width}} } }"""));
            var plot = picture.Plot();
            var labels = picture.Texts.Where(text => text.Top > plot.Bottom && text.Anchor == "middle").OrderBy(text => text.Left).ToList();
            Assert.True(labels.Count >= 2, $"width {width}: {labels.Count} labels");
            Assert.All(labels.Zip(labels.Skip(1)), pair => Assert.True(pair.First.Right < pair.Second.Left, $"width {width}: {pair}"));
        }
    }

    [Fact]
    public void Many_categories_are_thinned_to_what_can_be_read()
    {
        var names = string.Join(",", Enumerable.Range(0, 400).Select(i => $"\"category {i}\""));
        var picture = new Picture(SvgFigure.Render($$"""{"data":[{"type":"bar","x":[{{names}}],"y":[{{string.Join(",", Enumerable.Range(0, 400))}}]}]}"""));
        Assert.InRange(picture.Texts.Count(text => text.Content.StartsWith("category")), 20, 70);
    }

    /// <summary>A figure of up to four traces with odd values; one of them has markers whose number is known.</summary>
    private static string Random(int seed, out int points)
    {
        var random = new System.Random(seed);
        var traces = new List<string>();
        var count = random.Next(0, 12);
        var x = Enumerable.Range(0, count).Select(_ => Number()).ToArray();
        var y = Enumerable.Range(0, count).Select(_ => Number()).ToArray();
        points = x.Zip(y).Count(point => point.First != "null" && point.Second != "null");
        traces.Add($$"""{"x":[{{string.Join(",", x)}}],"y":[{{string.Join(",", y)}}],"mode":"{{Pick("markers", "lines+markers")}}","marker":{"color":"#010203"},"showlegend":false,"line":{"shape":"{{Pick("linear", "spline", "hv")}}"},"error_y":{"type":"percent","value":{{random.Next(50)}}} }""");
        for (var i = random.Next(3); i > 0; i--)
        {
            traces.Add(random.Next(4) switch
            {
                0 => $$"""{"type":"bar","x":[{{Numbers()}}],"y":[{{Numbers()}}],"text":"t","orientation":"{{Pick("h", "v")}}"}""",
                1 => $$"""{"type":"box","y":[{{Numbers()}}],"x0":0}""",
                2 => $$"""{"type":"histogram","x":[{{Numbers()}}],"histnorm":"{{Pick("", "percent", "density")}}"}""",
                _ => $$"""{"x":[{{Numbers()}}],"y":[{{Numbers()}}],"mode":"lines","fill":"{{Pick("tozeroy", "tonexty", "toself", "tozerox")}}","name":"<b>bold</b> & more"}""",
            });
        }

        return $$$$"""{"data":[{{{{string.Join(",", traces)}}}}],"layout":{"barmode":"{{{{Pick("group", "stack", "relative", "overlay")}}}}","width":{{{{random.Next(60, 900)}}}},"height":{{{{random.Next(60, 600)}}}},"title":{"text":"{{{{Pick("", "t", "a long title that must be broken")}}}}"},"legend":{"orientation":"{{{{Pick("h", "v")}}}}"},"xaxis":{"title":{"text":"{{{{Pick("", "x")}}}}"} }}}""";

        string Number() => random.Next(12) == 0 ? "null" : ((random.NextDouble() - 0.4) * Math.Pow(10, random.Next(-3, 6))).ToString("G6", CultureInfo.InvariantCulture);
        string Numbers() => string.Join(",", Enumerable.Range(0, random.Next(0, 9)).Select(_ => Number()));
        string Pick(params string[] choices) => choices[random.Next(choices.Length)];
    }
}
