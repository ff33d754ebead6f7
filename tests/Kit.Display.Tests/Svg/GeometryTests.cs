using System.Text.Json;
using Kit.Display.Svg;
using Kit.Display.Svg.Axes;
using Kit.Display.Svg.Traces;

namespace Kit.Display.Tests.Svg;

public class GeometryTests
{
    private const double Pixel = 0.011;

    [Fact]
    public void A_linear_axis_maps_its_range_to_the_edges_of_the_plot()
    {
        var picture = Draw("""{"data":[{"x":[0,5,10],"y":[-1,0,1],"mode":"lines"}],"layout":{"xaxis":{"range":[0,10]},"yaxis":{"range":[-1,1]}}}""");
        var plot = picture.Plot();
        var points = Picture.Points(picture.Marks("path").Single());
        Close([(plot.Left, plot.Bottom), ((plot.Left + plot.Right) / 2, (plot.Top + plot.Bottom) / 2), (plot.Right, plot.Top)], points);
    }

    [Theory]
    [InlineData("dot", 1, "3 3")]
    [InlineData("dot", 5, "5 5")]
    [InlineData("dash", 2, "9 9")]
    [InlineData("longdash", 2, "15 15")]
    [InlineData("dashdot", 4, "12 4 4 4")]
    [InlineData("longdashdot", 3, "15 6 3 6")]
    public void Dashes_are_as_long_as_plotly_draws_them(string dash, int width, string expected)
    {
        var svg = SvgFigure.Render($$"""{"data":[{"x":[0,1],"y":[0,1],"mode":"lines","line":{"dash":"{{dash}}","width":{{width}} } }],"layout":{ } }""");
        Assert.Contains($"stroke-dasharray=\"{expected}\"", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reversed_range_runs_backwards()
    {
        var picture = Draw("""{"data":[{"x":[0,10],"y":[0,1],"mode":"lines"}],"layout":{"xaxis":{"range":[10,0]},"yaxis":{"range":[0,1]}}}""");
        var plot = picture.Plot();
        Close([(plot.Right, plot.Bottom), (plot.Left, plot.Top)], Picture.Points(picture.Marks("path").Single()));
    }

    [Fact]
    public void Decades_of_a_log_axis_are_equally_long()
    {
        var picture = Draw("""{"data":[{"x":[0.1,1,10,100],"y":[1,1,1,1],"mode":"markers"}],"layout":{"xaxis":{"type":"log","range":[-1,2]}}}""");
        var plot = picture.Plot();
        var width = plot.Right - plot.Left;
        Assert.Equal([0, 1.0 / 3, 2.0 / 3, 1], picture.Elements("circle").Select(circle => (Picture.Number(circle, "cx") - plot.Left) / width).Select(x => Math.Round(x, 4)), (a, b) => Math.Abs(a - b) < 1e-3);
        Assert.Equal(["0.1", "1", "10", "100"], picture.Texts.Where(text => text.Y > plot.Bottom && text.Anchor == "middle").Select(text => text.Content));
    }

    [Fact]
    public void Nothing_that_a_log_axis_cannot_show_is_drawn()
    {
        var picture = Draw("""{"data":[{"x":[1,2,3,4],"y":[0,-1,10,100],"mode":"markers"}],"layout":{"yaxis":{"type":"log"}}}""");
        Assert.Equal(2, picture.Elements("circle").Count());
    }

    [Fact]
    public void Two_grouped_bars_share_four_fifths_of_their_place()
    {
        var picture = Draw("""{"data":[{"type":"bar","x":["a","b"],"y":[1,2]},{"type":"bar","x":["a","b"],"y":[3,4]}],"layout":{"yaxis":{"range":[0,4]},"showlegend":false}}""");
        var plot = picture.Plot();
        var place = (plot.Right - plot.Left) / 2;
        var bars = picture.Marks("rect").Select(Rect).ToArray();
        Assert.All(bars, bar => Assert.Equal(0.4 * place, bar.Width, 0.02));
        // First trace left of the middle of its place, second right of it.
        Assert.Equal([0.1, 1.1, 0.5, 1.5], bars.Select(bar => (bar.X - plot.Left) / place), (a, b) => Math.Abs(a - b) < 1e-3);
        Assert.Equal([0.25, 0.5, 0.75, 1], bars.Select(bar => bar.Height / (plot.Bottom - plot.Top)), (a, b) => Math.Abs(a - b) < 1e-3);
        Assert.All(bars, bar => Assert.Equal(plot.Bottom, bar.Y + bar.Height, 0.02));
    }

    [Fact]
    public void Stacked_bars_stand_on_each_other_and_relative_ones_on_both_sides_of_zero()
    {
        var stacked = Draw("""{"data":[{"type":"bar","x":[1],"y":[1]},{"type":"bar","x":[1],"y":[3]}],"layout":{"barmode":"stack","yaxis":{"range":[0,4]},"showlegend":false}}""");
        var (first, second) = (Rect(stacked.Marks("rect").First()), Rect(stacked.Marks("rect").Last()));
        Assert.Equal(first.Y, second.Y + second.Height, 0.02);
        Assert.Equal(3, second.Height / first.Height, 0.01);

        var relative = Draw("""{"data":[{"type":"bar","x":[1],"y":[2]},{"type":"bar","x":[1],"y":[-1]},{"type":"bar","x":[1],"y":[1]}],"layout":{"barmode":"relative","yaxis":{"range":[-3,3]},"showlegend":false}}""");
        var plot = relative.Plot();
        var tops = relative.Marks("rect").Select(bar => Math.Round((Rect(bar).Y - plot.Top) / (plot.Bottom - plot.Top) * 6, 2));
        Assert.Equal([1, 3, 0], tops);
    }

    [Fact]
    public void Lying_bars_grow_to_the_right()
    {
        var picture = Draw("""{"data":[{"type":"bar","orientation":"h","y":["a","b"],"x":[1,2]}],"layout":{"xaxis":{"range":[0,2]}}}""");
        var plot = picture.Plot();
        var bars = picture.Marks("rect").Select(Rect).ToArray();
        Assert.All(bars, bar => Assert.Equal(plot.Left, bar.X, 0.02));
        Assert.Equal(plot.Right, bars[1].X + bars[1].Width, 0.02);
        Assert.True(bars[0].Y > bars[1].Y, "the first category is the lowest");
    }

    [Fact]
    public void Error_bars_end_where_the_errors_say()
    {
        var picture = Draw("""{"data":[{"x":[1],"y":[5],"mode":"markers","error_y":{"type":"data","symmetric":false,"array":[2],"arrayminus":[1],"width":0}}],"layout":{"yaxis":{"range":[0,10]}}}""");
        var plot = picture.Plot();
        var ends = Picture.Points(picture.Marks("path").Single()).Select(point => Math.Round((plot.Bottom - point.Y) / (plot.Bottom - plot.Top) * 10, 2));
        Assert.Equal([4, 7], ends.Distinct().Order());
    }

    [Fact]
    public void Cells_of_a_heat_map_tile_the_plot_and_missing_ones_stay_white()
    {
        var picture = Draw("""{"data":[{"type":"heatmap","z":[[1,2,3],[4,null,"NaN"]],"colorscale":[[0,"#000000"],[1,"#ffffff"]],"zmin":0,"zmax":5,"texttemplate":"%{z:.1f}"}],"layout":{"width":600}}""");
        var plot = picture.Plot();
        var cells = picture.Marks("rect").Select(Rect).ToArray();
        Assert.Equal(4, cells.Length);
        Assert.All(cells, cell => Assert.Equal((plot.Right - plot.Left) / 3, cell.Width, 0.02));
        Assert.Equal("#333333", picture.Marks("rect").First().Attribute("fill")!.Value);
        // White numbers on dark cells, dark ones on light cells.
        Assert.Equal(["#ffffff", "#1a1a1a"], new[] { "1.0", "4.0" }.Select(number => picture.Marks("text").Single(text => text.Value == number).Attribute("fill")!.Value));
    }

    [Fact]
    public void Quartiles_are_plotlys_linear_ones()
    {
        // 1 … 5: q1 lies at 0.25·5 − 0.5 = 0.75 between 1 and 2, so 1.75; q3 at 3.25, so 4.25.
        var box = BoxTrace.Summarise(0, [5, 3, 1, 4, 2], "linear");
        Assert.Equal((1.75, 3, 4.25), (box.Q1, box.Median, box.Q3));
        // 1 … 4 and 20: q1 = 1.75, q3 = 4 + 0.25·16 = 8, reach 1.5·6.25 = 9.375; 20 > 17.375 lies outside.
        var outlier = BoxTrace.Summarise(0, [1, 2, 3, 4, 20], "linear");
        Assert.Equal((1.75, 3, 8, 1, 8), (outlier.Q1, outlier.Median, outlier.Q3, outlier.LowerFence, outlier.UpperFence));
        Assert.Equal((1.5, 4.5), (BoxTrace.Summarise(0, [1, 2, 3, 4, 5], "exclusive").Q1, BoxTrace.Summarise(0, [1, 2, 3, 4, 5], "exclusive").Q3));
        Assert.Equal((2, 4), (BoxTrace.Summarise(0, [1, 2, 3, 4, 5], "inclusive").Q1, BoxTrace.Summarise(0, [1, 2, 3, 4, 5], "inclusive").Q3));
    }

    [Fact]
    public void A_box_is_drawn_from_quartile_to_quartile_and_outliers_alone()
    {
        var picture = Draw("""{"data":[{"type":"box","y":[1,2,3,4,20],"name":"a"}],"layout":{"yaxis":{"range":[0,20]}}}""");
        var plot = picture.Plot();
        double Value(double y) => Math.Round((plot.Bottom - y) / (plot.Bottom - plot.Top) * 20, 2);
        Assert.Equal([1.75, 8], Picture.Points(picture.Marks("path").First()).Select(point => Value(point.Y)).Distinct().Order());
        var outlier = Assert.Single(picture.Elements("circle"));
        Assert.Equal(20, Value(Picture.Number(outlier, "cy")));
    }

    [Fact]
    public void Whole_numbers_lie_in_the_middle_of_their_bins()
    {
        // plotly: deviation of 1,2,2,3,3,3,4 is 0.904, 2·0.904/7^0.4 = 0.83 → 0.9 at least → bins of 1 from 0.5.
        var (start, size, count) = HistogramTrace.FindBins([1, 2, 2, 3, 3, 3, 4], default, "x");
        Assert.Equal((0.5, 1, 4), (start, size, count));
    }

    [Fact]
    public void The_number_of_bins_asked_for_is_rounded_to_a_round_size()
    {
        // 0 … 10 in at most 4 bins: 2.5 → 5.
        var (_, size, _) = HistogramTrace.FindBins([0.1, 3.3, 5.2, 10], JsonDocument.Parse("""{"nbinsx":4}""").RootElement, "x");
        Assert.Equal(5, size);
    }

    [Fact]
    public void Counts_in_given_bins_are_exact()
    {
        var picture = Draw("""{"data":[{"type":"histogram","x":[0,0.5,1,1.5,1.9,2.5],"xbins":{"start":0,"end":3,"size":1}}],"layout":{"yaxis":{"range":[0,6]}}}""");
        var plot = picture.Plot();
        Assert.Equal([2, 3, 1], picture.Marks("rect").Select(bar => Math.Round(Rect(bar).Height / (plot.Bottom - plot.Top) * 6, 2)));
    }

    [Fact]
    public void A_density_has_area_one()
    {
        var picture = Draw("""{"data":[{"type":"histogram","histnorm":"probability density","x":[0,0.5,1,1.5,1.9,2.5],"xbins":{"start":0,"end":4,"size":2}}],"layout":{"yaxis":{"range":[0,1]}}}""");
        var plot = picture.Plot();
        Assert.Equal(0.5, picture.Marks("rect").Sum(bar => Rect(bar).Height / (plot.Bottom - plot.Top)), 0.001);
    }

    [Fact]
    public void Gaps_break_a_line_unless_they_are_to_be_connected()
    {
        const string Data = """{"x":[1,2,3,4,5],"y":[1,2,null,4,"NaN"],"mode":"lines"%}""";
        Assert.Equal(1, Moves(Draw("{\"data\":[" + Data.Replace("%", "") + "]}")));
        Assert.Equal(3, Picture.Points(Draw("{\"data\":[" + Data.Replace("%", ",\"connectgaps\":true") + "]}").Marks("path").Single()).Length);

        static int Moves(Picture picture) => picture.Marks("path").Single().Attribute("d")!.Value.Count(c => c == 'M');
    }

    [Fact]
    public void A_band_joins_the_upper_edge_with_the_lower_one_backwards()
    {
        var picture = Draw("""{"data":[{"x":[0,1],"y":[0,1],"mode":"lines","line":{"width":0}},{"x":[0,1],"y":[2,3],"mode":"lines","line":{"width":0},"fill":"tonexty"}],"layout":{"xaxis":{"range":[0,1]},"yaxis":{"range":[0,4]},"showlegend":false}}""");
        var plot = picture.Plot();
        var y = Picture.Points(picture.Marks("path").Single()).Select(point => Math.Round((plot.Bottom - point.Y) / (plot.Bottom - plot.Top) * 4, 2));
        Assert.Equal([2, 3, 1, 0], y);
    }

    [Fact]
    public void Subplots_stand_where_the_grid_puts_them()
    {
        var picture = new Picture(SvgFigure.Render(Gallery.Figures["grid"]));
        var plots = Enumerable.Range(0, 4).Select(picture.Plot).ToArray();
        Assert.True(plots[0].Right < plots[1].Left && plots[2].Right < plots[3].Left);
        Assert.True(plots[0].Bottom < plots[2].Top && plots[1].Bottom < plots[3].Top);
        Assert.Equal(plots[0].Top, plots[1].Top);
        Assert.Equal(plots[0].Left, plots[2].Left);
    }

    [Fact]
    public void With_scaleanchor_cells_are_square()
    {
        var picture = new Picture(SvgFigure.Render(Gallery.Figures["heatmap-policy"]));
        Assert.All(picture.Marks("rect").Select(Rect), cell => Assert.Equal(cell.Width, cell.Height, 0.02));
    }

    [Fact]
    public void The_legend_stands_beside_the_plot_and_not_on_it()
    {
        var picture = new Picture(SvgFigure.Render(Gallery.Figures["lines-dashes"]));
        Assert.All(["solid", "dash", "dot", "dashdot, smoothed", "gap, steps"], name => Assert.True(picture.Find(name).Left > picture.Plot().Right));
    }

    [Fact]
    public void Lines_without_colours_take_the_colour_blind_safe_ones_in_order()
    {
        var picture = Draw("""{"data":[{"x":[0,1],"y":[0,1],"mode":"lines"},{"x":[0,1],"y":[1,0],"mode":"lines"}]}""");
        Assert.Equal(["#0072b2", "#d55e00"], picture.Marks("path").Select(path => path.Attribute("stroke")!.Value));
        var given = Draw("""{"data":[{"x":[0,1],"y":[0,1],"mode":"lines"}],"layout":{"template":{"layout":{"colorway":["#123456"]}}}}""");
        Assert.Equal("#123456", given.Marks("path").Single().Attribute("stroke")!.Value);
    }

    [Theory]
    [InlineData(1234.5678, ".2f", "1234.57")]
    [InlineData(0.256, ".0%", "26%")]
    [InlineData(1234567.0, ",d", "1,234,567")]
    [InlineData(-1234.5, ",.1f", "\u22121,234.5")]
    [InlineData(42000.0, "~s", "42k")]
    [InlineData(0.00042, ".2s", "420µ")]
    [InlineData(1500.0, ".1e", "1.5e+3")]
    [InlineData(3.0, "+d", "+3")]
    [InlineData(12.0, "$.2f", "$12.00")]
    [InlineData(7.0, "03d", "007")]
    [InlineData(0.5, "", null)]
    [InlineData(0.5, "nonsense", null)]
    public void Numbers_follow_d3_formats(double value, string format, string? expected) => Assert.Equal(expected, NumberFormat.D3(value, format));

    [Theory]
    [InlineData(0.7, 1)]
    [InlineData(1.0, 1)]
    [InlineData(1.3, 2)]
    [InlineData(26.0, 50)]
    [InlineData(0.0061, 0.01)]
    public void Steps_of_an_axis_are_one_two_or_five_times_a_power_of_ten(double rough, double expected) => Assert.Equal(expected, TickFinder.NiceStep(rough), 1e-12);

    [Fact]
    public void Dates_are_placed_by_their_distance()
    {
        var picture = Draw("""{"data":[{"x":["2024-01-01","2024-01-31","2024-03-01"],"y":[1,2,3],"mode":"lines"}]}""");
        var x = Picture.Points(picture.Marks("path").Single()).Select(point => point.X).ToArray();
        // 30 and 30 days: February had 29.
        Assert.Equal(x[1] - x[0], x[2] - x[1], 0.03);
    }

    private static Picture Draw(string figure) => new(SvgFigure.Render(figure));

    private static (double X, double Y, double Width, double Height) Rect(System.Xml.Linq.XElement rect) =>
        (Picture.Number(rect, "x"), Picture.Number(rect, "y"), Picture.Number(rect, "width"), Picture.Number(rect, "height"));

    private static void Close((double X, double Y)[] expected, (double X, double Y)[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.True(Math.Abs(pair.First.X - pair.Second.X) <= Pixel && Math.Abs(pair.First.Y - pair.Second.Y) <= Pixel, $"{pair.First} is drawn at {pair.Second}"));
    }
}
