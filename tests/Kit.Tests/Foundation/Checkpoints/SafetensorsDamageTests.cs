using System.Text;
using Kit.Foundation.Checkpoints;
using Kit.TestSupport;

namespace Kit.Tests.Foundation.Checkpoints;

/// <summary>Files that were cut off, damaged or made to harm. Opening them needs no engine.</summary>
public sealed class SafetensorsDamageTests : IDisposable
{
    private const string Good = """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"U8","shape":[3],"data_offsets":[8,11]}}""";

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.At("damaged.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_file_that_the_others_are_damaged_copies_of_is_good()
    {
        Compose(Good, 11);

        using var file = Safetensors.Open(Path);

        Assert.Equal([2L], file["a"].Shape);
        Assert.Equal((8L + Good.Length + 8, 3L), (file["b"].Start, file["b"].Length));
    }

    [Fact]
    public void Cut_off_at_any_byte_it_is_refused()
    {
        Compose(Good, 11);
        var whole = File.ReadAllBytes(Path);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(Path, whole[..length]);

            var problem = Assert.Throws<SafetensorsException>(() => Safetensors.Open(Path));

            Assert.StartsWith(Path, problem.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]                 // more than the file has
    [InlineData(100_000_001)]          // more than the format allows
    [InlineData(-1)]                   // 2⁶⁴ − 1
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void A_header_cannot_be_so_long(long length)
    {
        Compose(Good, 11, length);

        Assert.Contains("header", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_length_beyond_the_formats_bound_is_refused_even_where_the_file_has_it()
    {
        using (var sparse = File.Create(Path))
        {
            sparse.Write(BitConverter.GetBytes(100_000_001L));
            sparse.SetLength(100_000_100);
        }

        Assert.Contains("100000000", Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"{}\"")]
    [InlineData(" {}")]                // the format: the header begins with a brace
    [InlineData("{} x")]
    [InlineData("{")]
    [InlineData("{,}")]
    [InlineData("""{"\ud800":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}""")]
    [InlineData("""{"__metadata__":{"deep":[[[[[[]]]]]]}}""")]
    public void This_is_no_header(string header)
    {
        Compose(header, 0);

        Refused();
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused()
    {
        byte[] header = [.. "{\"__metadata__\":{\"k\":\""u8, 0xff, .. "\"}}"u8];
        File.WriteAllBytes(Path, [.. BitConverter.GetBytes((long)header.Length), .. header]);

        Assert.Contains("UTF-8", Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", 2)]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"\u0061":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", 2)]
    [InlineData("""{"a":{"dtype":"U8","dtype":"I8","shape":[1],"data_offsets":[0,1]}}""", 1)]
    [InlineData("""{"__metadata__":{"k":"1","k":"2"}}""", 0)]
    public void A_name_that_stands_twice_is_refused(string header, int bytes)
    {
        Compose(header, bytes);

        Refused();
    }

    [Theory]
    [InlineData("""{"__metadata__":[]}""")]
    [InlineData("""{"__metadata__":{"k":1}}""")]
    [InlineData("""{"__metadata__":null}""")]
    public void Metadata_are_text(string header)
    {
        Compose(header, 0);

        Assert.Contains("__metadata__", Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", 8)]
    [InlineData("""{"shape":[2],"data_offsets":[0,8]}""", 8)]
    [InlineData("""{"dtype":"F32","data_offsets":[0,8]}""", 8)]
    [InlineData("""{"dtype":"F32","shape":[2]}""", 8)]
    [InlineData("""{"dtype":7,"shape":[2],"data_offsets":[0,8]}""", 8)]
    [InlineData("""{"dtype":"F33","shape":[2],"data_offsets":[0,8]}""", 8)]
    [InlineData("""{"dtype":"f32","shape":[2],"data_offsets":[0,8]}""", 8)]
    [InlineData("""{"dtype":"F32","shape":2,"data_offsets":[0,8]}""", 8)]
    [InlineData("""{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}""", 8)]
    [InlineData("""{"dtype":"F32","shape":["2"],"data_offsets":[0,8]}""", 8)]
    [InlineData("""{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}""", 8)]
    [InlineData("""{"dtype":"F32","shape":[-1,-2],"data_offsets":[0,8]}""", 8)]
    [InlineData("""{"dtype":"F32","shape":[18446744073709551618],"data_offsets":[0,8]}""", 8)]    // 2⁶⁴ + 2
    [InlineData("""{"dtype":"F32","shape":[4611686018427387904],"data_offsets":[0,8]}""", 8)]
    [InlineData("""{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}""", 0)]   // 2⁶⁶ bytes: 0 where nobody looks
    [InlineData("""{"dtype":"F32","shape":[2305843009213693952,2],"data_offsets":[0,0]}""", 0)]   // 2⁶⁴ bytes: likewise
    [InlineData("""{"dtype":"F32","shape":[0,2305843009213693952,8],"data_offsets":[0,0]}""", 0)] // no element, but strides beyond all bounds
    [InlineData("""{"dtype":"F32","shape":[2],"data_offsets":[0]}""", 8)]
    [InlineData("""{"dtype":"F32","shape":[2],"data_offsets":[0,8,8]}""", 8)]
    [InlineData("""{"dtype":"F32","shape":[2],"data_offsets":[0,7]}""", 7)]
    [InlineData("""{"dtype":"F32","shape":[3],"data_offsets":[0,8]}""", 8)]
    [InlineData("""{"dtype":"F32","shape":[2],"data_offsets":[8,0]}""", 8)]
    [InlineData("""{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}""", 8)]
    [InlineData("""{"dtype":"F32","shape":[2],"data_offsets":[0,8]}""", 7)]  // the file is too short
    [InlineData("""{"dtype":"F32","shape":[2],"data_offsets":[4,12]}""", 12)] // a gap before it
    [InlineData("""{"dtype":"F32","shape":[2],"data_offsets":[9223372036854775800,9223372036854775808]}""", 8)]
    [InlineData("""{"dtype":"F32","shape":[2],"data_offsets":[4611686018427387900,4611686018427387908]}""", 8)]
    public void An_entry_that_does_not_fit_is_refused_by_the_tensors_name(string entry, int bytes)
    {
        Compose($$"""{"w":{{entry}}}""", bytes);

        Assert.StartsWith($"{Path}, tensor 'w': ", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void More_dimensions_than_any_tensor_has_are_refused()
    {
        Compose($$$"""{"w":{"dtype":"U8","shape":[{{{string.Join(',', Enumerable.Repeat(1, 65))}}}],"data_offsets":[0,1]}}""", 1);

        Assert.Contains("'w'", Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 4, 3, 7, 7)]   // one byte belongs to both
    [InlineData(0, 4, 0, 4, 4)]   // both are the same bytes
    [InlineData(0, 4, 5, 9, 9)]   // one byte belongs to neither
    [InlineData(4, 8, 0, 4, 9)]   // one byte follows both
    public void Every_byte_belongs_to_exactly_one_tensor(int start, int end, int otherStart, int otherEnd, int bytes)
    {
        Compose($$$"""{"a":{"dtype":"F32","shape":[],"data_offsets":[{{{start}}},{{{end}}}]},"b":{"dtype":"F32","shape":[],"data_offsets":[{{{otherStart}}},{{{otherEnd}}}]}}""", bytes);

        Refused();
    }

    [Fact]
    public void A_byte_of_two_tensors_is_not_made_good_by_one_of_none()
    {
        Compose("""{"a":{"dtype":"I32","shape":[],"data_offsets":[0,4]},"b":{"dtype":"I32","shape":[],"data_offsets":[3,7]},"c":{"dtype":"I32","shape":[],"data_offsets":[8,12]}}""", 12);

        Assert.Contains("'b'", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_what_it_is() =>
        Assert.Throws<FileNotFoundException>(() => Safetensors.Open(_folder.At("nowhere.safetensors")));

    private void Compose(string header, int bytes, long? length = null)
    {
        var json = Encoding.UTF8.GetBytes(header);
        File.WriteAllBytes(Path, [.. BitConverter.GetBytes(length ?? json.Length), .. json, .. new byte[bytes]]);
    }

    private string Refused() => Assert.Throws<SafetensorsException>(() => Safetensors.Open(Path)).Message;
}
