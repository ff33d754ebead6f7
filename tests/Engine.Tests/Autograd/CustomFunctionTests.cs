using System.Runtime.InteropServices;

namespace Engine.Tests.Autograd;

/// <summary>Operations whose backward is written in C#.</summary>
public sealed class CustomFunctionTests
{
    [Fact]
    public void Forward_runs_without_recording_and_backward_gives_what_it_returns()
    {
        using var x = Leaf(1, 2, 3);
        using var y = Square.apply(x);
        Assert.Equal([1, 4, 9], Values(y));
        Assert.True(y.requires_grad);
        y.sum().backward();
        Assert.Equal([2, 4, 6], Values(x.grad!));
    }

    [Fact]
    public void A_second_derivative_goes_through_backward()
    {
        using var x = Leaf(3);
        using var y = Square.apply(x);
        var first = autograd.grad([y], [x], create_graph: true)[0];
        Assert.Equal(6, first.item<double>());
        Assert.Equal(2, autograd.grad([first], [x])[0].item<double>());
    }

    [Fact]
    public void A_saved_output_is_not_a_circle_and_has_a_second_derivative()
    {
        using var x = Leaf(2);
        using var y = Exponential.apply(x);
        var first = autograd.grad([y], [x], create_graph: true)[0];
        var second = autograd.grad([first], [x])[0];
        Assert.Equal(Math.Exp(2), first.item<double>(), 12);
        Assert.Equal(Math.Exp(2), second.item<double>(), 12);
    }

    [Fact]
    public void Where_no_input_requires_a_gradient_or_none_is_wanted_nothing_is_recorded()
    {
        using var plain = tensor([2.0], [1]);
        Assert.False(Square.apply(plain).requires_grad);
        using var x = Leaf(2);
        using (no_grad())
            Assert.False(Square.apply(x).requires_grad);
    }

    [Fact]
    public void Inputs_without_a_gradient_and_arguments_that_are_no_tensors_get_null()
    {
        using var x = Leaf(1, 2);
        using var scale = tensor([10.0, 100], [2]);
        using var y = Scaled.apply(x, 3, scale);
        Assert.Equal([30, 600], Values(y));
        y.sum().backward();
        Assert.Equal([30, 300], Values(x.grad!));
        Assert.Null(scale.grad);
    }

    [Fact]
    public void The_gradient_of_an_unused_output_is_zeros_or_null_as_wanted()
    {
        using var x = Leaf(1, 2);
        Pair.Apply(x, materialize: true)[0].sum().backward();
        Assert.Equal("zeros[2]", Pair.Second);
        Assert.Equal([2, 2], Values(x.grad!));
        Pair.Apply(x, materialize: false)[0].sum().backward();
        Assert.Equal("null", Pair.Second);
        Assert.Equal([4, 4], Values(x.grad!));
    }

    [Fact]
    public void Outputs_of_integers_and_those_marked_have_no_gradient()
    {
        using var x = Leaf(3, 1, 2);
        var outputs = Marked.apply(x);
        Assert.Equal([true, false, false], outputs.Select(o => o.requires_grad));
        outputs[0].sum().backward();
        Assert.Equal([5, 5, 5], Values(x.grad!));
    }

    [Fact]
    public void An_input_handed_through_is_another_tensor_with_the_functions_gradient()
    {
        using var x = Leaf(1, 2);
        var y = Reversal.apply(x);
        Assert.NotSame(x, y);
        y.sum().backward();
        Assert.Equal([-1, -1], Values(x.grad!));
        using (no_grad())
            Reversal.apply(x).Dispose();
        Assert.Equal([1, 2], Values(x));
    }

    [Fact]
    public void An_input_changed_in_place_has_the_functions_gradient()
    {
        using var x = Leaf(1, 2);
        using var inner = x * x;
        using var y = Doubling.apply(inner);
        Assert.Equal([2, 8], Values(inner));
        y.sum().backward();
        Assert.Equal([4, 8], Values(x.grad!));
        var e = Assert.Throws<ExternalException>(() => Doubling.apply(x));
        Assert.Contains("leaf", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_in_backward_comes_back_whole()
    {
        using var x = Leaf(1);
        using var y = Failing.apply(x);
        var e = Assert.Throws<ExternalException>(() => y.backward());
        Assert.Contains("no way back", e.Message, StringComparison.Ordinal);
        Assert.Equal("no way back", Assert.IsType<NotSupportedException>(e.InnerException).Message);
        using var again = Square.apply(x);
        again.backward();
        Assert.Equal(2, x.grad!.item<double>());
    }

    [Fact]
    public void A_wrong_number_or_shape_of_gradients_is_an_exception_with_the_functions_name()
    {
        using var x = Leaf(1, 2);
        Wrong.Result = () => [];
        Assert.Contains("Wrong: backward returned 0 gradients for 1 arguments", Assert.Throws<ExternalException>(() => Wrong.apply(x).sum().backward()).Message, StringComparison.Ordinal);
        Wrong.Result = () => [tensor([1.0, 2, 3], [3])];
        Assert.Contains("Wrong returned an invalid gradient", Assert.Throws<ExternalException>(() => Wrong.apply(x).sum().backward()).Message, StringComparison.Ordinal);
        Wrong.Result = () => [null!, null!];
        Wrong.apply(x).sum().backward();
        Assert.Null(x.grad);
    }

    [Fact]
    public void A_graph_is_gone_through_twice_only_where_it_was_retained()
    {
        using var x = Leaf(3);
        using var y = Square.apply(x);
        y.backward(retain_graph: true);
        y.backward(retain_graph: true);
        y.backward();
        Assert.Equal(18, x.grad!.item<double>());
        Assert.Contains("second time", Assert.Throws<ExternalException>(() => y.backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_tensor_that_was_changed_in_place_is_noticed()
    {
        using var x = Leaf(3);
        using var inner = x * x;
        using var y = Square.apply(inner);
        using (no_grad())
            Doubling.apply(inner);
        Assert.Contains("modified by an inplace operation", Assert.Throws<ExternalException>(() => y.backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Saved_tensors_are_read_in_backward_only()
    {
        using var x = Leaf(3);
        using var y = Keeping.apply(x);
        Assert.Throws<InvalidOperationException>(() => Keeping.Context!.get_saved_variables());
        Assert.Equal(7, Keeping.Context!.get_data("seven"));
        y.backward();
        Assert.Equal(3, x.grad!.item<double>());
    }

    [Fact]
    public void Many_threads_go_backward_through_functions_at_once()
    {
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            using var scope = NewDisposeScope();
            var x = Leaf(i, i + 1);
            var y = Square.apply(Exponential.apply(x * tensor([0.0, 0], [2])) * x);
            y.sum().backward();
            Assert.Equal([2.0 * i, 2.0 * (i + 1)], Values(x.grad!));
        });
    }

    private static Tensor Leaf(params double[] values) => tensor(values, [values.Length], requires_grad: true);

    private static double[] Values(Tensor tensor) => tensor.data<double>().ToArray();

    private sealed class Square : autograd.SingleTensorFunction<Square>
    {
        public override string Name => nameof(Square);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            Assert.False(is_grad_enabled());
            var x = (Tensor)vars[0];
            ctx.save_for_backward([x]);
            return x * x;
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
        {
            var x = ctx.get_saved_variables()[0];
            return [grad_output * (x + x)];
        }
    }

    private sealed class Exponential : autograd.SingleTensorFunction<Exponential>
    {
        public override string Name => nameof(Exponential);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var y = ((Tensor)vars[0]).exp();
            ctx.save_for_backward([y]);
            return y;
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => [grad_output * ctx.get_saved_variables()[0]];
    }

    private sealed class Scaled : autograd.SingleTensorFunction<Scaled>
    {
        public override string Name => nameof(Scaled);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            ctx.save_data("factor", vars[1]);
            ctx.save_for_backward([(Tensor)vars[2], null!]);
            return (Tensor)vars[0] * (Tensor)vars[2] * tensor([(int)vars[1], (double)(int)vars[1]], [2]);
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
        {
            var saved = ctx.get_saved_variables();
            Assert.Null(saved[1]);
            var factor = (double)(int)ctx.get_data("factor");
            return [grad_output * saved[0] * tensor([factor, factor], [2]), null!, saved[0]];
        }
    }

    private sealed class Pair : autograd.MultiTensorFunction<Pair>
    {
        public static string? Second { get; private set; }

        public override string Name => nameof(Pair);

        public static List<Tensor> Apply(Tensor x, bool materialize) => apply(x, materialize);

        public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars)
        {
            ctx.set_materialize_grads((bool)vars[1]);
            var x = (Tensor)vars[0];
            return [x + x, x * x];
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs)
        {
            Second = grad_outputs[1] is { } g ? $"{(Values(g).All(v => v == 0) ? "zeros" : "values")}[{g.numel()}]" : "null";
            return [grad_outputs[0] + grad_outputs[0], null!];
        }
    }

    private sealed class Marked : autograd.MultiTensorFunction<Marked>
    {
        public override string Name => nameof(Marked);

        public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            var marked = x + x;
            ctx.mark_non_differentiable([marked]);
            return [x * x, marked, x.to_type(ScalarType.Int64)];
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs)
        {
            Assert.Equal(3, grad_outputs.Count);
            return [grad_outputs[0] * tensor([5.0, 5, 5], [3])];
        }
    }

    private sealed class Reversal : autograd.SingleTensorFunction<Reversal>
    {
        public override string Name => nameof(Reversal);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => (Tensor)vars[0];

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => [grad_output * tensor([-1.0, -1], [2])];
    }

    private sealed class Doubling : autograd.SingleTensorFunction<Doubling>
    {
        public override string Name => nameof(Doubling);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            ctx.mark_dirty([x]);
            return x.add_(x.clone());
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => [grad_output + grad_output];
    }

    private sealed class Failing : autograd.SingleTensorFunction<Failing>
    {
        public override string Name => nameof(Failing);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => ((Tensor)vars[0]).clone();

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => throw new NotSupportedException("no way back");
    }

    private sealed class Wrong : autograd.SingleTensorFunction<Wrong>
    {
        public static Func<List<Tensor>> Result { get; set; } = () => [];

        public override string Name => nameof(Wrong);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => ((Tensor)vars[0]).clone();

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => Result();
    }

    private sealed class Keeping : autograd.SingleTensorFunction<Keeping>
    {
        public static autograd.AutogradContext? Context { get; private set; }

        public override string Name => nameof(Keeping);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            Context = ctx;
            ctx.save_data("seven", 7);
            ctx.save_for_backward([(Tensor)vars[0]]);
            return ((Tensor)vars[0]).clone();
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => ctx.get_saved_variables();
    }
}
