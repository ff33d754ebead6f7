using System.Reflection;
using System.Text.Json;
using Kit.Charts;
using Kit.Display;
using Kit.Foundation;
using Kit.Speculation.SpecBundle;
using Kit.TestSupport;

namespace Kit.Tests.Charts;

public class FigureTests
{
    private static readonly DraftStudy Study = DraftStudy.From(PaperTables.SpecBundle().Rows);

    private static readonly Dictionary<string, Func<Figure>> Gallery = new(BanditPictures.Gallery)
    {
        ["speed-ups"] = () => PaperFigures.SpeedUps(PaperTables.ReSps()),
        ["speed-up-gains"] = () => PaperFigures.SpeedUpGains(PaperTables.ReSps()),
        ["editing-front"] = () => PaperFigures.EditingFront(PaperTables.DrIke()),
        ["training-stages"] = () => PaperFigures.TrainingStages(PaperTables.DeepSeekR1()),
        ["shares"] = () => SpecBundleFigures.Shares(Study),
        ["best-settings"] = () => SpecBundleFigures.BestSettings(Study, DraftSetting.Parse("5-1-6")),
        ["held-out"] = () => SpecBundleFigures.HeldOutModels(Study),
        ["lines"] = () => new Figure(Plot.Lines([
            new PlotLine("PPO", [0, 1, 2, 3], [0, 0.4, 0.6, 0.9], [0, 0.3, 0.5, 0.8], [0, 0.5, 0.7, 1]),
            new PlotLine("REINFORCE", [0, 1, 2, 3], [0, 0.2, 0.3, 0.5])], "steps (thousands)", "return"), Toy("Two lines, one with a band")),
        ["histogram"] = () => new Figure(Plot.Histogram("share", [.. Study.Series.Select(it => it.ShareOfOracle(DraftSetting.Parse("5-1-6")))], "share of the oracle", new AxisRange(0.88, 1), 12),
            Toy("How the share is spread"), legend: false),
    };

    public static TheoryData<string> Names => [.. Gallery.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_figure_says_where_it_comes_from_how_many_and_which_seeds(string name)
    {
        var figure = Gallery[name]();
        var json = JsonDocument.Parse(figure.ToJson()).RootElement;
        var layout = json.GetProperty("layout");
        Assert.Equal(figure.Text.Title, layout.GetProperty("title").GetProperty("text").GetString());
        var note = Assert.Single(layout.GetProperty("annotations").EnumerateArray(), it => it.GetProperty("text").GetString() == figure.Text.Note);
        Assert.Matches("^(quoted|measured|simulated) · n = [1-9][0-9]* .+ · .+", note.GetProperty("text").GetString());
        Assert.True(figure.Text.Alternative.Length >= 60, "an alternative text states a finding, and that takes some words");
        Assert.Contains(figure.ToMimeBundle().Data, entry => entry.Value.ToString().Contains(figure.Text.Alternative, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_axis_of_every_figure_has_a_title_or_names_its_categories(string name)
    {
        var layout = JsonDocument.Parse(Gallery[name]().ToJson()).RootElement.GetProperty("layout");
        var axes = layout.EnumerateObject().Where(it => it.Name.StartsWith("xaxis", StringComparison.Ordinal) || it.Name.StartsWith("yaxis", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(axes);
        foreach (var axis in axes)
        {
            var titled = axis.Value.TryGetProperty("title", out var title) && title.TryGetProperty("text", out var text) && text.GetString() is { Length: > 0 };
            Assert.True(titled || axis.Value.GetProperty("type").GetString() == "category", $"{axis.Name} has no title");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Equal_figures_have_equal_bytes(string name) => Assert.Equal(Gallery[name]().ToJson(), Gallery[name]().ToJson());

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_figure_has_a_static_picture_that_fetches_nothing_and_runs_nothing(string name)
    {
        var svg = Gallery[name]().ToSvg();
        Assert.StartsWith("<svg", svg[svg.IndexOf("<svg", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.DoesNotContain("<script", svg, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Plotly_js_accepts_and_draws_every_figure()
    {
        var verdicts = PlotlyJs.Check(Gallery.ToDictionary(it => it.Key, it => it.Value().ToJson()));
        foreach (var (name, verdict) in verdicts)
        {
            Assert.True(verdict.Accepted, $"{name}: {verdict.Error} {string.Join("; ", verdict.Complaints)}");
            Assert.Equal(Traces(name).Count, verdict.Traces);
            Assert.True(verdict.Drawn >= verdict.Traces, $"{name}: plotly.js draws {verdict.Drawn} marks for {verdict.Traces} traces");
        }

        Assert.Equal((3, 88 + 1, 21), (verdicts["speed-ups"].Subplots, verdicts["best-settings"].Annotations, verdicts["training-stages"].Subplots));
    }

    [Fact]
    public void The_speed_up_columns_are_the_tables_numbers()
    {
        var traces = Traces("speed-ups");
        var rows = PaperTables.ReSps().Rows;
        Assert.Equal(rows.Count, traces.Count);
        foreach (var (trace, row) in traces.Zip(rows))
        {
            Assert.Equal(row.Method, trace.GetProperty("name").GetString());
            Assert.Equal(row.SpeedUps, trace.GetProperty("y").EnumerateArray().Select(it => it.GetDouble()));
        }
    }

    [Fact]
    public void A_method_keeps_its_colour_in_every_panel()
    {
        var colours = Traces("speed-ups").GroupBy(trace => trace.GetProperty("name").GetString()!, trace => trace.GetProperty("marker").GetProperty("color").GetString());
        Assert.All(colours, group => Assert.Single(group.Distinct()));
        Assert.Equal(4, colours.SelectMany(group => group).Distinct().Count());
    }

    [Fact]
    public void The_codeforces_rating_has_an_axis_of_its_own_and_all_percentages_share_one_range()
    {
        var layout = JsonDocument.Parse(Gallery["training-stages"]().ToJson()).RootElement.GetProperty("layout");
        var ranges = layout.EnumerateObject().Where(it => it.Name.StartsWith("yaxis", StringComparison.Ordinal))
            .GroupBy(it => it.Value.GetProperty("range").GetRawText()).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal([1, 20], ranges.Values.Order());
    }

    [Fact]
    public void The_best_stages_are_drawn_as_diamonds_also_in_the_static_picture() =>
        Assert.Equal(5 * 21, Gallery["training-stages"]().ToSvg().Split("<circle").Length - 1);

    [Fact]
    public void A_bare_chart_is_shown_as_a_picture_too()
    {
        ChartDisplay.Register();
        Assert.Contains("<img", Formatter.Format(Plot.Bars(["a"], [new PlotSeries("x", [1])], "x", "y")).Text("text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_assembly_announces_its_displays_to_a_notebook()
    {
        var registrars = typeof(Figure).Assembly.GetCustomAttributes<DisplayExtensionAttribute>().Select(it => it.Registrar).ToList();
        Assert.Equivalent(new[] { typeof(ChartDisplay), typeof(FrameDisplay) }, registrars, strict: true);
        Assert.All(registrars, it => Assert.NotNull(it.GetMethod("Register", BindingFlags.Public | BindingFlags.Static, [])));
    }

    [Fact]
    public void The_heat_map_names_a_best_setting_for_each_of_the_88_series()
    {
        var annotations = JsonDocument.Parse(Gallery["best-settings"]().ToJson()).RootElement.GetProperty("layout").GetProperty("annotations").EnumerateArray()
            .Select(it => it.GetProperty("text").GetString()!).ToList();
        Assert.Equal(88, annotations.Count(text => Study.Settings.Any(setting => text.StartsWith($"{setting} ", StringComparison.Ordinal))));
        Assert.Equal(24, annotations.Count(text => text == "5-1-6 100.0"));
    }

    [Theory]
    [InlineData("Title")]
    [InlineData("Seeds")]
    [InlineData("Alternative")]
    [InlineData("Counted")]
    public void A_figure_without_its_words_is_refused_by_name(string missing)
    {
        var text = Toy("A title");
        text = missing switch
        {
            "Title" => text with { Title = " " },
            "Seeds" => text with { Seeds = "" },
            "Alternative" => text with { Alternative = "" },
            _ => text with { Counted = "" },
        };
        Assert.Contains(missing, Assert.Throws<ArgumentException>(() => new Figure(Plot.Bars(["a"], [new PlotSeries("x", [1])], "x", "y"), text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_of_the_wrong_length_is_refused_by_name() =>
        Assert.Contains("speed", Assert.Throws<ArgumentException>(() => Plot.Bars(["a", "b"], [new PlotSeries("speed", [1])], "x", "y")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_figure_saves_as_picture_page_or_json_and_refuses_other_endings()
    {
        using var folder = new TemporaryFolder();
        var figure = Gallery["lines"]();
        foreach (var ending in new[] { "svg", "html", "json" })
        {
            figure.Save(folder.At($"figure.{ending}"));
            Assert.True(new FileInfo(folder.At($"figure.{ending}")).Length > 0);
        }

        Assert.Contains(".gif", Assert.Throws<ArgumentException>(() => figure.Save(folder.At("figure.gif"))).Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_palette_is_the_one_of_okabe_and_ito()
    {
        string[] colours = ["#000000", "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7"];
        Assert.All(Enumerable.Range(0, 8), i => Assert.Contains(Palette.HexOf($"unknown {i}", i), colours));
        Assert.All(["Re-SpS", "EAGLE-3", "IKE", "DR-IKE", "5-1-6"], name => Assert.Contains(Palette.HexOf(name), colours));
    }

    private static List<JsonElement> Traces(string name) => [.. JsonDocument.Parse(Gallery[name]().ToJson()).RootElement.GetProperty("data").EnumerateArray()];

    private static FigureText Toy(string title) => new()
    {
        Title = title,
        Provenance = Provenance.Simulated,
        Count = 8,
        Counted = "made-up points",
        Seeds = "no seeds",
        Alternative = "A made-up picture for the tests: the first line rises from 0 to 0.9, the second to 0.5.",
    };
}
