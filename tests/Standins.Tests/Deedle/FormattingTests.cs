using Deedle;

namespace Standins.Tests.Deedle;

public class FormattingTests
{
    [Fact]
    public void A_frame_is_printed_as_a_table()
    {
        Assert.Equal(Lines(
            "     Model Benchmark Speedup   ",
            "0 -> B     gsm       3         ",
            "1 -> A     gsm       2         ",
            "2 -> A     code      4         ",
            "3 -> B     code      6         ",
            "4 -> B     qa        <missing> "), Sample.Speedups().Format());
    }

    [Fact]
    public void Types_and_what_is_left_out_are_shown()
    {
        Assert.Equal(Lines(
            "     Model    ... Speedup   ",
            "     (string) ... (float)   ",
            "0 -> B        ... 3         ",
            ":    ...      ... ...       ",
            "4 -> B        ... <missing> "), Sample.Speedups().Format(1, 1, 1, 1, printTypes: true, showInfo: false));
        Assert.EndsWith(Lines("", "5 rows x 3 columns") + "1 missing values", Sample.Speedups().Format(false, true), StringComparison.Ordinal);
    }

    [Fact]
    public void Levels_of_ordered_keys_are_printed_once()
    {
        var grouped = Sample.Speedups().Columns[["Model", "Speedup"]].DropSparseRows().GroupRowsBy<string>("Model").SortRowsByKey();
        Assert.Equal(Lines(
            "       Model Speedup ",
            "A 1 -> A     2       ",
            "  2 -> A     4       ",
            "B 0 -> B     3       ",
            "  3 -> B     6       "), grouped.Format());
    }

    [Fact]
    public void A_series_is_printed_below_and_beside()
    {
        var series = Sample.Numbers(("a", 1), ("bb", double.NaN), ("c", 3.25));
        Assert.Equal(Lines("a  -> 1         ", "bb -> <missing> ", "c  -> 3.25      "), series.Format());
        Assert.Equal("series [ a => 1; bb => <missing>; c => 3.25]", series.ToString());
        Assert.Equal(Lines("a   -> 1    ", "... -> ...  ", "c   -> 3.25 "), series.Format(2));
        Assert.Equal([["(Empty)"]], new Series<int, int>([], []).FormatStrings(5, 5));
    }

    [Fact]
    public void Long_cells_are_cut()
    {
        var frame = Frame.FromRecords([new { Text = new string('x', 60) }]);
        Assert.Contains(new string('x', 47) + "... ", frame.Format(), StringComparison.Ordinal);
        Assert.DoesNotContain(new string('x', 48), frame.Format(), StringComparison.Ordinal);
    }

    private static string Lines(params string[] lines) => string.Concat(lines.Select(l => l + Environment.NewLine));
}
