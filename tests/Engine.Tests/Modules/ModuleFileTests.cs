using TorchSharp.Modules;
using static Engine.Tests.Modules.StateDictTests;
using static TorchSharp.torch.nn;

namespace Engine.Tests.Modules;

public sealed class ModuleFileTests
{
    [Fact]
    public void A_saved_module_loads_into_another_of_the_same_kind()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using var from = new SmallTransformer();
            using var to = new SmallTransformer();
            from.save(path);
            Assert.Same(to, to.load(path));
            AssertEqual(from, to);
            Assert.All(to.parameters(), p => Assert.True(p.requires_grad));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Streams_stay_open_and_other_dtypes_survive()
    {
        using var from = Sequential(Linear(2, 3), BatchNorm1d(3)).bfloat16();
        using var to = Sequential(Linear(2, 3), BatchNorm1d(3)).bfloat16();
        using var stream = new MemoryStream();
        from.save(stream);
        stream.WriteByte(42);
        stream.Position = 0;
        to.load(stream);
        Assert.Equal(42, stream.ReadByte());
        AssertEqual(from, to);
    }

    [Fact]
    public void A_wrong_shape_names_the_tensor_and_changes_nothing()
    {
        using var stream = Saved(Sequential(Linear(2, 3), Linear(3, 4)));
        using var model = Sequential(Linear(2, 3), Linear(3, 5));
        var before = Values(model.get_parameter("0.weight")!);
        var error = Assert.Throws<ArgumentException>(() => model.load(stream));
        Assert.Contains("'1.weight'", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Values(model.get_parameter("0.weight")!));
    }

    [Fact]
    public void Names_that_are_missing_or_unknown_are_told()
    {
        using var model = Linear(2, 3);
        using var without = Saved(Linear(2, 3, hasBias: false));
        Assert.Contains("'bias'", Assert.Throws<ArgumentException>(() => model.load(without)).Message, StringComparison.Ordinal);
        using var with = Saved(Linear(2, 3));
        using var narrow = Linear(2, 3, hasBias: false);
        Assert.Contains("'bias'", Assert.Throws<ArgumentException>(() => narrow.load(with)).Message, StringComparison.Ordinal);
        with.Position = 0;
        var loaded = new Dictionary<string, bool>();
        narrow.load(with, strict: false, loadedParameters: loaded);
        Assert.Equal(new Dictionary<string, bool> { ["weight"] = true, ["bias"] = false }, loaded);
    }

    [Fact]
    public void Skipped_names_are_neither_written_nor_read()
    {
        using var from = Linear(2, 3);
        using var to = Linear(2, 3);
        var bias = Values(to.bias!);
        using var stream = new MemoryStream();
        from.save(stream, skip: ["bias"]);
        stream.Position = 0;
        to.load(stream, skip: ["bias"]);
        Assert.Equal(Values(from.weight), Values(to.weight));
        Assert.Equal(bias, Values(to.bias!));
        using var all = Saved(from);
        to.load(all, skip: ["bias"]);
        Assert.Equal(bias, Values(to.bias!));
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_an_exception_and_changes_nothing()
    {
        using var from = Linear(2, 2);
        using var to = Linear(2, 2);
        var (weight, bias) = (Values(to.weight), Values(to.bias!));
        using var whole = Saved(from);
        var bytes = whole.ToArray();
        for (var length = 0; length < bytes.Length; length++)
        {
            using var cut = new MemoryStream(bytes, 0, length);
            Assert.ThrowsAny<Exception>(() => to.load(cut));
        }

        Assert.Equal(weight, Values(to.weight));
        Assert.Equal(bias, Values(to.bias!));
    }

    [Fact]
    public void Create_makes_a_module_of_a_file()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using var from = new Pair();
            from.save(path);
            using var to = (Pair)Module.Create<Pair>(path);
            AssertEqual(from, to);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static MemoryStream Saved(Module module)
    {
        var stream = new MemoryStream();
        module.save(stream);
        stream.Position = 0;
        return stream;
    }

    private static void AssertEqual(Module expected, Module actual)
    {
        Assert.Equal(expected.state_dict().Keys, actual.state_dict().Keys);
        foreach (var (key, value) in expected.state_dict())
        {
            Assert.Equal(value.dtype, actual.state_dict()[key].dtype);
            Assert.Equal(Values(value), Values(actual.state_dict()[key]));
        }
    }

    private sealed class Pair : Module<Tensor, Tensor>
    {
        private readonly Linear a = Linear(2, 2);
        private readonly Linear b = Linear(2, 2);

        public Pair()
            : base(nameof(Pair)) => RegisterComponents();

        public override Tensor forward(Tensor input) => b.call(a.call(input));
    }
}
