namespace Engine.Tests.Core;

/// <summary>Scopes dispose what was made in them, on the thread that opened them.</summary>
public sealed class DisposeScopeTests
{
    [Fact]
    public void What_is_made_in_a_scope_ends_with_it_and_what_was_there_before_does_not()
    {
        using var before = ones(2);
        Tensor inside;
        using (NewDisposeScope())
            inside = before + before;
        Assert.True(inside.IsInvalid);
        Assert.False(before.IsInvalid);
        Assert.Throws<ObjectDisposedException>(() => inside + before);
    }

    [Fact]
    public void Scopes_nest_and_the_innermost_takes_what_is_made()
    {
        using var outer = NewDisposeScope();
        var first = ones(1);
        using (var inner = NewDisposeScope())
        {
            var second = ones(1);
            Assert.Same(inner, CurrentDisposeScope);
            Assert.True(inner.Contains(second) && outer.Contains(first) && !outer.Contains(second));
        }

        Assert.Same(outer, CurrentDisposeScope);
        Assert.Equal(1, outer.DisposablesCount);
    }

    [Fact]
    public void What_is_moved_outwards_ends_with_the_outer_scope()
    {
        Tensor moved;
        using (NewDisposeScope())
        {
            using (NewDisposeScope())
                moved = ones(1).MoveToOuterDisposeScope();
            Assert.False(moved.IsInvalid);
        }

        Assert.True(moved.IsInvalid);
    }

    [Fact]
    public void What_is_detached_or_moved_out_of_the_outermost_scope_stays()
    {
        Tensor detached, moved;
        using (NewDisposeScope())
        {
            detached = ones(1).DetachFromDisposeScope();
            moved = ones(1).MoveToOuterDisposeScope();
        }

        Assert.False(detached.IsInvalid || moved.IsInvalid);
        detached.Dispose();
        moved.Dispose();
    }

    [Fact]
    public void Attaching_takes_a_tensor_from_wherever_it_was()
    {
        using var outer = NewDisposeScope();
        var tensor = ones(1);
        using (var inner = NewDisposeScope())
        {
            inner.Attach(tensor);
            Assert.False(outer.Contains(tensor));
        }

        Assert.True(tensor.IsInvalid);
    }

    [Fact]
    public void A_tensor_moves_to_the_scope_of_another()
    {
        using var outer = NewDisposeScope();
        var other = ones(1);
        using (NewDisposeScope())
        {
            var tensor = ones(1).MoveToOtherDisposeScope(other);
            Assert.True(outer.Contains(tensor));
        }

        Assert.Equal(2, outer.DisposablesCount);
    }

    [Fact]
    public void Everything_but_what_is_kept_is_disposed_and_the_scope_goes_on()
    {
        using var scope = NewDisposeScope();
        var (a, b, c) = (ones(1), ones(1), ones(1));
        Assert.Same(b, scope.DisposeEverythingBut(b));
        Assert.Equal([true, false, true], new[] { a, b, c }.Select(t => t.IsInvalid));
        Assert.Same(b, Assert.Single(scope.DisposablesView));
        var d = ones(1);
        scope.DisposeEverything();
        Assert.True(b.IsInvalid && d.IsInvalid);
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void A_tensor_disposed_early_leaves_its_scope_and_twice_is_harmless()
    {
        using var scope = NewDisposeScope();
        var tensors = Enumerable.Range(0, 5).Select(i => ones(i)).ToList();
        tensors[1].Dispose();
        tensors[4].Dispose();
        tensors[1].Dispose();
        Assert.Equal(3, scope.DisposablesCount);
        tensors[0].Dispose();
        Assert.Equal([2, 3], scope.DisposablesView.Cast<Tensor>().Select(t => t.numel()).Order());
    }

    [Fact]
    public void Other_disposables_are_held_too_and_may_hold_tensors_of_the_scope()
    {
        using var scope = NewDisposeScope();
        var bundle = new Bundle(ones(1), ones(1));
        scope.Attach(bundle);
        var last = ones(1);
        scope.Dispose();
        Assert.True(bundle.Tensors.All(t => t.IsInvalid) && last.IsInvalid);
        Assert.Equal(1, bundle.Disposals);
    }

    [Fact]
    public void A_disposed_tensor_cannot_be_moved_and_a_disposed_scope_takes_nothing()
    {
        var scope = NewDisposeScope();
        var dead = ones(1);
        dead.Dispose();
        Assert.Throws<ObjectDisposedException>(() => scope.Attach(dead));
        scope.Dispose();
        scope.Dispose();
        using var alive = ones(1);
        Assert.Throws<ObjectDisposedException>(() => scope.Attach(alive));
    }

    [Fact]
    public void Leaving_an_outer_scope_leaves_the_inner_ones_that_were_forgotten()
    {
        var outer = NewDisposeScope();
        _ = NewDisposeScope();
        var inside = ones(1);
        outer.Dispose();
        Assert.True(inside.IsInvalid);
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void A_wrapped_expression_keeps_its_result_only()
    {
        Tensor? part = null;
        using var result = WrappedTensorDisposeScope(() =>
        {
            part = ones(2);
            return part + part;
        });
        Assert.True(part!.IsInvalid);
        Assert.Equal(4, result.sum().item<float>());
    }

    [Fact]
    public void Scopes_of_threads_are_their_own()
    {
        using var scope = NewDisposeScope();
        OnAnotherThread(() =>
        {
            Assert.Null(CurrentDisposeScope);
            using var free = ones(1);
            using (NewDisposeScope())
                _ = ones(1);
        });
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void A_tensor_disposed_on_another_thread_than_its_scopes_is_disposed_once()
    {
        var scope = NewDisposeScope();
        var (there, here) = (ones(1), ones(1));
        OnAnotherThread(there.Dispose);
        Assert.True(there.IsInvalid);
        scope.Dispose();
        Assert.True(here.IsInvalid);
    }

    [Fact]
    public void A_scope_is_not_used_from_another_thread()
    {
        using var scope = NewDisposeScope();
        var inside = ones(1);
        using var outside = ones(1).DetachFromDisposeScope();
        OnAnotherThread(() =>
        {
            Assert.Throws<InvalidOperationException>(() => scope.Attach(outside));
            Assert.Throws<InvalidOperationException>(() => inside.MoveToOuterDisposeScope());
            Assert.Throws<InvalidOperationException>(scope.DisposeEverything);
            Assert.Throws<InvalidOperationException>(() => scope.MarkAsDisposed(inside));
        });
        Assert.True(scope.Contains(inside));
        Assert.False(scope.Contains(outside));
    }

    [Fact]
    public void A_scope_that_an_await_moved_throws_and_the_thread_left_behind_is_as_before()
    {
        var scope = NewDisposeScope();
        var inside = ones(1);
        OnAnotherThread(() => Assert.Contains("await", Assert.Throws<InvalidOperationException>(scope.Dispose).Message, StringComparison.Ordinal));
        using var after = ones(1);
        Assert.False(scope.Contains(after));
        Assert.Null(CurrentDisposeScope);
        Assert.False(inside.IsInvalid);
        inside.Dispose();
    }

    [Fact]
    public void Statistics_count_what_the_thread_did() => OnAnotherThread(() =>
    {
        var counts = DisposeScopeManager.Statistics;
        var outside = ones(1);
        using (NewDisposeScope())
        {
            var first = ones(1);
            var second = ones(1);
            first.Dispose();
            second.DetachFromDisposeScope();
            second.Dispose();
            CurrentDisposeScope!.Attach(outside);
            _ = ones(1);
        }

        Assert.Equal((1, 3), (counts.CreatedOutsideScopeCount, counts.CreatedInScopeCount));
        Assert.Equal((1, 3), (counts.DisposedOutsideScopeCount, counts.DisposedInScopeCount));
        Assert.Equal((1, 1), (counts.AttachedToScopeCount, counts.DetachedFromScopeCount));
        Assert.Equal(0, counts.ThreadTotalLiveCount);
        using var alive = ones(1);
        Assert.Equal(1, counts.TensorStatistics.ThreadTotalLiveCount);
        counts.Reset();
        Assert.Equal(0, counts.TensorStatistics.CreatedOutsideScopeCount);
    });

    private static void OnAnotherThread(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action));
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }

    private sealed class Bundle(params Tensor[] tensors) : IDisposable
    {
        public Tensor[] Tensors => tensors;

        public int Disposals { get; private set; }

        public void Dispose()
        {
            Disposals++;
            foreach (var tensor in tensors)
                tensor.Dispose();
        }
    }
}
