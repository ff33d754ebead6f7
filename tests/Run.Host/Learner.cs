using System.Text.Json.Nodes;
using Kit.Foundation.Checkpoints;
using Kit.Foundation.Runs;
using TorchSharp.Modules;

namespace RunHost;

/// <summary>A softmax policy gradient with a baseline and Adam on Gaussian bandits: every kind of state that a checkpoint has to hold.</summary>
internal static class Learner
{
    public static void Learn(string folder, LearnerOptions options, RunSettings settings, Action<long> afterRow, CancellationToken cancellation)
    {
        using var run = Run.Open(folder, options, seed: 7, settings);
        using var scope = NewDisposeScope();
        var means = Normal(run.Streams.Initialisation.FillNormal, [options.Problems, options.Arms]);
        var logits = new Parameter(zeros(options.Problems, options.Arms));
        using var adam = optim.Adam([logits], options.LearningRate);
        var baseline = 0.0;
        using (var checkpoint = run.Restore())
        {
            if (checkpoint is not null)
            {
                using (no_grad())
                    logits.copy_(checkpoint.Tensors["logits"]);
                checkpoint.CopyTo("adam", adam);
                baseline = (double)checkpoint.State["baseline"]!;
            }
        }

        for (var step = run.FirstStep; step <= options.Steps; step++)
        {
            double reward;
            using (NewDisposeScope())
            {
                var logProbabilities = nn.functional.log_softmax(logits, 1);
                var arms = multinomial(logProbabilities.detach().exp(), 1, generator: run.Streams.TorchGenerator());
                var rewards = means.gather(1, arms) + Normal(run.Streams.Environment.FillNormal, arms.shape);
                reward = rewards.mean().item<float>();
                adam.zero_grad();
                var loss = -((rewards - baseline) * logProbabilities.gather(1, arms)).mean();
                loss.backward();
                adam.step();
            }

            baseline += options.BaselineRate * (reward - baseline);
            run.Metrics.Write(step, ("reward", reward), ("baseline", baseline));
            afterRow(step);
            if (step == options.Steps || run.CheckpointIsDue(step, cancellation))
            {
                using (NewDisposeScope())
                    run.Save(step, new Dictionary<string, Tensor> { { "logits", logits }, { "adam", adam } }, new JsonObject { ["baseline"] = baseline });
                cancellation.ThrowIfCancellationRequested();
            }
        }

        run.Complete();
    }

    private delegate void Fill(Span<double> values);

    private static Tensor Normal(Fill fill, long[] shape)
    {
        var values = new double[shape.Aggregate(1L, (a, b) => a * b)];
        fill(values);
        return tensor(values, shape, ScalarType.Float32);
    }
}
