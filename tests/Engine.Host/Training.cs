namespace Engine.Host;

/// <summary>A small network that is trained as one would: forward, backward, a step, everything else in a scope.</summary>
internal static class Training
{
    public static void Run(int steps)
    {
        manual_seed(1);
        using var outer = NewDisposeScope();
        var w1 = randn(64, 256).mul(0.1).requires_grad_();
        var w2 = randn(256, 8).mul(0.1).requires_grad_();
        var x = randn(128, 64);
        var wanted = randn(128, 8);
        var bytes = new List<long>();
        var tensors = new List<long>();
        var early = 0L;
        for (var i = 0; i < steps; i++)
        {
            using (NewDisposeScope())
            {
                var loss = x.matmul(w1).tanh().matmul(w2).sub(wanted).pow(2).mean();
                loss.backward();
                using (no_grad())
                    foreach (var w in (Tensor[])[w1, w2])
                    {
                        w.add_(w.grad!, alpha: -0.5);
                        w.grad = null;
                    }

                if (i == 0 || i == steps - 1)
                    Report.Line(i == 0 ? "first-loss" : "last-loss", (long)(1e6 * loss.item<float>()));
            }

            bytes.Add(Report.LiveBytes);
            tensors.Add(Report.LiveTensors);
            if (i == 50)
                early = Report.Resident;
        }

        // The first step makes gradients and the optimiser's state.
        Report.Line("bytes-lowest", bytes.Skip(2).Min());
        Report.Line("bytes-highest", bytes.Skip(2).Max());
        Report.Line("tensors-lowest", tensors.Skip(2).Min());
        Report.Line("tensors-highest", tensors.Skip(2).Max());
        Report.Line("resident-early", early);
        Report.Line("resident-late", Report.Resident);
    }
}
