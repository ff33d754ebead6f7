using System.Globalization;
using Kit.Foundation;
using Plotly.NET;
using Plotly.NET.TraceObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace Kit.Charts;

/// <summary>The papers' tables as pictures.</summary>
public static class PaperFigures
{
    private const string NoSeeds = "no seeds: as printed";

    /// <summary>Re-SpS's main table: columns of speed-ups by benchmark, one panel a backbone.</summary>
    public static Figure SpeedUps(PaperTable<ReSpsRow> table)
    {
        var panels = table.Rows.GroupBy(row => row.Backbone).Select((backbone, i) => (backbone.Key, Plot.Bars(
            ReSpsRow.Benchmarks,
            [.. backbone.Select(row => new PlotSeries(row.Method, row.SpeedUps, [.. row.SpeedUps.Select(it => Fixed(it, 2))]))],
            "", "speed-up (×)", new AxisRange(0, 6.2), legend: i == 0)));
        var wins = Pairs(table.Rows).Count(it => it.New > it.Old);
        return new Figure(Plot.SmallMultiples([.. panels], columns: 1, yGap: 0.24), new FigureText
        {
            Title = "Speed-up over plain decoding, by benchmark and backbone",
            Provenance = table.Provenance,
            Count = 5 * table.Rows.Count,
            Counted = "printed speed-ups",
            Seeds = NoSeeds,
            Alternative = $"Three panels of columns, one a backbone. Re-SpS is faster than EAGLE-3 in {wins} of {Pairs(table.Rows).Count} pairs: "
                + "by up to 12 % on HumanEval and Alpaca with the 70B backbone. It is slower on CNN/DM with all three backbones "
                + "(2.87 against 2.96, 3.24 against 3.35, 4.03 against 4.09). Medusa and Hydra stay below 3.3 everywhere, with the same columns in both panels that show them.",
        }, width: 880, height: 780, panels: true, fontSize: 11);
    }

    /// <summary>What Re-SpS gains over EAGLE-3, benchmark by benchmark: below zero the new method loses.</summary>
    public static Figure SpeedUpGains(PaperTable<ReSpsRow> table)
    {
        var series = table.Rows.GroupBy(row => row.Backbone).Select(backbone =>
        {
            var (old, @new) = (backbone.Single(row => row.Method == "EAGLE-3"), backbone.Single(row => row.Method == "Re-SpS"));
            double[] gains = [.. @new.SpeedUps.Zip(old.SpeedUps, (a, b) => 100 * ((a / b) - 1))];
            return new PlotSeries(backbone.Key, gains, [.. gains.Select(it => it.ToString("+0.0;−0.0", CultureInfo.InvariantCulture))]);
        });
        return new Figure(Plot.Bars(ReSpsRow.Benchmarks, [.. series], "benchmark", "gain over EAGLE-3 (%)", new AxisRange(-6, 14)), new FigureText
        {
            Title = "How much faster is Re-SpS than EAGLE-3?",
            Provenance = table.Provenance,
            Count = Pairs(table.Rows).Count,
            Counted = "ratios of printed speed-ups, minus 1",
            Seeds = NoSeeds,
            Alternative = "What Re-SpS gains over EAGLE-3, from the printed speed-ups. It gains on MT-Bench, HumanEval, GSM8K and Alpaca with every backbone, between 0.3 and 11.9 %, "
                + "most with the 70B backbone; on CNN/DM it loses with all three: 3.0, 3.3 and 1.5 %.",
        });
    }

    /// <summary>DR-IKE's tables: edit success against retention, the consistency written at each point.</summary>
    public static Figure EditingFront(PaperTable<DrIkeRow> table)
    {
        StyleParam.MarkerSymbol[] symbols = [StyleParam.MarkerSymbol.Circle, StyleParam.MarkerSymbol.Square, StyleParam.MarkerSymbol.Diamond];
        List<string> datasets = [.. table.Rows.Select(row => row.Dataset).Distinct()];
        var moves = datasets.Select(dataset =>
        {
            DrIkeRow[] ends = [.. table.Rows.Where(row => row.Dataset == dataset && (row.Method is "IKE" or "DR-IKE"))];
            return Chart.Line<double, double, string>(ends.Select(row => row.Esr).ToArray(), ends.Select(row => row.Rr).ToArray(), Name: $"{dataset}: IKE to DR-IKE",
                ShowLegend: false, LineColor: Color.fromHex("#5A5A5A"), LineWidth: 1.5, LineDash: StyleParam.DrawingStyle.Dot, UseDefaults: false);
        });
        var points = table.Rows.GroupBy(row => row.Method).Select((method, i) => Chart.Scatter<double, double, string>(
            method.Select(row => row.Esr).ToArray(), method.Select(row => row.Rr).ToArray(), StyleParam.Mode.Markers_Text, Name: method.Key,
            MultiText: method.Select(row => $"{row.Dataset}, PC {Fixed(row.Pc, 2)}").ToArray(),
            MultiTextPosition: method.Select(LabelPosition).ToArray(),
            Marker: Marker.init(Size: 11, Color: Palette.Of(method.Key, i), MultiSymbol: method.Select(row => symbols[datasets.IndexOf(row.Dataset)]).ToArray()),
            UseDefaults: false));
        return new Figure(
            Chart.Combine([.. moves, .. points])
                .WithXAxis(Plot.Axis("ESR: edited facts answered right (share)", new AxisRange(0.1, 1)))
                .WithYAxis(Plot.Axis("RR: unrelated facts kept (share)", new AxisRange(0.35, 0.85))),
            new FigureText
            {
                Title = "Editing facts in the prompt: success against retention",
                Provenance = table.Provenance,
                Count = table.Rows.Count,
                Counted = "printed rows, dotted: from IKE to DR-IKE",
                Seeds = NoSeeds,
                Alternative = "Edit success (horizontal) against retention (vertical), consistency written at each point. On CounterFact DR-IKE moves right and down from IKE: "
                    + "edit success 0.76 to 0.89, consistency 0.67 to 0.81, but retention 0.76 to 0.66, so it buys edits with unrelated facts. "
                    + "On zsRE and Wikidata-CF it gains 0.01 to 0.04 on all three. FactPrompt and EditCoT lie below both.",
            }, height: 460);
    }

    /// <summary>On the side where no other point or line is.</summary>
    private static StyleParam.TextPosition LabelPosition(DrIkeRow row) => (row.Dataset, row.Method) switch
    {
        ("CounterFact", "DR-IKE" or "EditCoT") => StyleParam.TextPosition.BottomCenter,
        ("CounterFact", _) => StyleParam.TextPosition.TopCenter,
        (_, "IKE") => StyleParam.TextPosition.MiddleLeft,
        _ => StyleParam.TextPosition.MiddleRight,
    };

    /// <summary>DeepSeek-R1's Table 2: one small panel a row, percentages on one scale, the rating on its own.</summary>
    public static Figure TrainingStages(PaperTable<DeepSeekR1Row> table)
    {
        string[] stages = ["Zero", "Dev1", "Dev2", "Dev3", "R1"];
        var panels = table.Rows.Select(row =>
        {
            var best = DeepSeekR1Row.Stages.ToList().IndexOf(row.BestStage);
            var color = Palette.Of(row.Area);
            var line = Chart.Line<string, double, string>(stages, row.Values.ToArray(), ShowMarkers: true, Name: row.Benchmark, ShowLegend: false,
                LineColor: color, LineWidth: 1.5, Marker: Marker.init(Size: 5, Color: color), UseDefaults: false);
            var star = Chart.Scatter<string, double, string>([stages[best]], [row.Values[best]], StyleParam.Mode.Markers_Text, Name: "best stage", ShowLegend: false,
                MultiText: new[] { Fixed(row.Values[best], row.IsRating ? 0 : 1) }, TextPosition: StyleParam.TextPosition.TopCenter,
                Marker: Marker.init(Size: 8, Color: Color.fromHex("#000000"), Symbol: StyleParam.MarkerSymbol.Diamond), UseDefaults: false);
            var axis = row.IsRating
                ? Plot.Axis("rating", new AxisRange(0, 2800), ticks: [0, 1000, 2000], size: 9)
                : Plot.Axis("%", new AxisRange(0, 128), ticks: [0, 50, 100], size: 9);
            return (row.IsRating ? "Codeforces (rating)" : row.Metric == "Percentile" ? "Codeforces (percentile)" : row.Benchmark, Chart.Combine([line, star])
                .WithXAxis(Plot.Categories("", stages.Length, size: 9))
                .WithYAxis(axis));
        });
        var last = table.Rows.Count(row => row.BestStage == "R1");
        return new Figure(Plot.SmallMultiples([.. panels], columns: 4, xGap: 0.26, yGap: 0.4), new FigureText
        {
            Title = "DeepSeek-R1 by training stage (diamond: the best stage)",
            Provenance = table.Provenance,
            Count = 5 * table.Rows.Count,
            Counted = "printed figures",
            Seeds = "no seeds; colours: areas; percentages share one scale, the Codeforces rating has its own",
            Alternative = $"{table.Rows.Count} small line charts over the stages R1-Zero, Dev1, Dev2, Dev3 and R1. The finished R1 is best in {last} of {table.Rows.Count} rows. "
                + "Beside R1-Zero, the cold-started Dev1 is weaker at mathematics (AIME 2024 59.0 against 77.9, CNMO 58.0 against 88.1) and better at following instructions (IF-Eval 71.7 against 46.6). "
                + "R1-Zero stays the best on GPQA Diamond, SimpleQA, CNMO 2024, CLUEWSC and C-Eval. The last stage lifts AlpacaEval from 62.1 to 87.6.",
        }, width: 880, height: 960, legend: false, panels: true, leftMargin: 56, fontSize: 11);
    }

    /// <summary>New and old speed-up of every backbone and benchmark.</summary>
    private static List<(double New, double Old)> Pairs(IReadOnlyList<ReSpsRow> rows) =>
        [.. from row in rows
            where row.Method == "Re-SpS"
            let old = rows.Single(it => it.Backbone == row.Backbone && it.Method == "EAGLE-3")
            from pair in row.SpeedUps.Zip(old.SpeedUps)
            select pair];

    private static string Fixed(double value, int decimals) => value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
}
