using System.Runtime.InteropServices;

namespace Engine.Tests.Autograd;

/// <summary>backward and grad on expressions whose derivatives are known.</summary>
public sealed class GradientTests
{
    [Fact]
    public void Backward_adds_to_the_gradients_of_leaves()
    {
        using var x = Leaf(2, 3);
        (x * x).sum().backward();
        (x * x).sum().backward();
        Assert.Equal([8, 12], Values(x.grad!));
        x.grad = null;
        Assert.Null(x.grad);
        using var given = tensor([5.0, 7], [2]);
        x.grad = given;
        (x * 1).sum().backward();
        Assert.Equal([6, 8], Values(x.grad!));
    }

    [Fact]
    public void A_weight_stands_for_what_follows_a_tensor_that_is_no_scalar()
    {
        using var x = Leaf(2, 3);
        (x * x).backward([tensor([1.0, 10], [2])]);
        Assert.Equal([4, 60], Values(x.grad!));
        autograd.backward(x * x, tensor([1.0, 1], [2]));
        Assert.Equal([8, 66], Values(x.grad!));
        Assert.Throws<ExternalException>(() => (x * x).backward([tensor([1.0], [1])]));
        Assert.Throws<ExternalException>(() => (x * x).sum().backward([tensor(1.0), tensor(1.0)]));
    }

    [Fact]
    public void Only_the_inputs_asked_for_get_a_gradient()
    {
        using var x = Leaf(2);
        using var y = Leaf(5);
        (x * y).sum().backward(inputs: [y]);
        Assert.Null(x.grad);
        Assert.Equal([2], Values(y.grad!));
        Assert.Throws<ArgumentException>(() => (x * y).sum().backward(inputs: []));
    }

    [Fact]
    public void Several_tensors_go_backward_at_once()
    {
        using var x = Leaf(3);
        autograd.backward([(x * x).sum(), (x * 10).sum()]);
        Assert.Equal([16], Values(x.grad!));
    }

    [Fact]
    public void Grad_gives_gradients_without_touching_the_leaves()
    {
        using var x = Leaf(2, 3);
        using var y = Leaf(1, 1);
        var found = autograd.grad([(x * x * y).sum()], [x, y]);
        Assert.Equal([4, 6], Values(found[0]));
        Assert.Equal([4, 9], Values(found[1]));
        Assert.Null(x.grad);
        var weighted = autograd.grad([x * x], [x], [tensor([1.0, 100], [2])]);
        Assert.Equal([4, 600], Values(weighted[0]));
    }

    [Fact]
    public void An_unused_input_is_an_error_unless_it_is_allowed()
    {
        using var x = Leaf(2);
        using var unused = Leaf(2);
        Assert.Throws<ExternalException>(() => autograd.grad([(x * x).sum()], [x, unused]));
        var found = autograd.grad([(x * x).sum()], [x, unused], allow_unused: true);
        Assert.Equal([4], Values(found[0]));
        Assert.Null(found[1]);
    }

    [Fact]
    public void Derivatives_of_higher_order_come_from_graphs_of_gradients()
    {
        using var x = Leaf(2);
        var first = autograd.grad([x.pow(4).sum()], [x], create_graph: true)[0];
        var second = autograd.grad([first.sum()], [x], create_graph: true)[0];
        var third = autograd.grad([second.sum()], [x])[0];
        Assert.Equal([32, 48, 48], new[] { first, second, third }.Select(t => t.item<double>()));
        (first * first).sum().backward();
        Assert.Equal(2 * 32 * 48, x.grad!.item<double>());
    }

    [Fact]
    public void A_graph_is_gone_through_twice_only_where_it_was_retained()
    {
        using var x = Leaf(2);
        var y = (x * x).sum();
        y.backward(retain_graph: true);
        y.backward();
        Assert.Equal([8], Values(x.grad!));
        Assert.Contains("second time", Assert.Throws<ExternalException>(() => y.backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_gradient_of_a_tensor_within_is_kept_where_that_is_asked()
    {
        using var x = Leaf(2);
        var inner = x * x;
        inner.retain_grad();
        (inner * 3).sum().backward();
        Assert.Equal([3], Values(inner.grad!));
        Assert.False(inner.is_leaf);
        Assert.True(x.is_leaf);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Gradients_that_are_set_to_zero_let_the_graph_behind_them_go(bool module)
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(2, 1, hasBias: false);
        using var optimizer = optim.SGD(layer.parameters(), 0.1);
        autograd.backward([layer.call(ones(1, 2)).pow(2).sum()], create_graph: true);
        Assert.True(layer.weight.grad!.requires_grad);
        if (module)
            layer.zero_grad(set_to_none: false);
        else
            optimizer.zero_grad();
        Assert.False(layer.weight.grad!.requires_grad);
        Assert.Equal([0f, 0], layer.weight.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Detaching_cuts_the_graph()
    {
        using var x = Leaf(2);
        (x * x.detach()).sum().backward();
        Assert.Equal([2], Values(x.grad!));
        var inner = x * x;
        Assert.Same(inner, inner.detach_());
        Assert.False(inner.requires_grad);
        Assert.True(x.detach().requires_grad_().requires_grad);
        Assert.False(Leaf(1).with_requires_grad(false).requires_grad);
    }

    [Fact]
    public void The_jacobian_of_a_product_with_a_matrix_is_the_matrix()
    {
        using var m = tensor([1.0, 2, 3, 4, 5, 6], [2, 3]);
        using var x = tensor([7.0, 8, 9], [3]);
        using var j = autograd.functional.jacobian(v => m.matmul(v), x);
        Assert.Equal([2, 3], j.shape);
        Assert.Equal(Values(m), Values(j));
        var two = autograd.functional.jacobian(v => new[] { v * v, v.sum() }, x).ToList();
        Assert.Equal([14, 0, 0, 0, 16, 0, 0, 0, 18], Values(two[0]));
        Assert.Equal([1, 1, 1], Values(two[1]));
        using var y = tensor([1.0, 2, 3], [3]);
        var of = autograd.functional.jacobian((Tensor[] v) => v[0] * v[1], x, y).ToList();
        Assert.Equal([1, 0, 0, 0, 2, 0, 0, 0, 3], Values(of[0]));
        Assert.Equal([7, 0, 0, 0, 8, 0, 0, 0, 9], Values(of[1]));
        var unused = autograd.functional.jacobian((Tensor[] v) => v[0] * 2, x, y).ToList();
        Assert.All(Values(unused[1]), v => Assert.Equal(0, v));
    }

    private static Tensor Leaf(params double[] values) => tensor(values, [values.Length], requires_grad: true);

    private static double[] Values(Tensor tensor) => tensor.data<double>().ToArray();
}
