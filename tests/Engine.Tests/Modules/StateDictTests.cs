using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch.nn;

namespace Engine.Tests.Modules;

/// <summary>The names and their order are TorchSharp's: all parameters in the order of registration, then all buffers.</summary>
public sealed class StateDictTests
{
    [Fact]
    public void A_transformer_is_named_by_its_fields()
    {
        using var model = new SmallTransformer();
        string[] expected =
        [
            "tokens.weight",
            "blocks.0.gain", "blocks.0.before.bias", "blocks.0.before.weight",
            "blocks.0.mlp.up.weight", "blocks.0.mlp.up.bias", "blocks.0.mlp.down.weight", "blocks.0.mlp.down.bias",
            "blocks.1.gain", "blocks.1.before.bias", "blocks.1.before.weight",
            "blocks.1.mlp.up.weight", "blocks.1.mlp.up.bias", "blocks.1.mlp.down.weight", "blocks.1.mlp.down.bias",
            "norm.weight", "head.weight",
            "blocks.0.scale", "blocks.1.scale",
        ];
        Assert.Equal(expected.Order(), model.state_dict().Keys.Order());
        Assert.Equal(["blocks.0.scale", "blocks.1.scale"], model.state_dict().Keys.TakeLast(2));
        Assert.Equal("tokens.weight", model.state_dict().Keys.First());
        Assert.Equal("blocks.0.gain", model.state_dict().Keys.ElementAt(1));
    }

    [Fact]
    public void Sequential_with_batch_norm_lists_parameters_before_buffers()
    {
        using var model = Sequential(Linear(3, 4), BatchNorm1d(4), ReLU(), Linear(4, 2, hasBias: false));
        string[] expected =
        [
            "0.weight", "0.bias", "1.weight", "1.bias", "3.weight", "1.running_mean", "1.running_var", "1.num_batches_tracked",
        ];
        Assert.Equal(expected, model.state_dict().Keys);
        Assert.Equal(ScalarType.Int64, model.state_dict()["1.num_batches_tracked"].dtype);
        Assert.Equal(["0", "1", "2", "3"], model.named_children().Select(c => c.name));
    }

    [Fact]
    public void Parameters_with_two_names_are_trained_once_and_saved_under_both()
    {
        using var model = new SmallTransformer(0, tied: true);
        Assert.Equal(["tokens.weight", "norm.weight"], model.named_parameters().Select(p => p.name));
        Assert.Equal(["tokens.weight", "norm.weight", "head.weight"], model.state_dict().Keys);
        Assert.Same(model.tokens.weight, model.head.weight);
    }

    [Fact]
    public void The_component_name_attribute_and_nonpersistent_buffers_are_respected()
    {
        using var model = new Renamed();
        Assert.Equal(["inner", "w", "table"], model.state_dict().Keys);
        Assert.Equal(["table", "mask"], model.named_buffers().Select(b => b.name));
        Assert.Equal(["table"], model.named_buffers(include_nonpersistent: false).Select(b => b.name));
    }

    [Fact]
    public void Loading_copies_values_and_leaves_the_tensors_where_they_are()
    {
        using var from = Linear(2, 3);
        using var to = Linear(2, 3);
        var weight = to.weight;
        var (missing, unexpected) = to.load_state_dict(from.state_dict());
        Assert.Empty(missing);
        Assert.Empty(unexpected);
        Assert.Same(weight, to.weight);
        Assert.Equal(Values(from.weight), Values(to.weight));
        Assert.True(to.weight.requires_grad);
    }

    [Fact]
    public void Strict_loading_names_missing_and_unexpected_keys_and_changes_nothing()
    {
        using var model = Linear(2, 3);
        var before = Values(model.weight);
        var source = new Dictionary<string, Tensor> { ["weight"] = zeros(3, 2), ["wieght"] = zeros(3, 2) };
        var error = Assert.Throws<InvalidOperationException>(() => model.load_state_dict(source));
        Assert.Contains("'bias'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'wieght'", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Values(model.weight));
        var (missing, unexpected) = model.load_state_dict(source, strict: false);
        Assert.Equal(["bias"], missing);
        Assert.Equal(["wieght"], unexpected);
        Assert.Equal(new float[6], Values(model.weight));
    }

    [Fact]
    public void Skipped_names_need_not_be_there_and_are_left_alone()
    {
        using var model = Linear(2, 3);
        var bias = Values(model.bias!);
        var (missing, _) = model.load_state_dict(new() { ["weight"] = zeros(3, 2) }, skip: ["bias"]);
        Assert.Empty(missing);
        Assert.Equal(bias, Values(model.bias!));
        var weight = Values(model.weight);
        model.load_state_dict(new() { ["weight"] = ones(3, 2), ["bias"] = ones(3) }, skip: ["weight"]);
        Assert.Equal(weight, Values(model.weight));
        Assert.Equal([1f, 1, 1], Values(model.bias!));
    }

    [Fact]
    public void A_wrong_shape_names_the_key_and_changes_nothing()
    {
        using var model = Sequential(Linear(2, 3), Linear(3, 1));
        var before = model.state_dict().ToDictionary(e => e.Key, e => Values(e.Value));
        var source = model.state_dict().ToDictionary(e => e.Key, e => zeros_like(e.Value));
        source["1.weight"] = zeros(1);
        var error = Assert.Throws<ArgumentException>(() => model.load_state_dict(source));
        Assert.Contains("'1.weight'", error.Message, StringComparison.Ordinal);
        foreach (var (key, value) in model.state_dict())
            Assert.Equal(before[key], Values(value));
    }

    internal static float[] Values(Tensor tensor) => tensor.to_type(ScalarType.Float32).contiguous().data<float>().ToArray();

    private sealed class Renamed : Module<Tensor, Tensor>
    {
        [ComponentName(Name = "w")]
        private readonly Parameter _weight = Parameter(zeros(2));

        private readonly Parameter inner = Parameter(zeros(1));
        private readonly Tensor table = zeros(3);

        public Renamed()
            : base(nameof(Renamed))
        {
            register_parameter(nameof(inner), inner);
            RegisterComponents();
            register_buffer("mask", ones(2), persistent: false);
        }

        public override Tensor forward(Tensor input) => input + _weight;
    }
}
