using Deedle;
using Kit.TestSupport;

namespace Standins.Tests.Deedle;

public class CsvTests
{
    [Theory]
    [InlineData("2,4,6", typeof(int))]
    [InlineData("2,,6", typeof(int))]
    [InlineData("2,NA,6", typeof(double))]
    [InlineData("0,1,0", typeof(bool))]
    [InlineData("0,0,0", typeof(int))]
    [InlineData("0,1,2", typeof(int))]
    [InlineData("true,No,", typeof(bool))]
    [InlineData("1,9999999999,3", typeof(long))]
    [InlineData("1.5,2,3", typeof(decimal))]
    [InlineData("1.5,,3", typeof(double))]
    [InlineData("1e400,2,3", typeof(double))]
    [InlineData("97.2%,1%,2%", typeof(decimal))]
    [InlineData("2024-02-29,2024-03-01,", typeof(DateTime))]
    [InlineData("5-1-6,7-4-8,3-1-4", typeof(DateTime))] // what the real package makes of it, too: name the type
    [InlineData("1:30,2:45,3:00", typeof(string))]
    [InlineData("a,1,2", typeof(string))]
    [InlineData(",,", typeof(string))]
    [InlineData("9f1c9f0e-5b1e-4c58-8a5b-0d5b1a2b3c4d,,", typeof(Guid))]
    public void The_type_of_a_column_is_the_narrowest_that_fits(string cells, Type expected)
    {
        var frame = Sample.Csv("x,y\n" + string.Concat(cells.Split(',').Select(c => c + ",.\n")));
        Assert.Equal(expected, frame.ColumnTypes.First());
    }

    [Fact]
    public void Rows_are_counted_and_empty_cells_missing_in_all_but_text()
    {
        var frame = Sample.Csv("name,n,score\r\na,1,0.5\r\n\"b, \"\"c\"\"\",,\r\n,3,NA\r\n");
        Assert.Equal([0, 1, 2], frame.RowKeys);
        Assert.Equal(["a", "b, \"c\"", ""], frame.GetColumn<string>("name").Values);
        Assert.Equal([1, 3], frame.GetColumn<int>("n").Values);
        Assert.Equal([0.5], frame["score"].Values);
    }

    [Fact]
    public void A_schema_gives_types_by_name_or_place_and_new_names()
    {
        var byName = Sample.Csv("config,tt\n5-1-6,2\n", schema: "config=string,tt=float");
        Assert.Equal([typeof(string), typeof(double)], byName.ColumnTypes);
        var byPlace = Sample.Csv("config,tt\n5-1-6,2\n", schema: "setting (string),int64");
        Assert.Equal(["setting", "tt"], byPlace.ColumnKeys);
        Assert.Equal([typeof(string), typeof(long)], byPlace.ColumnTypes);
        Assert.Contains("config, tt", Assert.Throws<InvalidDataException>(() => Sample.Csv("config,tt\n", schema: "x=int")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Sample.Csv("config,tt\n", schema: "tt=number"));
    }

    [Fact]
    public void Headers_separators_and_rows_are_as_asked()
    {
        Assert.Equal(["Column1", "Column2"], Sample.Csv("1;2\n", separators: ";", hasHeaders: false).ColumnKeys);
        Assert.Equal(["a", "Column2", "a2"], Sample.Csv("a,,a\n1,2,3\n").ColumnKeys);
        Assert.Equal(0, Sample.Csv("a,b\n").RowCount);
        using var stream = new MemoryStream("a\n1\n2\n3\n"u8.ToArray());
        Assert.Equal([1, 2], Frame.ReadCsv(stream, maxRows: 2).GetColumn<int>("a").Values);
        Assert.True(stream.CanRead);
        using var text = new MemoryStream("a\n1\n"u8.ToArray());
        Assert.Equal([typeof(string)], Frame.ReadCsv(text, inferTypes: false).ColumnTypes);
    }

    [Fact]
    public void A_saved_frame_is_read_again()
    {
        using var folder = new TemporaryFolder();
        var frame = Sample.Speedups();
        frame.SaveCsv(folder.At("s.csv"));
        Assert.Equal("Model,Benchmark,Speedup\nB,gsm,3\nA,gsm,2\nA,code,4\nB,code,6\nB,qa,\n", File.ReadAllText(folder.At("s.csv")));
        Assert.Equal(frame["Speedup"], Frame.ReadCsv(folder.At("s.csv"))["Speedup"]);
        frame.SaveCsv(folder.At("s.tsv"), includeRowKeys: true);
        Assert.StartsWith("Key\tModel\tBenchmark\tSpeedup\n0\tB", File.ReadAllText(folder.At("s.tsv")), StringComparison.Ordinal);
        frame.GroupRowsBy<string>("Model").SaveCsv(folder.At("g.csv"), ["group", "row"], ';');
        Assert.StartsWith("group;row;Model;Benchmark;Speedup\nB;0;B;gsm;3\n", File.ReadAllText(folder.At("g.csv")), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => frame.SaveCsv(folder.At("k.csv"), ["one", "two"]));
    }

    [Fact]
    public void Numbers_and_text_survive_the_round_trip() => Property.Holds<(double, string, long)[]>(records =>
    {
        var clean = records.Select(r => new { Number = r.Item1, Text = Printable(r.Item2), Whole = r.Item3 }).ToList();
        var frame = Frame.FromRecords(clean);
        using var writer = new StringWriter();
        frame.SaveCsv(writer);
        var back = Sample.Csv(writer.ToString(), schema: "Number=float,Text=string,Whole=int64");
        return back.GetColumn<double>("Number").Equals(frame.GetColumn<double>("Number"))
            && back.GetColumn<string>("Text").Equals(frame.GetColumn<string>("Text"))
            && back.GetColumn<long>("Whole").Equals(frame.GetColumn<long>("Whole"));
    });

    // Any text that UTF-8 can hold; a missing one is read as an empty one.
    private static string Printable(string? text) => string.Concat((text ?? "").Where(c => !char.IsSurrogate(c)));
}
