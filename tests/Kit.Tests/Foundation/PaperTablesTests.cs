using Kit.Foundation;
using Kit.TestSupport;

namespace Kit.Tests.Foundation;

public class PaperTablesTests
{
    [SkippableTheory]
    [InlineData("re-sps.csv")]
    [InlineData("dr-ike.csv")]
    [InlineData("deepseek-r1-table2.csv")]
    public void The_papers_tables_are_the_reference_byte_for_byte(string name) =>
        Assert.Equal(File.ReadAllBytes(Repository.Reference("data", "paper", name)), File.ReadAllBytes(Repository.At("data", "paper", name)));

    [SkippableFact]
    public void Specbundle_is_the_reference_line_for_line() =>
        Assert.Equal(File.ReadAllLines(Repository.Reference("data", "specbundle.csv")), File.ReadAllLines(Repository.At("data", "specbundle.csv")));

    [Theory]
    [InlineData("paper", "re-sps.csv")]
    [InlineData("paper", "dr-ike.csv")]
    [InlineData("paper", "deepseek-r1-table2.csv")]
    [InlineData("", "specbundle.csv")]
    public void The_build_puts_the_data_beside_the_assembly(string folder, string name) =>
        Assert.Equal(File.ReadAllBytes(Repository.At("data", folder, name)), File.ReadAllBytes(DataFolder.At(folder, name)));

    [Fact]
    public void The_printed_frames_hold_every_cell_of_the_files()
    {
        Same("paper/re-sps.csv", PaperTables.ReSps());
        Same("paper/dr-ike.csv", PaperTables.DrIke());
        Same("paper/deepseek-r1-table2.csv", PaperTables.DeepSeekR1());
        Same("specbundle.csv", PaperTables.SpecBundle());

        static void Same<T>(string path, PaperTable<T> table)
        {
            var lines = File.ReadAllLines(Repository.At(["data", .. path.Split('/')]));
            Assert.Equal(lines[0], string.Join(',', table.Printed.ColumnKeys));
            var columns = table.Printed.ColumnKeys.Select(key => table.Printed.GetColumn<string>(key)).ToList();
            Assert.Equal(lines[1..], Enumerable.Range(0, table.Rows.Count).Select(row => string.Join(',', columns.Select(column => column.TryGet(row) is { HasValue: true } cell ? cell.Value : ""))));
        }
    }

    [Fact]
    public void Of_ten_printed_means_only_the_one_of_eagle3_on_70b_does_not_add_up()
    {
        var odd = Assert.Single(PaperTables.ReSps().Rows, row => !row.MeanAddsUp);
        Assert.Equal(("LLaMA 3.3-70B", "EAGLE-3", 4.46), (odd.Backbone, odd.Method, odd.PrintedMean));
        Assert.Equal(4.564, odd.CellMean, 12);
    }

    [Fact]
    public void Medusa_and_hydra_rows_repeat_digit_for_digit_on_both_smaller_backbones()
    {
        var rows = PaperTables.ReSps().Rows;
        foreach (var method in new[] { "Medusa", "Hydra" })
        {
            var repeated = rows.Where(row => row.Method == method).ToList();
            Assert.Equal(["LLaMA 3.1-8B", "Vicuna-13B"], repeated.Select(row => row.Backbone));
            Assert.Equal(repeated[0] with { Backbone = "" }, repeated[1] with { Backbone = "" });
        }
    }

    [Fact]
    public void Re_sps_loses_to_eagle3_on_cnn_dm_with_every_backbone_and_nowhere_else()
    {
        var rows = PaperTables.ReSps().Rows;
        var losses = from row in rows
                     where row.Method == "Re-SpS"
                     let old = rows.Single(it => it.Backbone == row.Backbone && it.Method == "EAGLE-3")
                     from i in Enumerable.Range(0, 5)
                     where row.SpeedUps[i] < old.SpeedUps[i]
                     select (row.Backbone, ReSpsRow.Benchmarks[i]);
        Assert.Equal([("LLaMA 3.1-8B", "CNN/DM"), ("Vicuna-13B", "CNN/DM"), ("LLaMA 3.3-70B", "CNN/DM")], losses);
    }

    [Fact]
    public void Only_re_sps_has_p_values_and_they_are_bounds() =>
        Assert.Equal(["< 1e-4", "< 1e-9", "< 1e-29"], PaperTables.ReSps().Rows.Where(row => row.PValue is not null).Select(row => row.PValue));

    [Fact]
    public void Dr_ike_loses_to_ike_only_in_retention_on_counterfact()
    {
        var rows = PaperTables.DrIke().Rows;
        var losses = from row in rows
                     where row.Method == "DR-IKE"
                     let old = rows.Single(it => it.Dataset == row.Dataset && it.Method == "IKE")
                     from it in new[] { ("ESR", row.Esr - old.Esr), ("PC", row.Pc - old.Pc), ("RR", row.Rr - old.Rr) }
                     where it.Item2 <= 0
                     select (row.Dataset, it.Item1);
        Assert.Equal([("CounterFact", "RR")], losses);
    }

    [Fact]
    public void Deepseek_r1_is_the_best_stage_in_13_of_21_rows_and_only_the_rating_leaves_the_percent_scale()
    {
        var rows = PaperTables.DeepSeekR1().Rows;
        Assert.Equal(21, rows.Count);
        Assert.Equal(13, rows.Count(row => row.BestStage == "R1"));
        Assert.Equal(["GPQA Diamond", "SimpleQA", "CNMO2024", "CLUEWSC", "C-Eval"], rows.Where(row => row.BestStage == "R1-Zero").Select(row => row.Benchmark));
        var rating = Assert.Single(rows, row => row.Values.Any(value => value > 100));
        Assert.Equal(("Codeforces", "Rating", 1444d, 2029d), (rating.Benchmark, rating.Metric, rating.Zero, rating.R1));
    }

    [Fact]
    public void In_specbundle_batch_size_one_means_llama_31_8b_and_nothing_else()
    {
        var rows = PaperTables.SpecBundle().Rows;
        Assert.Equal(["Llama-3.1-8B-Instruct"], rows.Where(row => row.BatchSize == 1).Select(row => row.Model).Distinct());
        Assert.Equal([8], rows.Where(row => row.Model != "Llama-3.1-8B-Instruct").Select(row => row.BatchSize).Distinct());
        Assert.Equal(10, rows.Select(row => row.Model).Distinct().Count());
    }

    [Theory]
    [InlineData("paper/re-sps.csv", "2.07", "20.7", "MT-Bench")]
    [InlineData("paper/re-sps.csv", "Vicuna-13B,Hydra", "Vicuna-13B,Medusa", "method")]
    [InlineData("paper/dr-ike.csv", "0.61", "61", "ESR")]
    [InlineData("paper/deepseek-r1-table2.csv", "Maths", "Math", "area")]
    public void An_edited_table_is_refused_with_its_column(string file, string old, string @new, string column)
    {
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Repository.At(["data", .. file.Split('/')]));
        var path = folder.At("edited.csv");
        File.WriteAllText(path, text.Replace(old, @new, StringComparison.Ordinal));
        var schema = file.Contains("re-sps", StringComparison.Ordinal) ? PaperTables.ReSpsSchema
            : file.Contains("ike", StringComparison.Ordinal) ? PaperTables.DrIkeSchema : PaperTables.DeepSeekR1Schema;
        Assert.Equal(column, Assert.Throws<DataFormatException>(() => CsvTable.Read(path, schema)).Column);
    }
}
