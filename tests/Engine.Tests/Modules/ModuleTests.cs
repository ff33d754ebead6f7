using TorchSharp.Modules;
using static Engine.Tests.Modules.StateDictTests;
using static TorchSharp.torch.nn;

namespace Engine.Tests.Modules;

public sealed class ModuleTests
{
    [Fact]
    public void Names_are_registered_once()
    {
        using var module = new Probe();
        module.register_parameter("p", Parameter(zeros(1)));
        module.register_buffer("b", zeros(1));
        module.register_module("m", ReLU());
        Assert.Contains("'p'", Assert.Throws<InvalidOperationException>(() => module.register_parameter("p", Parameter(zeros(1)))).Message,
            StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => module.register_buffer("b", zeros(1)));
        Assert.Throws<InvalidOperationException>(() => module.add_module("m", ReLU()));
        Assert.Throws<ArgumentException>(() => module.add_module("a.b", ReLU()));
        Assert.Throws<ArgumentException>(() => module.add_module("", ReLU()));
        Assert.Throws<ArgumentNullException>(() => module.register_parameter("q", null!));
        Assert.Throws<InvalidOperationException>(() => ReLU().register_parameter("p", Parameter(zeros(1))));
        module.register_module("m", null!);
        Assert.Empty(module.children());
    }

    [Fact]
    public void Parameters_and_buffers_are_found_by_their_path()
    {
        using var model = new SmallTransformer();
        Assert.Same(model.get_parameter("blocks.1.mlp.down.bias"), model.state_dict()["blocks.1.mlp.down.bias"]);
        Assert.Same(model.get_buffer("blocks.0.scale"), model.state_dict()["blocks.0.scale"]);
        Assert.True(model.has_parameter("head.weight"));
        Assert.False(model.has_parameter("head.bias"));
        Assert.False(model.has_buffer("blocks.0.gain"));
        Assert.Null(model.get_parameter("blocks.7.gain"));
    }

    [Fact]
    public void Modules_are_listed_children_first()
    {
        using var model = Sequential(Sequential(ReLU(), Tanh()), Sigmoid());
        Assert.Equal(["0", "1", "0.0", "0.1"], model.named_modules().Select(m => m.name));
        Assert.Equal(["Sequential", "Sigmoid", "ReLU", "Tanh"], model.modules().Select(m => m.GetName()));
        var order = new List<string>();
        model.apply(m => order.Add(m.GetName()));
        Assert.Equal(["ReLU", "Tanh", "Sequential", "Sigmoid", "Sequential"], order);
    }

    [Fact]
    public void Training_mode_reaches_every_module_and_switches_dropout()
    {
        using var model = Sequential(Dropout(0.999), Sequential(Dropout(0.999)));
        using var x = ones(1000);
        Assert.True(model.training);
        Assert.True(Values(model.call(x)).Count(v => v == 0) > 900);
        model.eval();
        Assert.All(model.modules(), m => Assert.False(m.training));
        Assert.Equal(Values(x), Values(model.call(x)));
        model.train();
        Assert.All(model.modules(), m => Assert.True(m.training));
    }

    [Fact]
    public void Training_mode_switches_batch_norm()
    {
        using var norm = BatchNorm1d(1);
        using var x = tensor(new float[] { 1, 3 }, 2, 1);
        Assert.Equal([-1f, 1], Values(norm.call(x)).Select(v => MathF.Round(v, 4)));
        Assert.Equal(1, norm.num_batches_tracked!.item<long>());
        Assert.Equal(0.2f, norm.running_mean!.item<float>(), 1e-6f);
        norm.eval();
        // mean 0.2, variance 0.9·1 + 0.1·2 = 1.1
        Assert.Equal((1 - 0.2) / Math.Sqrt(1.1 + 1e-5), Values(norm.call(x))[0], 1e-5);
        Assert.Equal(1, norm.num_batches_tracked!.item<long>());
        Assert.Throws<ArgumentException>(() => norm.call(zeros(2, 1, 1, 1)));
    }

    [Fact]
    public void Zero_grad_takes_gradients_away_or_fills_them_with_zeros()
    {
        using var layer = Linear(2, 1);
        layer.call(ones(1, 2)).backward();
        Assert.Equal([1f, 1], Values(layer.weight.grad!));
        layer.zero_grad(set_to_none: false);
        Assert.Equal([0f, 0], Values(layer.weight.grad!));
        layer.zero_grad();
        Assert.Null(layer.weight.grad);
    }

    [Fact]
    public void Another_dtype_changes_floating_point_tensors_in_place()
    {
        using var model = Sequential(Linear(2, 2), BatchNorm1d(2));
        var parameters = model.parameters().ToList();
        model.call(rand(4, 2)).sum().backward();
        var gradient = Values(parameters[0].grad!);
        Assert.Same(model, model.to(ScalarType.Float64));
        Assert.Equal(parameters, model.parameters());
        Assert.All(parameters, p => Assert.Equal(ScalarType.Float64, p.dtype));
        Assert.Equal(ScalarType.Float64, parameters[0].grad!.dtype);
        Assert.Equal(gradient, Values(parameters[0].grad!));
        Assert.Equal(ScalarType.Float64, model.get_buffer("1.running_mean")!.dtype);
        Assert.Equal(ScalarType.Int64, model.get_buffer("1.num_batches_tracked")!.dtype);
        model.zero_grad();
        model.call(rand(4, 2, dtype: ScalarType.Float64)).sum().backward();
        Assert.Equal(ScalarType.Float64, parameters[0].grad!.dtype);
        Assert.Equal(ScalarType.BFloat16, model.bfloat16().get_parameter("0.bias")!.dtype);
        Assert.Equal(ScalarType.Float16, model.to(zeros(1, dtype: ScalarType.Float16)).get_parameter("0.bias")!.dtype);
        Assert.Throws<ArgumentException>(() => model.to(ScalarType.Int64));
    }

    [Fact]
    public void Parameters_and_buffers_outlive_the_scope_they_were_made_in()
    {
        SmallTransformer model;
        using (NewDisposeScope())
            model = new SmallTransformer();
        Assert.All(model.state_dict().Values, t => Assert.False(t.IsInvalid));
        using (NewDisposeScope())
            model.to(ScalarType.Float64);
        Assert.Equal([3, 11], model.call(tensor(new long[] { 1, 2, 10 })).shape);
        model.Dispose();
        Assert.Empty(model.state_dict());
    }

    [Fact]
    public void Disposing_a_module_disposes_what_it_holds_and_may_happen_twice()
    {
        var model = new SmallTransformer();
        var tensors = model.state_dict().Values.ToList();
        Assert.NotEmpty(tensors);
        model.Dispose();
        model.Dispose();
        Assert.All(tensors, t => Assert.True(t.IsInvalid));
        Assert.Throws<ObjectDisposedException>(() => model.call(zeros(1, dtype: ScalarType.Int64)));
    }

    [Fact]
    public void A_parameter_takes_its_tensors_memory_and_place()
    {
        using var data = ones(3);
        var detached = Parameter(data);
        Assert.True(data.IsInvalid);
        Assert.True(detached.requires_grad);
        Parameter held;
        using (NewDisposeScope())
        {
            held = Parameter(ones(2), requires_grad: false);
            Assert.False(held.requires_grad);
        }

        Assert.True(held.IsInvalid);
        using var computed = Parameter(detached * 2);
        Assert.True(computed.is_leaf);
        Assert.Equal([2f, 2, 2], Values(computed));
        Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => Parameter(zeros(1, dtype: ScalarType.Int64)));
    }

    [Fact]
    public void A_new_weight_takes_the_old_ones_place()
    {
        using var layer = Linear(2, 2);
        var old = layer.weight;
        layer.weight = Parameter(eye(2));
        Assert.True(old.IsInvalid);
        layer.bias = null;
        Assert.Equal(["weight"], layer.state_dict().Keys);
        Assert.Equal([3f, 4], Values(layer.call(tensor(new float[] { 3, 4 }))));
        Assert.Throws<ArgumentNullException>(() => layer.weight = null!);
    }

    [Fact]
    public void An_embedding_gathers_gradients_by_row_and_its_padding_none()
    {
        using var table = Embedding_from_pretrained(arange(6, dtype: ScalarType.Float32).view(3, 2), freeze: false, padding_idx: -1);
        table.call(tensor(new long[] { 0, 2, 0 })).sum().backward();
        Assert.Equal([2f, 2, 0, 0, 0, 0], Values(table.weight!.grad!));
        using var frozen = Embedding_from_pretrained(ones(2, 2));
        Assert.False(frozen.weight!.requires_grad);
        Assert.ThrowsAny<Exception>(() => table.call(tensor(new long[] { 3 })));
        Assert.Throws<ArgumentOutOfRangeException>(() => Embedding(3, 2, padding_idx: 3));
    }

    [Fact]
    public void Wrong_arguments_are_refused_with_an_exception()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Dropout(1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dropout(double.NaN));
        Assert.Throws<ArgumentException>(() => Conv2d(3, 4, 3, groups: 2));
        Assert.Throws<ArgumentException>(() => Conv2d(3, 4, 3).call(zeros(1, 2, 8, 8)));
        Assert.Throws<ArgumentException>(() => Conv2d(3, 4, 3, Padding.Same, stride: 2));
        Assert.Throws<ArgumentException>(() => MultiheadAttention(5, 2));
        Assert.Throws<ArgumentException>(() => LSTM(3, 4).call(zeros(2, 2, 5)));
        Assert.ThrowsAny<Exception>(() => Linear(2, 3).call(zeros(1, 3)));
        Assert.ThrowsAny<Exception>(() => Linear(-2, 3));
        Assert.ThrowsAny<Exception>(() => LayerNorm(4).call(zeros(2, 3)));
        Assert.Throws<ArgumentException>(() => init.xavier_uniform_(zeros(3)));
    }

    private sealed class Probe() : Module<Tensor, Tensor>("probe")
    {
        public override Tensor forward(Tensor input) => input;
    }
}
