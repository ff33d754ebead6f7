using System.Text;
using Deedle;
using Kit.TestSupport;

namespace Standins.Tests.Deedle;

/// <summary>A file that is no table ends in a message with file and line, never in a wrong number.</summary>
public class BadCsvTests
{
    [Theory]
    [InlineData("a,b\n1,2\n3\n", "line 3", "1 fields where there are 2 columns (a, b)")]
    [InlineData("a,b\n1,2\n\n3,4,5\n", "line 4", "3 fields")]
    [InlineData("a,b\n1,\"2\n3,4\n", "line 2", "")]
    [InlineData("a,b\n1,x\"2\"\n", "line 2", "")]
    [InlineData("", "empty", "header line")]
    public void Malformed_lines_are_named(string text, string where, string what)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("bad.csv"), text);
        var error = Assert.Throws<InvalidDataException>(() => Frame.ReadCsv(folder.At("bad.csv")));
        Assert.Contains("bad.csv", error.Message, StringComparison.Ordinal);
        Assert.Contains(where, error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_does_not_fit_its_column_is_an_error_and_not_a_gap()
    {
        var text = "n\n" + string.Concat(Enumerable.Repeat("5\n", 150)) + "six\n";
        var error = Assert.Throws<InvalidDataException>(() => Sample.Csv(text));
        Assert.Contains("line 152, column 'n': 'six' is no Int32", error.Message, StringComparison.Ordinal);
        Assert.Contains("inferRows: 0", error.Message, StringComparison.Ordinal);
        Assert.Equal([typeof(string)], Sample.Csv(text, inferRows: 0).ColumnTypes);
        Assert.Contains("in the schema", Assert.Throws<InvalidDataException>(() => Sample.Csv("n\nx\n", schema: "n=int")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Huge_integers_are_not_cut()
    {
        Assert.Equal([123456789012345678901234567m], Sample.Csv("n\n123456789012345678901234567\n").GetColumn<decimal>("n").Values);
        Assert.Equal([typeof(double)], Sample.Csv("n\n" + new string('9', 40) + "\n").ColumnTypes);
        Assert.Throws<InvalidDataException>(() => Sample.Csv("n\n99999999999\n", schema: "n=int"));
    }

    [Fact]
    public void Invalid_UTF8_is_named_by_line()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.At("latin.csv"), [.. "a,b\nx,y\n"u8, 0xE9, .. ",z\n"u8]);
        var error = Assert.Throws<InvalidDataException>(() => Frame.ReadCsv(folder.At("latin.csv")));
        Assert.Contains("latin.csv, line 3: this is no UTF-8", error.Message, StringComparison.Ordinal);
        Assert.Equal("é", Frame.ReadCsv(folder.At("latin.csv"), encoding: Encoding.Latin1)["a", 1]);
    }

    [Theory]
    [InlineData("x")] // one endless field
    [InlineData(",")] // endlessly many
    [InlineData("\"")] // quotes
    public void A_line_of_100_MB_is_refused(string piece)
    {
        using var stream = new Endless(Encoding.UTF8.GetBytes("a\n"), (byte)piece[0], 100_000_000);
        var error = Assert.Throws<InvalidDataException>(() => Frame.ReadCsv(stream));
        Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
        Assert.True(stream.Position < 50_000_000, "It should give up long before the end.");
    }

    [Fact]
    public void Any_cut_of_a_file_is_read_or_refused()
    {
        const string Whole = "name,score\n\"a \"\"quoted\"\" one\",1.5\nb,2\n";
        for (var length = 0; length < Whole.Length; length++)
        {
            var error = Record.Exception(() => Sample.Csv(Whole[..length]));
            Assert.True(error is null or InvalidDataException, $"cut at {length}: {error}");
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains("nowhere.csv", Assert.Throws<FileNotFoundException>(() => Frame.ReadCsv("nowhere.csv")).Message, StringComparison.Ordinal);

    /// <summary>A start and then one byte over and over, without a file of that size.</summary>
    private sealed class Endless(byte[] start, byte rest, long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var size = (int)Math.Min(count, length - Position);
            for (var i = 0; i < size; i++)
                buffer[offset + i] = Position + i < start.Length ? start[Position + i] : rest;
            Position += size;
            return size;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
