using System.Text;
using Kit.Foundation;
using Kit.TestSupport;

namespace Kit.Tests.Foundation;

public class CsvTableTests
{
    private static readonly TableSchema Schema = new(
        Column.Text("name"), Column.Text("kind", "cat", "dog"), Column.Number("weight", 0, 100), Column.Integer("legs", 0, 4),
        Column.Number("age", 0, 30).Optional())
    { Key = ["name", "kind"], Rows = 2 };

    private const string Header = "name,kind,weight,legs,age\n";
    private const string Good = Header + "Tom,cat,4.50,4,3\nRex,dog,20,4,\n";

    [Fact]
    public void A_good_file_gives_its_rows_with_their_lines_and_printed_cells()
    {
        var table = Read(Good);
        Assert.Equal([2, 3], table.Rows.Select(row => row.Line));
        Assert.Equal(["Tom", "cat", "4.50", "4", "3"], table.Rows[0].Printed);
        Assert.Equal(4.5, table.Rows[0].Number("weight"));
        Assert.Equal(4, table.Rows[1].Integer("legs"));
        Assert.True(double.IsNaN(table.Rows[1].Number("age")));
    }

    [Fact]
    public void The_frame_is_typed_and_a_missing_cell_is_a_missing_value()
    {
        var frame = Read(Good).ToFrame();
        Assert.Equal(["name", "kind", "weight", "legs", "age"], frame.ColumnKeys);
        Assert.Equal([0, 1], frame.RowKeys);
        Assert.Equal(24.5, frame.GetColumn<double>("weight").Values.Sum());
        Assert.Equal([4, 4], frame.GetColumn<int>("legs").Values);
        Assert.False(frame.GetColumn<double>("age").TryGet(1).HasValue);
    }

    [Fact]
    public void The_printed_frame_keeps_trailing_zeros() =>
        Assert.Equal("4.50", Read(Good).ToPrintedFrame().GetColumn<string>("weight").Get(0));

    [Theory]
    [InlineData("\uFEFF" + Good)]
    [InlineData("name,kind,weight,legs,age\r\nTom,cat,4.50,4,3\r\nRex,dog,20,4,\r\n")]
    [InlineData(Header + "\"Tom\",\"cat\",\"4.50\",4,3\nRex,dog,20,4,\n")]
    public void A_byte_order_mark_carriage_returns_and_quotes_change_nothing(string text)
    {
        var expected = Read(Good).Rows.Select(row => string.Join('|', row.Printed));
        Assert.Equal(expected, Read(text).Rows.Select(row => string.Join('|', row.Printed)));
    }

    [Fact]
    public void A_quoted_cell_may_hold_a_comma_and_a_doubled_quotation_mark() =>
        Assert.Equal("Tom, \"the\" cat", Read(Header + "\"Tom, \"\"the\"\" cat\",cat,4,4,\nRex,dog,20,4,\n").Rows[0].Text("name"));

    public static TheoryData<string, int?, string?, string> Malformed => new()
    {
        // text, line, column, part of the message
        { "", null, null, "empty" },
        { "\n", 1, "name", "lacks" },
        { "name\n", 1, "kind", "lacks" },
        { "name,kind,weight,legs\nTom,cat,4,4\n", 1, "age", "lacks" },
        { "Name,kind,weight,legs,age\n", 1, "name", "lacks" },
        { " name,kind,weight,legs,age\n", 1, "name", "lacks" },
        { "name;kind;weight;legs;age\n", 1, "name", "lacks" },
        { "name,kind,weight,legs,age,tail\n", 1, "tail", "unknown" },
        { "name,kind,weight,legs,age,\n", 1, "", "unknown" },
        { "name,kind,weight,legs,age,age\n", 1, "age", "2 times" },
        { "name,name,kind,weight,legs,age\n", 1, "name", "2 times" },
        { "kind,name,weight,legs,age\n", 1, null, "another order" },
        { "Tom,cat,4,4,3\nRex,dog,20,4,\n", 1, "name", "lacks" },
        { Header, null, null, "0 rows" },
        { Header + "Tom,cat,4,4,3\n", null, null, "1 rows" },
        { Good + "Kit,cat,1,4,1\n", null, null, "3 rows" },
        { Header + "Tom,cat,4,4,3\nRex,dog,20,4\n", 3, null, "4 cells" },
        { Header + "Tom,cat,4,4,3,9\nRex,dog,20,4,\n", 2, null, "6 cells" },
        { Header + "\nTom,cat,4,4,3\nRex,dog,20,4,\n", 2, null, "empty" },
        { Header + "Tom,cat,4,4,3\n\nRex,dog,20,4,\n", 3, null, "empty" },
        { Header + "Tom;cat;4;4;3\nRex,dog,20,4,\n", 2, null, "1 cells" },
        { Header + ",cat,4,4,3\nRex,dog,20,4,\n", 2, "name", "empty" },
        { Header + "Tom,,4,4,3\nRex,dog,20,4,\n", 2, "kind", "empty" },
        { Header + "Tom,cat,,4,3\nRex,dog,20,4,\n", 2, "weight", "empty" },
        { Header + "Tom,cat,4,,3\nRex,dog,20,4,\n", 2, "legs", "empty" },
        { Header + "Tom,cow,4,4,3\nRex,dog,20,4,\n", 2, "kind", "one of cat, dog" },
        { Header + "Tom,Cat,4,4,3\nRex,dog,20,4,\n", 2, "kind", "one of cat, dog" },
        { Header + "Tom,cat,heavy,4,3\nRex,dog,20,4,\n", 2, "weight", "not a finite number" },
        { Header + "Tom,cat,4 kg,4,3\nRex,dog,20,4,\n", 2, "weight", "not a finite number" },
        { Header + "Tom,cat,\"4,5\",4,3\nRex,dog,20,4,\n", 2, "weight", "not a finite number" },
        { Header + "Tom,cat,0x10,4,3\nRex,dog,20,4,\n", 2, "weight", "not a finite number" },
        { Header + "Tom,cat,1_0,4,3\nRex,dog,20,4,\n", 2, "weight", "not a finite number" },
        { Header + "Tom,cat,NaN,4,3\nRex,dog,20,4,\n", 2, "weight", "not a finite number" },
        { Header + "Tom,cat,Infinity,4,3\nRex,dog,20,4,\n", 2, "weight", "not a finite number" },
        { Header + "Tom,cat,-∞,4,3\nRex,dog,20,4,\n", 2, "weight", "not a finite number" },
        { Header + "Tom,cat,inf,4,3\nRex,dog,20,4,\n", 2, "weight", "not a finite number" },
        { Header + "Tom,cat,1e999,4,3\nRex,dog,20,4,\n", 2, "weight", "not a finite number" },
        { Header + "Tom,cat,1e99,4,3\nRex,dog,20,4,\n", 2, "weight", "out of range" },
        { Header + "Tom,cat,-0.01,4,3\nRex,dog,20,4,\n", 2, "weight", "from 0 to 100" },
        { Header + "Tom,cat,100.01,4,3\nRex,dog,20,4,\n", 2, "weight", "from 0 to 100" },
        { Header + "Tom,cat, 4,4,3\nRex,dog,20,4,\n", 2, "weight", "space" },
        { Header + "Tom ,cat,4,4,3\nRex,dog,20,4,\n", 2, "name", "space" },
        { Header + "Tom,cat,4,4.0,3\nRex,dog,20,4,\n", 2, "legs", "whole number" },
        { Header + "Tom,cat,4,1e0,3\nRex,dog,20,4,\n", 2, "legs", "whole number" },
        { Header + "Tom,cat,4,-1,3\nRex,dog,20,4,\n", 2, "legs", "out of range" },
        { Header + "Tom,cat,4,5,3\nRex,dog,20,4,\n", 2, "legs", "out of range" },
        { Header + "Tom,cat,4,2147483648,3\nRex,dog,20,4,\n", 2, "legs", "out of range" },
        { Header + "Tom,cat,4,99999999999999999999999999999999999999,3\nRex,dog,20,4,\n", 2, "legs", "out of range" },
        { Header + $"Tom,cat,4,{new string('9', 400)},3\nRex,dog,20,4,\n", 2, "legs", "whole number" },
        { Header + "Tom,cat,4,٤,3\nRex,dog,20,4,\n", 2, "legs", "whole number" },
        { Header + "Tom,cat,4,4,31\nRex,dog,20,4,\n", 2, "age", "out of range" },
        { Header + "Tom,cat,4,4,-\nRex,dog,20,4,\n", 2, "age", "not a finite number" },
        { Header + "T\0m,cat,4,4,3\nRex,dog,20,4,\n", 2, "name", "control character" },
        { Header + "T\u001bm,cat,4,4,3\nRex,dog,20,4,\n", 2, "name", "control character" },
        { Header + "T\tm,cat,4,4,3\nRex,dog,20,4,\n", 2, "name", "control character" },
        { Header + "Tom,cat,4,4,3\nTom,cat,5,4,3\n", 3, "kind", "repeats line 2" },
        { Header + "T\"om,cat,4,4,3\nRex,dog,20,4,\n", 2, null, "quotation mark" },
        { Header + "\"Tom\"x,cat,4,4,3\nRex,dog,20,4,\n", 2, null, "quotation mark" },
        { Header + "\"Tom,cat,4,4,3\nRex,dog,20,4,\n", null, null, "" },
        { Header + "Tom,cat,4,4,3\nRex,dog,20,4,\"\n", null, null, "" },
        { Header + $"{new string('x', 10_001)},cat,4,4,3\nRex,dog,20,4,\n", 2, "name", "more than 10000" },
        { Good[..^1], 3, null, "cut off" },
        { "{\"name\": 1}\n", null, null, "" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void A_malformed_file_is_refused_with_line_column_and_reason(string text, int? line, string? column, string reason)
    {
        var error = Assert.Throws<DataFormatException>(() => Read(text));
        Assert.StartsWith(error.Path, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.True(error.Message.Length < 1000, $"the message has {error.Message.Length} characters");
        Assert.DoesNotContain('\n', error.Message);
        if (reason.Length > 0)
        {
            Assert.Equal((line, column), (error.Line, error.Column));
        }
    }

    [Fact]
    public void At_least_fifty_malformed_files_are_tried() => Assert.True(Malformed.Count >= 50);

    [Fact]
    public void A_file_cut_off_at_any_byte_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Header + "Tóm,cat,4.50,4,3\n\"Rex, é\",dog,20,4,12\n");
        Assert.Equal(2, ReadBytes(bytes).Rows.Count);
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<DataFormatException>(() => ReadBytes(bytes[..length]));
        }
    }

    [Theory]
    [InlineData(new byte[] { 0xC3, 0x28 })]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0xFF, 0xFE })]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF5, 0x80, 0x80, 0x80 })]
    public void Bytes_that_are_not_utf8_are_refused_with_their_line(byte[] bad)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Header + "Tom,cat,4,4,3\n"), .. bad, .. Encoding.UTF8.GetBytes(",dog,20,4,\n")];
        var error = Assert.Throws<DataFormatException>(() => ReadBytes(bytes));
        Assert.Equal(3, error.Line);
        Assert.Contains("UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_a_hundred_megabytes_is_refused_before_it_is_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("long.csv");
        using (var file = File.Create(path))
        {
            file.SetLength(100_000_000);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<DataFormatException>(() => CsvTable.Read(path, Schema));
        Assert.Contains("100000000 bytes", error.Message, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains("nowhere.csv", Assert.Throws<FileNotFoundException>(() => CsvTable.Read("nowhere.csv", Schema)).Message, StringComparison.Ordinal);

    [Fact]
    public void Random_bytes_give_a_table_or_a_refusal_and_nothing_else()
    {
        const string alphabet = "Tomcat,dog\"\n\r\t 0123456789.-eé\0";
        var state = 12345u;
        for (var file = 0; file < 500; file++)
        {
            var text = new StringBuilder(Good);
            for (var edit = 0; edit < 3; edit++)
            {
                state = (state * 1664525) + 1013904223;
                var at = (int)(state >> 8) % text.Length;
                text[at] = alphabet[(int)(state >> 4) % alphabet.Length];
            }

            try
            {
                Assert.Equal(2, Read(text.ToString()).Rows.Count);
            }
            catch (DataFormatException)
            {
                // A refusal is a right answer; any other exception fails the test.
            }
        }
    }

    [Fact]
    public void A_schema_that_declares_a_column_twice_is_refused() =>
        Assert.Contains("'a'", Assert.Throws<ArgumentException>(() => new TableSchema(Column.Text("a"), Column.Text("a"))).Message, StringComparison.Ordinal);

    private static CsvTable Read(string text) => ReadBytes(Encoding.UTF8.GetBytes(text));

    private static CsvTable ReadBytes(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("table.csv");
        File.WriteAllBytes(path, bytes);
        return CsvTable.Read(path, Schema);
    }
}
