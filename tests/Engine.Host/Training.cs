namespace Engine.Host;

/// <summary>A small network that is trained as one would: forward, backward, a step, everything else in a scope.</summary>
internal static class Training
{
    public static void Run(int steps)
    {
        manual_seed(1);
        using var outer = NewDisposeScope();
        using var net = nn.Sequential(("in", nn.Linear(64, 256)), ("act", nn.ReLU()), ("out", nn.Linear(256, 8)));
        using var optimizer = optim.Adam(net.parameters(), 1e-3);
        var x = randn(128, 64);
        var wanted = randn(128, 8);
        var bytes = new List<long>();
        var tensors = new List<long>();
        var early = 0L;
        for (var i = 0; i < steps; i++)
        {
            using (NewDisposeScope())
            {
                optimizer.zero_grad();
                var loss = nn.functional.mse_loss(net.forward(x), wanted);
                loss.backward();
                optimizer.step();
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
