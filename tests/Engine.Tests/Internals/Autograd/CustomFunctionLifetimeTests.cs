using System.Runtime.CompilerServices;

namespace Engine.Tests.Internals.Autograd;

/// <summary>What a function saves goes with the graph, and not before.</summary>
public sealed class CustomFunctionLifetimeTests
{
    [Fact]
    public void Function_context_and_saved_objects_are_collected_with_the_graph()
    {
        var saved = Record(backward: false, dispose: true);
        Collect();
        Assert.False(saved.IsAlive);
    }

    [Fact]
    public void They_are_collected_where_nobody_disposes_anything()
    {
        var saved = Record(backward: true, dispose: false);
        Collect();
        Assert.False(saved.IsAlive);
    }

    [Fact]
    public void They_live_as_long_as_an_output()
    {
        using var x = ones(1, requires_grad: true);
        var (y, saved) = Apply(x);
        Collect();
        Assert.True(saved.IsAlive);
        y.backward();
        Assert.Equal(2, x.grad!.item<float>());
        GC.KeepAlive(y);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Record(bool backward, bool dispose)
    {
        var x = ones(1, requires_grad: true);
        var (y, saved) = Apply(x);
        if (backward)
            y.backward();
        if (dispose)
        {
            y.Dispose();
            x.Dispose();
        }

        return saved;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (Tensor, WeakReference) Apply(Tensor x)
    {
        var token = new object();
        return (Holding.apply(x, token), new WeakReference(token));
    }

    private static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private sealed class Holding : autograd.SingleTensorFunction<Holding>
    {
        public override string Name => nameof(Holding);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var y = (Tensor)vars[0] * 2;
            ctx.save_data("token", vars[1]);
            ctx.save_for_backward([(Tensor)vars[0], y]);
            return y;
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => [grad_output * 2, null!];
    }
}
