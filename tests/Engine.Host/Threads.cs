namespace Engine.Host;

/// <summary>Threads that use tensors, autograd and scopes at once, with results that are known.</summary>
internal static class Threads
{
    public static void Run(int threads, TimeSpan time)
    {
        Round(0);
        Report.Collect();
        var (tensors, bytes) = (Report.LiveTensors, Report.LiveBytes);
        var until = DateTime.UtcNow + time;
        var rounds = 0L;
        var wrong = new System.Collections.Concurrent.ConcurrentQueue<string>();
        using var shared = arange(1000, dtype: ScalarType.Float64);
        var work = Enumerable.Range(0, threads).Select(thread => new Thread(() =>
        {
            try
            {
                for (var i = 0; DateTime.UtcNow < until; i++)
                {
                    Round(thread * 1000 + i % 1000);
                    if (shared.sum().item<double>() != 499500)
                        throw new InvalidOperationException("the sum of a shared tensor");
                    Interlocked.Increment(ref rounds);
                }
            }
#pragma warning disable CA1031 // the test reads it
            catch (Exception e)
#pragma warning restore CA1031
            {
                wrong.Enqueue($"{e.GetType().Name}: {e.Message}");
            }
        })).ToList();
        work.ForEach(t => t.Start());
        work.ForEach(t => t.Join());
        shared.Dispose();
        Report.Collect();
        if (wrong.TryDequeue(out var first))
            throw new InvalidOperationException(first);
        Report.Line("rounds", rounds);
        Report.Line("tensors-more", Report.LiveTensors - tensors);
        Report.Line("bytes-more", Report.LiveBytes - bytes);
    }

    /// <summary>d/dx of (x^3 summed) is 3 x^2, by libtorch's backward and by one written here; some tensors are left to the collector.</summary>
    private static void Round(int n)
    {
        var kept = Cube(n, dispose: false);
        using (NewDisposeScope())
        {
            var gradient = Cube(n, dispose: true);
            for (var i = 0; i < 4; i++)
                Expect(3.0 * (n + i) * (n + i), gradient[i]);
        }

        using (var inner = NewDisposeScope())
        using (no_grad())
        {
            var product = ones(16, 16, dtype: ScalarType.Float64).mul(n).matmul(ones(16, 1, dtype: ScalarType.Float64));
            Expect(16.0 * n, product.sum().item<double>() / 16);
            if (is_grad_enabled() || inner.DisposablesCount == 0)
                throw new InvalidOperationException("the scope or the grad mode is another thread's");
        }

        Expect(kept[2], 3.0 * (n + 2) * (n + 2));
    }

    private static double[] Cube(int n, bool dispose)
    {
        var x = tensor(new double[] { n, n + 1, n + 2, n + 3 }, requires_grad: true);
        var y = (Square.apply(x) * x).sum();
        y.backward();
        var gradient = x.grad!;
        var values = gradient.data<double>().ToArray();
        if (dispose)
        {
            gradient.Dispose();
            y.Dispose();
            x.Dispose();
        }

        return values;
    }

    private static void Expect(double expected, double actual)
    {
        if (Math.Abs(expected - actual) > 1e-9 * Math.Abs(expected))
            throw new InvalidOperationException($"{actual:R} where {expected:R} is right");
    }

    private sealed class Square : autograd.SingleTensorFunction<Square>
    {
        public override string Name => nameof(Square);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            ctx.save_for_backward([x]);
            return x * x;
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) =>
            [grad_output * (ctx.get_saved_variables()[0] * 2)];
    }
}
