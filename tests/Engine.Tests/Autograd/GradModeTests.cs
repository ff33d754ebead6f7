namespace Engine.Tests.Autograd;

/// <summary>Grad mode and inference mode are settings of one thread, put back in order.</summary>
public sealed class GradModeTests
{
    [Fact]
    public void Within_no_grad_nothing_is_recorded_and_afterwards_it_is_again()
    {
        using var x = ones(2, requires_grad: true);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
                Assert.True((x * 2).requires_grad);
            Assert.False(is_grad_enabled());
        }

        Assert.True(is_grad_enabled());
        Assert.True((x * 2).requires_grad);
    }

    [Fact]
    public void Set_grad_enabled_is_left_by_disposing_its_result()
    {
        var off = set_grad_enabled(false);
        Assert.False(is_grad_enabled());
        off.Dispose();
        off.Dispose();
        Assert.True(is_grad_enabled());
        using (enable_grad(false))
            Assert.False(is_grad_enabled());
    }

    [Fact]
    public void Tensors_of_inference_mode_never_join_a_graph()
    {
        Tensor made;
        using (inference_mode())
        {
            Assert.True(is_inference_mode_enabled());
            Assert.False(is_grad_enabled());
            made = ones(2);
            using (inference_mode(false))
                Assert.False(is_inference_mode_enabled());
            Assert.True(is_inference_mode_enabled());
        }

        Assert.False(is_inference_mode_enabled());
        Assert.True(is_grad_enabled());
        using var x = ones(2, requires_grad: true);
        Assert.ThrowsAny<Exception>(() => made * x);
    }

    [Fact]
    public void What_was_set_inside_a_block_and_never_put_back_ends_with_the_block()
    {
        var outer = no_grad();
        set_grad_enabled(true);
        var inner = inference_mode();
        Assert.True(is_inference_mode_enabled());
        outer.Dispose();
        Assert.False(is_inference_mode_enabled());
        Assert.True(is_grad_enabled());
        using (no_grad())
        {
            inner.Dispose();
            Assert.False(is_grad_enabled());
        }

        Assert.True(is_grad_enabled());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Modes_that_an_await_moved_throw_and_the_thread_left_behind_is_as_before(bool inference)
    {
        var mode = inference ? inference_mode() : no_grad();
        OnAnotherThread(() =>
        {
            Assert.True(is_grad_enabled());
            Assert.Contains("await", Assert.Throws<InvalidOperationException>(mode.Dispose).Message, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(mode.Dispose);
        });
        using var x = ones(1, requires_grad: true);
        Assert.True((x * 2).requires_grad);
        Assert.True(is_grad_enabled());
        Assert.False(is_inference_mode_enabled());
        mode.Dispose();
        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void Inference_mode_holds_on_a_thread_where_another_was_left_behind()
    {
        var left = inference_mode();
        OnAnotherThread(() => Assert.Throws<InvalidOperationException>(left.Dispose));
        using (inference_mode())
            Assert.True(is_inference_mode_enabled());
        Assert.False(is_inference_mode_enabled());
    }

    [Fact]
    public void A_mode_of_a_thread_that_has_ended_is_refused_by_every_other()
    {
        IDisposable? mode = null;
        OnAnotherThread(() => mode = no_grad());
        for (var i = 0; i < 20; i++)
        {
            // Threads that come later may get its number.
            GC.Collect();
            GC.WaitForPendingFinalizers();
            OnAnotherThread(() => Assert.Throws<InvalidOperationException>(mode!.Dispose));
        }
    }

    [Fact]
    public void Threads_have_modes_of_their_own()
    {
        using var off = no_grad();
        OnAnotherThread(() => Assert.True(is_grad_enabled()));
        Assert.False(is_grad_enabled());
    }

    private static void OnAnotherThread(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action));
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
