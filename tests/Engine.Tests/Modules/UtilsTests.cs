using TorchSharp.Modules;
using static Engine.Tests.Modules.StateDictTests;
using static TorchSharp.torch.nn;

namespace Engine.Tests.Modules;

public sealed class UtilsTests
{
    [Fact]
    public void Clipping_by_norm_returns_the_norm_and_scales_all_gradients_together()
    {
        using var a = WithGradient(3, 0);
        using var b = WithGradient(4);
        using var none = Parameter(zeros(2));
        Assert.Equal(5, nn.utils.clip_grad_norm_([a, none, b], 1), 1e-6);
        Assert.Equal(0.6, Values(a.grad!)[0], 1e-5);
        Assert.Equal(0.8, Values(b.grad!)[0], 1e-5);
        Assert.Equal(1, nn.utils.clip_grad_norm_([a, b], 10), 1e-5);
        Assert.Equal(0.6, Values(a.grad!)[0], 1e-5);
        Assert.Equal(0, nn.utils.clip_grad_norm_([none], 1));
        Assert.Equal(0.8, nn.utils.clip_grad_norm_([a, b], 10, double.PositiveInfinity), 1e-5);
    }

    [Fact]
    public void Clipping_by_value_cuts_every_element()
    {
        using var p = WithGradient(-3, 0.5f, 7);
        nn.utils.clip_grad_value_([p], 1);
        Assert.Equal([-1f, 0.5f, 1], Values(p.grad!));
    }

    [Fact]
    public void Parameters_become_a_vector_and_come_back()
    {
        using var layer = Linear(2, 2);
        using var vector = nn.utils.parameters_to_vector(layer.parameters());
        Assert.Equal([.. Values(layer.weight), .. Values(layer.bias!)], Values(vector));
        nn.utils.vector_to_parameters(arange(6, dtype: ScalarType.Float32), layer.parameters());
        Assert.Equal([0f, 1, 2, 3], Values(layer.weight));
        Assert.Equal([4f, 5], Values(layer.bias!));
        Assert.Throws<ArgumentException>(() => nn.utils.vector_to_parameters(zeros(7), layer.parameters()));
    }

    private static Parameter WithGradient(params float[] gradient)
    {
        var parameter = Parameter(zeros(gradient.Length));
        parameter.grad = tensor(gradient);
        return parameter;
    }
}
