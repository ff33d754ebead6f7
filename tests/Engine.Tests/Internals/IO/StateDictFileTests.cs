using System.Text;
using TorchSharp.Native;

namespace Engine.Tests.Internals.IO;

/// <summary>TorchSharp's own file format of a module's state, put together here byte by byte from its description.</summary>
public sealed class StateDictFileTests
{
    /// <summary>Two entries: "w" float32 [2] = 1, -2, and "größe" int64 [] = 7.</summary>
    private static byte[] Sample =>
    [
        2,
        1, (byte)'w', 6, 1, 2, 0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0,
        7, .. Encoding.UTF8.GetBytes("größe"), 4, 0, 7, 0, 0, 0, 0, 0, 0, 0,
    ];

    [Fact]
    public void A_file_put_together_by_hand_loads()
    {
        var state = State();
        var loaded = new Dictionary<string, bool>();
        Read(Sample, state, loaded: loaded);
        Assert.Equal([1, -2], state["w"].data<float>().ToArray());
        Assert.Equal(7, state["größe"].item<long>());
        Assert.Equal(["größe", "w"], loaded.Where(l => l.Value).Select(l => l.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_written_is_what_the_description_says()
    {
        var state = State();
        Read(Sample, state);
        using var stream = new MemoryStream();
        StateDictFile.Write(stream, [.. state.Select(s => (s.Key, s.Value))]);
        Assert.Equal(Sample, stream.ToArray());
    }

    [Fact]
    public void Elements_are_written_in_row_major_order_whatever_the_strides()
    {
        using var plain = tensor([1.0, 2, 3, 4, 5, 6], [2, 3], dtype: ScalarType.Byte);
        using var turned = new Op("aten::t").Call(plain);
        using var stream = new MemoryStream();
        StateDictFile.Write(stream, [("t", turned)]);
        Assert.Equal<byte>([1, 1, (byte)'t', 0, 2, 3, 2, 1, 4, 2, 5, 3, 6], stream.ToArray());
    }

    [Fact]
    public void Conjugation_that_is_only_noted_is_written_out()
    {
        using var real = tensor([2.0], [1], dtype: ScalarType.ComplexFloat64);
        using var turned = new Op("aten::mul", "Tensor").Call(real, Imaginary());
        using var conjugate = new Op("aten::conj").Call(turned);
        using var stream = new MemoryStream();
        conjugate.Save(stream);
        Assert.Equal(-2.0, BitConverter.ToDouble(stream.ToArray(), 3 + 8));
    }

    [Fact]
    public void Names_of_more_than_127_bytes_have_a_length_of_two_bytes()
    {
        var name = new string('x', 300);
        using var value = tensor([1.5], [1]);
        using var stream = new MemoryStream();
        StateDictFile.Write(stream, [(name, value)]);
        Assert.Equal<byte>([1, 0xac, 0x02, (byte)'x'], stream.ToArray()[..4]);
        using var target = tensor([0.0], [1]);
        Read(stream.ToArray(), new() { [name] = target });
        Assert.Equal(1.5, target.item<double>());
    }

    [Fact]
    public void Where_it_is_strict_names_and_their_number_must_agree()
    {
        var state = State();
        var more = State();
        more["b"] = tensor([0.0], [1]);
        Assert.Contains("expected 3, but found 2", Assert.Throws<ArgumentException>(() => Read(Sample, more)).Message, StringComparison.Ordinal);
        state.Remove("w");
        Assert.Contains("'w'", Assert.Throws<ArgumentException>(() => Read(Sample, state)).Message, StringComparison.Ordinal);
        Assert.Equal(0, state["größe"].item<long>());
        Read(Sample, state, strict: false);
        Assert.Equal(7, state["größe"].item<long>());
        Read(Sample, more, strict: false);
        Assert.Equal([1, -2], more["w"].data<float>().ToArray());
    }

    [Fact]
    public void Skipped_entries_stay_as_they_are()
    {
        var state = State();
        var loaded = new Dictionary<string, bool>();
        Read(Sample, state, skip: ["w"], loaded: loaded);
        Assert.Equal([0, 0], state["w"].data<float>().ToArray());
        Assert.Equal(7, state["größe"].item<long>());
        Assert.False(loaded["w"]);
    }

    [Fact]
    public void A_file_truncated_anywhere_is_refused_and_changes_nothing()
    {
        for (var length = 0; length < Sample.Length; length++)
        {
            var state = State();
            Assert.Throws<EndOfStreamException>(() => Read(Sample[..length], state));
            AssertUntouched(state);
        }
    }

    [Fact]
    public void A_file_with_any_header_byte_changed_is_refused_and_changes_nothing()
    {
        // All but the elements: 5 to 12 of 'w', 8 at the end.
        var header = Enumerable.Range(0, Sample.Length).Where(i => i is < 6 or (>= 14 and < 24)).ToList();
        foreach (var at in header)
            for (var value = 0; value < 256; value++)
            {
                if (Sample[at] == value)
                    continue;
                var bytes = Sample;
                bytes[at] = (byte)value;
                var state = State();
                var e = Record.Exception(() => Read(bytes, state));
                Assert.True(e is InvalidDataException or EndOfStreamException or ArgumentException, $"byte {at} as {value}: {e}");
                AssertUntouched(state);
            }
    }

    [Theory]
    [InlineData("1 255 255 255 255 15", "length of the name")]
    [InlineData("1 2 195 40 6 0 0 0 0 0", "UTF-8")]
    [InlineData("2 1 119 6 1 2 0 0 0 0 0 0 0 0 1 119 6 1 2 0 0 0 0 0 0 0 0", "again")]
    public void Absurd_entries_are_named(string numbers, string about)
    {
        var e = Assert.Throws<InvalidDataException>(() => Read([.. numbers.Split(' ').Select(byte.Parse)], State()));
        Assert.Contains(about, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_of_entries_that_are_not_there_allocates_nothing() =>
        Assert.Throws<EndOfStreamException>(() => Read([255, 255, 255, 255, 255, 255, 255, 255, 127], State()));

    /// <summary>i, [1].</summary>
    private static Tensor Imaginary()
    {
        using var minus = tensor([-1.0], [1], dtype: ScalarType.ComplexFloat64);
        return new Op("aten::sqrt").Call(minus);
    }

    private static Dictionary<string, Tensor> State() =>
        new() { ["w"] = tensor([0.0, 0], [2], dtype: ScalarType.Float32), ["größe"] = tensor([0.0], [], dtype: ScalarType.Int64) };

    private static void AssertUntouched(Dictionary<string, Tensor> state)
    {
        Assert.Equal([0, 0], state["w"].data<float>().ToArray());
        Assert.Equal(0, state["größe"].item<long>());
    }

    private static void Read(byte[] bytes, Dictionary<string, Tensor> state, bool strict = true, ICollection<string>? skip = null,
        Dictionary<string, bool>? loaded = null) =>
        StateDictFile.Read(new MemoryStream(bytes), state.GetValueOrDefault, strict, skip, state.Count, loaded);
}
