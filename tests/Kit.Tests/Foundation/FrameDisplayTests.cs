using Deedle;
using Kit.Display;
using Kit.Foundation;

namespace Kit.Tests.Foundation;

public class FrameDisplayTests
{
    private static Frame<string, string> Pets() => new FrameBuilder.Columns<string, string>
    {
        { "name", new Series<string, string>(["a", "b<"], ["Tom & Co", null!]) },
        { "weight", new Series<string, double>(["a", "b<"], [4.5, double.NaN]) },
        { "legs", new Series<string, int>(["a", "b<"], [4, 12]) },
    }.Frame;

    [Fact]
    public void A_frame_becomes_a_table_with_escaped_texts_and_dashes_for_missing_cells() =>
        Assert.Equal("""
            <table>
            <thead><tr><th></th><th style="text-align:left">name</th><th style="text-align:right">weight</th><th style="text-align:right">legs</th></tr></thead>
            <tbody>
            <tr><th style="text-align:left">a</th><td style="text-align:left">Tom &amp; Co</td><td style="text-align:right">4.5</td><td style="text-align:right">4</td></tr>
            <tr><th style="text-align:left">b&lt;</th><td style="text-align:left">—</td><td style="text-align:right">—</td><td style="text-align:right">12</td></tr>
            </tbody>
            </table>
            """, FrameDisplay.Table(Pets()).Text("text/html"));

    [Fact]
    public void The_text_is_aligned_and_names_missing_cells() =>
        Assert.Equal("""
                name          weight  legs
            a   Tom & Co         4.5     4
            b<  <missing>  <missing>    12
            """, FrameDisplay.Table(Pets()).Text("text/plain"));

    [Fact]
    public void A_long_frame_is_cut_with_a_note()
    {
        var bundle = FrameDisplay.Table(PaperTables.SpecBundle().Frame);
        Assert.Contains("… 715 more rows (740 in all)", bundle.Text("text/html"), StringComparison.Ordinal);
        Assert.EndsWith("… 715 more rows (740 in all)", bundle.Text("text/plain"), StringComparison.Ordinal);
        Assert.Equal(1 + FrameDisplay.MaximumRows + 1, bundle.Text("text/plain")!.Split('\n').Length);
        Assert.Contains("… 737 more rows", FrameDisplay.Table(PaperTables.SpecBundle().Frame, rows: 3).Text("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_registered_frame_is_formatted_as_a_table_and_other_values_are_left_alone()
    {
        FrameDisplay.Register();
        Assert.Equal(FrameDisplay.Table(Pets()).Text("text/html"), Formatter.Format(Pets()).Text("text/html"));
        Assert.Equal(FrameDisplay.Table(Pets().GetColumn<double>("weight")).Text("text/html"), Formatter.Format(Pets().GetColumn<double>("weight")).Text("text/html"));
        Assert.Null(Formatter.Format(17).Text("text/html"));
    }

    [Fact]
    public void A_table_as_the_result_of_a_cell_is_shown_as_it_is()
    {
        var table = FrameDisplay.Table(Pets(), rows: 1);
        Assert.Same(table, Formatter.Format(table));
    }

    [Fact]
    public void Printed_numbers_are_aligned_right_and_keep_their_digits()
    {
        var html = FrameDisplay.Table(PaperTables.ReSps().Printed).Text("text/html");
        Assert.Contains("<td style=\"text-align:right\">2.50</td>", html, StringComparison.Ordinal);
        Assert.Contains("<td style=\"text-align:left\">&lt; 1e-29</td>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 0.5, 2.0 }, new[] { "0.5", "2.0" })]
    [InlineData(new[] { 1.0, 2.0 }, new[] { "1", "2" })]
    [InlineData(new[] { 0.97180338, 1.0 }, new[] { "0.9718", "1.0000" })]
    [InlineData(new[] { 1e12, -0.25 }, new[] { "1E+12", "-0.25" })]
    [InlineData(new[] { 0.00001, 0.0 }, new[] { "1E-05", "0.0000" })]
    public void A_column_shows_as_many_decimals_as_it_needs_and_at_most_four(double[] values, string[] expected)
    {
        var lines = FrameDisplay.Table(new Series<int, double>([0, 1], values)).Text("text/plain")!.Split('\n');
        Assert.Equal(expected, lines[1..].Select(line => line[1..].Trim()));
    }
}
