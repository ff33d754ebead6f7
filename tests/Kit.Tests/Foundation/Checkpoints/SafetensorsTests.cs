using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Kit.Foundation.Checkpoints;
using Kit.Foundation.Randomness;
using Kit.TestSupport;
using TorchSharp;
using static TorchSharp.torch;

namespace Kit.Tests.Foundation.Checkpoints;

public sealed class SafetensorsTests : IDisposable
{
    // dtype as the format calls it, and ours
    private static readonly (string Name, ScalarType Dtype)[] s_dtypes =
    [
        ("F64", ScalarType.Float64), ("F32", ScalarType.Float32), ("F16", ScalarType.Float16), ("BF16", ScalarType.BFloat16), ("I64", ScalarType.Int64),
        ("I32", ScalarType.Int32), ("I16", ScalarType.Int16), ("I8", ScalarType.Int8), ("U8", ScalarType.Byte), ("BOOL", ScalarType.Bool),
    ];

    // tests/reference/checkpoints/safetensors.py composed and read these files without the kit.
    private static readonly JsonElement s_reference =
        JsonDocument.Parse(File.ReadAllBytes(Repository.At("tests", "reference", "checkpoints", "safetensors.json"))).RootElement;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public void A_file_written_byte_by_byte_is_read()
    {
        TensorEngine.Needed();
        var header = """{"b":{"dtype":"F32","shape":[2],"data_offsets":[3,11]},"a":{"dtype":"U8","shape":[3,1],"data_offsets":[0,3]}}""";
        var path = Composed(header, [7, 8, 9, 0x00, 0x00, 0x80, 0x3f, 0x00, 0x00, 0x20, 0xc1]); // 1.0f and −10.0f, little-endian

        using var file = Safetensors.Open(path);
        using var a = file.Read("a");
        using var b = file.Read("b");

        Assert.Equal(["a", "b"], file.Names);
        Assert.Empty(file.Metadata);
        Assert.Equal((ScalarType.Float32, 8L + header.Length + 3, 8L), (file["b"].Dtype, file["b"].Start, file["b"].Length));
        Assert.Equal([3L, 1L], a.shape);
        Assert.Equal([7, 8, 9], a.data<byte>().ToArray());
        Assert.Equal([1f, -10f], b.data<float>().ToArray());
    }

    [SkippableTheory]
    [InlineData("ours")]
    [InlineData("foreign")]
    public void Files_composed_by_NumPy_hold_what_NumPy_says(string layout)
    {
        TensorEngine.Needed();
        var path = _folder.At("numpy.safetensors");
        File.WriteAllBytes(path, s_reference.GetProperty(layout).GetBytesFromBase64());

        using var file = Safetensors.Open(path);

        Assert.Equal(s_reference.GetProperty("metadata").EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!), file.Metadata);
        Assert.Equal(s_reference.GetProperty("tensors").EnumerateObject().Select(t => t.Name).Order(StringComparer.Ordinal), file.Names);
        foreach (var expected in s_reference.GetProperty("tensors").EnumerateObject())
        {
            using var tensor = file.Read(expected.Name);
            Assert.Equal(s_dtypes.Single(d => d.Name == expected.Value.GetProperty("dtype").GetString()).Dtype, tensor.dtype);
            Assert.Equal(expected.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()), tensor.shape);
            Assert.Equal(expected.Value.GetProperty("values").EnumerateArray().Select(Value), Values(tensor));
        }
    }

    [SkippableFact]
    public void The_bytes_written_are_those_that_NumPy_composes()
    {
        TensorEngine.Needed();
        using var scope = NewDisposeScope();
        var path = _folder.At("ours.safetensors");

        Safetensors.Write(path, new Dictionary<string, Tensor>
        {
            ["u8"] = tensor(new byte[] { 0, 255 }),
            ["i8"] = tensor(new sbyte[] { -128, 0, 127 }),
            ["bool"] = tensor(new[] { true, false, true }),
            ["i16"] = tensor(new short[] { -32768, 32767 }),
            ["f16"] = tensor(new[] { 0.333f, 65504f }).to(ScalarType.Float16),
            ["bf16"] = tensor(new[] { 1f, 3.140625f, -0.5f }).to(ScalarType.BFloat16),
            ["layers.10.w"] = tensor(new[] { int.MinValue, int.MaxValue }).reshape(1, 2, 1),
            ["layers.0.größe"] = tensor(new[] { 1.5f, -2.25f, 0.1f, float.PositiveInfinity }).reshape(2, 2),
            ["empty"] = zeros(0, 4),
            ["scalar"] = tensor(-4611686018427387903L),
            ["f64"] = tensor(new[] { 0.1, -0.0, 1e308 }),
        }, new Dictionary<string, string> { ["note"] = "Größe < 2", ["format"] = "pt" });

        Assert.Equal(s_reference.GetProperty("ours").GetBytesFromBase64(), File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [SkippableFact]
    public void Whatever_is_written_comes_back_bit_for_bit()
    {
        TensorEngine.Needed();
        var generator =
            from dtype in Gen.Elements(s_dtypes.Select(d => d.Dtype).ToArray())
            from shape in Gen.Choose(0, 4).Select(size => (long)size).ListOf().Resize(4)
            from bytes in Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf((int)shape.Aggregate(8L, (product, size) => product * size))
            from transposed in Gen.Elements(true, false)
            select (Dtype: dtype, Shape: shape.ToArray(), Bytes: bytes, Transposed: transposed);
        var names = Gen.Elements("", "a", "A", "é", "😀", "\"", "\\", "\n", "\0", "/", "__metadata", "<w>").ListOf().Select(string.Concat);

        Prop.ForAll(names.Zip(generator).ListOf().ToArbitrary(), entries =>
        {
            using var scope = NewDisposeScope();
            var tensors = new Dictionary<string, Tensor>();
            foreach (var (name, (dtype, shape, bytes, transposed)) in entries)
            {
                var filled = Filled(dtype, shape, bytes);
                tensors[name] = transposed && shape.Length > 1 ? filled.transpose(0, 1) : filled;
            }

            var path = _folder.At("random.safetensors");
            Safetensors.Write(path, tensors);
            using var file = Safetensors.Open(path);
            var back = file.ReadAll();
            return back.Count == tensors.Count && tensors.All(pair =>
                back[pair.Key].dtype == pair.Value.dtype && back[pair.Key].shape.SequenceEqual(pair.Value.shape)
                && Bytes(back[pair.Key]).AsSpan().SequenceEqual(Bytes(pair.Value)));
        }).QuickCheckThrowOnFailure();
    }

    [SkippableFact]
    public void Views_are_written_as_what_they_show()
    {
        TensorEngine.Needed();
        using var scope = NewDisposeScope();
        var x = arange(12, dtype: ScalarType.Float32).reshape(3, 4);
        var path = _folder.At("views.safetensors");

        Safetensors.Write(path, new Dictionary<string, Tensor> { ["t"] = x.t(), ["column"] = x[TensorIndex.Colon, 1], ["row"] = x[2], ["wide"] = x[0, 3].expand(2, 2) });

        using var file = Safetensors.Open(path);
        Assert.Equal([0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11], file.Read("t").data<float>().ToArray());
        Assert.Equal([1, 5, 9], file.Read("column").data<float>().ToArray());
        Assert.Equal([8, 9, 10, 11], file.Read("row").data<float>().ToArray());
        Assert.Equal([3, 3, 3, 3], file.Read("wide").data<float>().ToArray());
    }

    [SkippableFact]
    public void A_tensor_of_several_pieces_is_whole()
    {
        TensorEngine.Needed();
        using var scope = NewDisposeScope();
        var stream = RandomStream.Of(1, "bytes");
        var values = new byte[(1 << 23) + 3]; // two pieces of 2²² elements and a rest
        foreach (ref var value in values.AsSpan())
        {
            value = (byte)stream.Bits();
        }

        var path = _folder.At("large.safetensors");

        Safetensors.Write(path, new Dictionary<string, Tensor> { ["first"] = ones(3), ["large"] = tensor(values) });

        using var file = Safetensors.Open(path);
        Assert.True(file.Read("large").bytes.SequenceEqual(values));
    }

    [SkippableFact]
    public void Parameters_are_written_without_a_trace_in_their_graph()
    {
        TensorEngine.Needed();
        using var scope = NewDisposeScope();
        var w = ones(2, requires_grad: true);
        var path = _folder.At("w.safetensors");

        Safetensors.Write(path, new Dictionary<string, Tensor> { ["w"] = w });

        using var file = Safetensors.Open(path);
        Assert.True(w.requires_grad);
        Assert.False(file.Read("w").requires_grad);
    }

    [SkippableFact]
    public void A_tensor_lies_on_the_device_that_was_asked_for()
    {
        TensorEngine.Needed();
        using var w = ones(2);
        var path = _folder.At("w.safetensors");
        Safetensors.Write(path, new Dictionary<string, Tensor> { ["w"] = w });
        using var file = Safetensors.Open(path);

        using var here = file.Read("w", CPU);
        using var nowhere = file.Read("w", META); // the one other device that every machine has

        Assert.Equal(DeviceType.CPU, here.device_type);
        Assert.Equal(DeviceType.META, nowhere.device_type);
    }

    [SkippableFact]
    public void No_tensor_at_all_is_a_file_too()
    {
        TensorEngine.Needed();
        var path = _folder.At("none.safetensors");

        Safetensors.Write(path, new Dictionary<string, Tensor>());

        Assert.Equal([8, 0, 0, 0, 0, 0, 0, 0, .. "{}      "u8], File.ReadAllBytes(path));
        using var file = Safetensors.Open(path);
        Assert.Empty(file.ReadAll());
    }

    [SkippableFact]
    public void A_dtype_that_the_format_lacks_is_refused_by_name_and_the_old_file_stays()
    {
        TensorEngine.Needed();
        using var scope = NewDisposeScope();
        var path = _folder.At("old.safetensors");
        File.WriteAllText(path, "old");

        var problem = Assert.Throws<ArgumentException>(() =>
            Safetensors.Write(path, new Dictionary<string, Tensor> { ["fine"] = ones(1), ["phase"] = zeros(2, dtype: ScalarType.ComplexFloat32) }));

        Assert.Contains("'phase'", problem.Message, StringComparison.Ordinal);
        Assert.Contains("ComplexFloat32", problem.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(path));
    }

    [SkippableFact]
    public void Names_that_no_file_can_hold_are_refused()
    {
        TensorEngine.Needed();
        using var one = ones(1);

        foreach (var name in new[] { "__metadata__", "half a pair \ud800" })
        {
            Assert.Throws<ArgumentException>(() => Safetensors.Write(_folder.At("x"), new Dictionary<string, Tensor> { [name] = one }));
        }

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [SkippableFact]
    public void Tensors_without_plain_memory_are_refused_by_name()
    {
        TensorEngine.Needed();
        using var nowhere = empty(2, device: META);

        var problem = Assert.Throws<ArgumentException>(() => Safetensors.Write(_folder.At("x"), new Dictionary<string, Tensor> { ["ghost"] = nowhere }));

        Assert.Contains("'ghost'", problem.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_name_that_is_not_there_is_an_error_that_says_what_is()
    {
        TensorEngine.Needed();
        using var one = ones(1);
        var path = _folder.At("x.safetensors");
        Safetensors.Write(path, new Dictionary<string, Tensor> { ["weight"] = one });
        using var file = Safetensors.Open(path);

        var problem = Assert.Throws<SafetensorsException>(() => file.Read("wait"));

        Assert.Equal((path, "wait"), (problem.Path, problem.Tensor));
        Assert.Contains("weight", problem.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Reading_everything_leaves_nothing_behind_where_the_last_tensor_is_damaged()
    {
        TensorEngine.Needed();
        var path = Composed("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"BOOL","shape":[2],"data_offsets":[1,3]}}""", [5, 1, 2]);
        using var file = Safetensors.Open(path);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        var problem = Assert.Throws<SafetensorsException>(file.ReadAll);

        Assert.Equal("b", problem.Tensor);
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    internal static byte[] Bytes(Tensor tensor)
    {
        using var dense = tensor.contiguous();
        return dense.bytes.ToArray();
    }

    private string Composed(string header, byte[] data)
    {
        var path = _folder.At("composed.safetensors");
        File.WriteAllBytes(path, [.. BitConverter.GetBytes((long)header.Length), .. Encoding.UTF8.GetBytes(header), .. data]);
        return path;
    }

    private static Tensor Filled(ScalarType dtype, long[] shape, byte[] random)
    {
        var filled = empty(shape, dtype);
        var bytes = filled.bytes;
        random.AsSpan(0, bytes.Length).CopyTo(bytes);
        if (dtype == ScalarType.Bool)
        {
            foreach (ref var value in bytes)
            {
                value &= 1;
            }
        }

        return filled;
    }

    /// <summary>The elements as the reference writes them: whole numbers and truths as they are, others as text.</summary>
    private static IEnumerable<object> Values(Tensor tensor)
    {
        using var flat = tensor.reshape(-1);
        using var wide = flat.to(tensor.is_floating_point() ? ScalarType.Float64 : tensor.dtype == ScalarType.Bool ? ScalarType.Bool : ScalarType.Int64);
        return wide.dtype switch
        {
            ScalarType.Float64 => [.. wide.data<double>().ToArray().Cast<object>()],
            ScalarType.Bool => [.. wide.data<bool>().ToArray().Cast<object>()],
            _ => [.. wide.data<long>().ToArray().Cast<object>()],
        };
    }

    private static object Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString() == "inf" => double.PositiveInfinity,
        JsonValueKind.String => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        JsonValueKind.Number => value.GetInt64(),
        _ => value.GetBoolean(),
    };
}
