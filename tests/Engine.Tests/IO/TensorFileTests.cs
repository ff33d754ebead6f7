namespace Engine.Tests.IO;

/// <summary>TorchSharp's own file format of a tensor, put together here byte by byte from its description.</summary>
public sealed class TensorFileTests
{
    /// <summary>int16 (2), two dimensions, 2 by 3; then 1, -2, 3, 256, -32768, 32767.</summary>
    private static readonly byte[] s_int16 = [2, 2, 2, 3, 1, 0, 0xfe, 0xff, 3, 0, 0, 1, 0, 0x80, 0xff, 0x7f];

    /// <summary>float32 (6), one dimension of 200 elements (0xc8 0x01 in LEB128), all zero but the last, which is 1.</summary>
    private static byte[] Long => [6, 1, 0xc8, 0x01, .. new byte[199 * 4], 0, 0, 0x80, 0x3f];

    [Fact]
    public void A_file_put_together_by_hand_loads()
    {
        using var tensor = Read(s_int16);
        Assert.Equal(ScalarType.Int16, tensor.dtype);
        Assert.Equal([2, 3], tensor.shape);
        Assert.Equal<short>([1, -2, 3, 256, -32768, 32767], tensor.data<short>().ToArray());
    }

    [Fact]
    public void A_size_of_two_LEB128_bytes_loads()
    {
        using var tensor = Read(Long);
        Assert.Equal([200], tensor.shape);
        Assert.Equal(1f, tensor.data<float>().ToArray()[^1]);
        Assert.Equal(1.0, tensor.to_type(ScalarType.Float64).sum().item<double>());
    }

    [Fact]
    public void A_scalar_has_no_sizes_and_an_empty_tensor_no_bytes()
    {
        using var scalar = Read([11, 0, 1]);
        Assert.Equal((ScalarType.Bool, 0), (scalar.dtype, scalar.ndim));
        Assert.True(scalar.item<bool>());
        using var empty = Read([7, 2, 0, 5]);
        Assert.Equal([0, 5], empty.shape);
    }

    [Fact]
    public void What_is_saved_is_what_the_description_says()
    {
        using var tensor = Read(s_int16);
        Assert.Equal(s_int16, Written(tensor));
    }

    [Theory]
    [InlineData(ScalarType.Byte)]
    [InlineData(ScalarType.Int8)]
    [InlineData(ScalarType.Int16)]
    [InlineData(ScalarType.Int32)]
    [InlineData(ScalarType.Int64)]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.Bool)]
    [InlineData(ScalarType.ComplexFloat32)]
    [InlineData(ScalarType.ComplexFloat64)]
    public void Every_element_type_comes_back_bit_by_bit(ScalarType dtype)
    {
        using var tensor = Sample(dtype);
        var bytes = Written(tensor);
        using var back = Read(bytes);
        Assert.Equal(dtype, back.dtype);
        Assert.Equal(tensor.shape, back.shape);
        Assert.Equal(bytes, Written(back));
    }

    [Fact]
    public void A_tensor_that_requires_a_gradient_is_saved_and_loaded_into()
    {
        using var weight = Sample(ScalarType.Float32);
        weight.requires_grad = true;
        var bytes = Written(weight);
        using var target = tensor(new double[4], [2, 2]).to_type(ScalarType.Float32);
        target.requires_grad = true;
        using (var reader = new BinaryReader(new MemoryStream(bytes)))
            target.Load(reader);
        Assert.True(target.requires_grad);
        Assert.Equal(weight.data<float>().ToArray(), target.data<float>().ToArray());
    }

    [Fact]
    public void Loading_into_a_tensor_wants_the_same_type_and_shape_and_changes_nothing_else()
    {
        using var target = tensor([1.0, 2, 3, 4, 5, 6], [2, 3]);
        Assert.Throws<ArgumentException>(() => Into(target, s_int16));
        using var narrow = target.to_type(ScalarType.Int16);
        using var flat = narrow.view(6);
        Assert.Throws<ArgumentException>(() => Into(flat, s_int16));
        Assert.Equal<short>([1, 2, 3, 4, 5, 6], flat.data<short>().ToArray());
        Assert.Throws<EndOfStreamException>(() => Into(narrow, s_int16[..^1]));
        Assert.Equal<short>([1, 2, 3, 4, 5, 6], narrow.data<short>().ToArray());
        Into(narrow, s_int16);
        Assert.Equal<short>([1, -2, 3, 256, -32768, 32767], narrow.data<short>().ToArray());
    }

    [Fact]
    public void Tensors_follow_each_other_in_a_stream_and_can_be_passed_over()
    {
        using var reader = new BinaryReader(new MemoryStream([.. s_int16, .. s_int16, 11, 0, 1]));
        using var target = Read(s_int16);
        target.Load(reader, skip: true);
        Tensor? made = null;
        TensorExtensionMethods.Load(ref made, reader);
        using var last = Tensor.Load(reader);
        Assert.Equal(256, made!.data<short>().ToArray()[3]);
        Assert.True(last.item<bool>());
        made.Dispose();
    }

    [Fact]
    public void Elements_alone_are_written_and_read_in_pieces_of_any_size()
    {
        using var tensor = Read(s_int16);
        foreach (var size in (int[])[1, 5, 12, 4096])
        {
            using var stream = new MemoryStream();
            tensor.WriteBytesToStream(stream, size);
            Assert.Equal(s_int16[4..], stream.ToArray());
            stream.Position = 0;
            using var back = Read([2, 2, 2, 3, .. new byte[12]]);
            back.ReadBytesFromStream(stream, size);
            Assert.Equal(s_int16, Written(back));
        }
    }

    [Fact]
    public void A_file_truncated_anywhere_is_refused_with_the_place()
    {
        foreach (var whole in (byte[][])[s_int16, Long])
            for (var length = 0; length < whole.Length; length++)
            {
                var e = Assert.Throws<EndOfStreamException>(() => Read(whole[..length]));
                Assert.Contains("byte ", e.Message, StringComparison.Ordinal);
                Assert.Throws<EndOfStreamException>(() => Tensor.Load(new Endless(whole[..length])));
            }
    }

    [Fact]
    public void Every_header_byte_changed_to_anything_gives_a_tensor_of_its_size_or_an_exception()
    {
        var refused = 0;
        for (var at = 0; at < 4; at++)
            for (var value = 0; value < 256; value++)
            {
                var bytes = (byte[])s_int16.Clone();
                bytes[at] = (byte)value;
                try
                {
                    using var tensor = Read(bytes);
                    Assert.True(tensor.numel() <= bytes.Length);
                }
                catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
                {
                    refused++;
                }
            }

        Assert.True(refused > 3 * 200, $"only {refused} of 1024 were refused");
    }

    [Theory]
    [InlineData("8 1 4", "element type")]
    [InlineData("120 1 4", "element type")]
    [InlineData("128 128 128 128 128 128 128 128 128 1 1 4", "element type")]
    [InlineData("6 65", "dimensions")]
    [InlineData("6 255 255 255 255 15", "dimensions")]
    [InlineData("6 2 255 255 255 255 255 255 255 255 127 2", "larger than any memory")]
    [InlineData("6 2 0 255 255 255 255 255 255 255 255 127", "larger than any memory")]
    [InlineData("11 1 3 0 1 2", "Boolean")]
    public void Absurd_headers_are_named(string numbers, string about)
    {
        var e = Assert.Throws<InvalidDataException>(() => Read([.. numbers.Split(' ').Select(byte.Parse)]));
        Assert.Contains(about, e.Message, StringComparison.Ordinal);
        Assert.Contains("byte ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claimed_terabyte_is_not_allocated()
    {
        // float32, one dimension of 2^38 elements.
        byte[] claim = [6, 1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x08, 1, 2, 3, 4];
        var before = Environment.WorkingSet;
        Assert.Throws<EndOfStreamException>(() => Read(claim));
        Assert.Throws<EndOfStreamException>(() => Tensor.Load(new Endless(claim)));
        Assert.True(Environment.WorkingSet - before < 256L << 20);
    }

    [Fact]
    public void A_file_on_disk_is_named_in_the_error()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("weights.dat");
        using var tensor = Read(s_int16);
        tensor.Save(path);
        Assert.Equal(s_int16, File.ReadAllBytes(path));
        using var back = Tensor.Load(path);
        Assert.Equal(256, back.data<short>().ToArray()[3]);
        File.WriteAllBytes(path, s_int16[..9]);
        Assert.Contains(path, Assert.Throws<EndOfStreamException>(() => Tensor.Load(path)).Message, StringComparison.Ordinal);
    }

    private static Tensor Sample(ScalarType dtype)
    {
        using var wide = tensor([0.0, 1, 0.5, 1], [2, 2]);
        return wide.to_type(dtype);
    }

    private static Tensor Read(byte[] bytes) => Tensor.Load(new MemoryStream(bytes));

    private static void Into(Tensor target, byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        target.Load(reader);
    }

    private static byte[] Written(Tensor tensor)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        tensor.Save(writer);
        return stream.ToArray();
    }

    /// <summary>A stream that neither knows its length nor seeks, and gives one byte at a time.</summary>
    private sealed class Endless(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }
}
