namespace Kit.Foundation;

/// <summary>The tables of the papers that the course reproduces, as printed: nothing is corrected (data/README.md lists what does not add up).</summary>
public static class PaperTables
{
    private const double MaximumSpeedUp = 20;

    /// <summary>How the file of Re-SpS's main table must look.</summary>
    public static TableSchema ReSpsSchema { get; } = new(
        Column.Text("backbone"), Column.Text("method"),
        Column.Number("MT-Bench", 0, MaximumSpeedUp), Column.Number("HumanEval", 0, MaximumSpeedUp),
        Column.Number("GSM8K", 0, MaximumSpeedUp), Column.Number("Alpaca", 0, MaximumSpeedUp),
        Column.Number("CNN/DM", 0, MaximumSpeedUp), Column.Number("mean", 0, MaximumSpeedUp),
        Column.Text("p_value").Optional())
    { Key = ["backbone", "method"], Rows = 10 };

    /// <summary>How the file of DR-IKE's tables must look.</summary>
    public static TableSchema DrIkeSchema { get; } = new(
        Column.Text("dataset", "CounterFact", "zsRE", "Wikidata-CF"), Column.Text("method"),
        Column.Number("ESR", 0, 1), Column.Number("PC", 0, 1), Column.Number("RR", 0, 1))
    { Key = ["dataset", "method"], Rows = 8 };

    /// <summary>How the file of DeepSeek-R1's Table 2 must look.</summary>
    public static TableSchema DeepSeekR1Schema { get; } = new([
        Column.Text("area", "English", "Code", "Maths", "Chinese"), Column.Text("benchmark"), Column.Text("metric"),
        .. DeepSeekR1Row.Stages.Select(stage => Column.Number(stage, 0, 4000))])
    { Key = ["benchmark", "metric"], Rows = 21 };

    /// <summary>How the file of SpecBundle must look.</summary>
    public static TableSchema SpecBundleSchema { get; } = new(
        Column.Text("model"), Column.Text("benchmark"), Column.Integer("batch_size", 1, 1024),
        Column.Integer("steps", 1, 64), Column.Integer("topk", 1, 64), Column.Integer("num_draft_tokens", 1, 1024),
        Column.Text("drafter"), Column.Number("output_throughput_tok_s", 1, 1e6),
        Column.Number("accept_length", 1, 64))
    { Key = ["model", "benchmark", "batch_size", "steps", "topk", "num_draft_tokens", "drafter"], Rows = 740 };

    /// <summary>Re-SpS's main table: speed-up over plain decoding.</summary>
    public static PaperTable<ReSpsRow> ReSps() => Read(
        "Re-SpS: speed-up over plain decoding", "slide of the Re-SpS talk (AAAI 2026, DOI 10.1609/aaai.v40i39.40625)", ReSpsSchema,
        row => new ReSpsRow(row.Text("backbone"), row.Text("method"), row.Number("MT-Bench"), row.Number("HumanEval"), row.Number("GSM8K"),
            row.Number("Alpaca"), row.Number("CNN/DM"), row.Number("mean"), row.Text("p_value") is { Length: > 0 } p ? p : null),
        "paper", "re-sps.csv");

    /// <summary>DR-IKE's three tables: edit success (ESR), consistency (PC), retention (RR).</summary>
    public static PaperTable<DrIkeRow> DrIke() => Read(
        "DR-IKE: in-context knowledge editing", "slides of the DR-IKE talk (Llama-3.1-8B-Instruct)", DrIkeSchema,
        row => new DrIkeRow(row.Text("dataset"), row.Text("method"), row.Number("ESR"), row.Number("PC"), row.Number("RR")),
        "paper", "dr-ike.csv");

    /// <summary>DeepSeek-R1's Table 2: every benchmark at every stage of the training.</summary>
    public static PaperTable<DeepSeekR1Row> DeepSeekR1() => Read(
        "DeepSeek-R1 by training stage", "Table 2 of DeepSeek-R1 (Nature 2025), from a slide", DeepSeekR1Schema,
        row => new DeepSeekR1Row(row.Text("area"), row.Text("benchmark"), row.Text("metric"), row.Number("R1-Zero"), row.Number("R1-Dev1"),
            row.Number("R1-Dev2"), row.Number("R1-Dev3"), row.Number("R1")),
        "paper", "deepseek-r1-table2.csv");

    /// <summary>SpecBundle: throughput of ten models under five draft settings.</summary>
    public static PaperTable<SpecBundleRow> SpecBundle() => Read(
        "SpecBundle: throughput by draft setting", "sgl-project/SpecForge, docs/spec_bundle (MIT), read 2026-08-08", SpecBundleSchema,
        row => new SpecBundleRow(row.Text("model"), row.Text("benchmark"), row.Integer("batch_size"), row.Integer("steps"), row.Integer("topk"),
            row.Integer("num_draft_tokens"), row.Text("drafter"), row.Number("output_throughput_tok_s"), row.Number("accept_length")),
        "specbundle.csv");

    private static PaperTable<T> Read<T>(string title, string source, TableSchema schema, Func<CsvRow, T> record, params string[] parts)
    {
        var table = CsvTable.Read(DataFolder.At(parts), schema);
        return new PaperTable<T>(title, source, [.. table.Rows.Select(record)], table.ToFrame(), table.ToPrintedFrame());
    }
}
