using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Kit.Foundation.Randomness;
using Kit.Foundation.Runs;
using static TorchSharp.torch;

namespace Kit.Decisions.Bandits.Vectorized;

/// <summary>Plays a method on many problems at once (Sutton and Barto 2018, section 2.3).</summary>
public static class Testbed
{
    /// <summary>Plays one method. Under one seed every method meets the same problems with the same noise.</summary>
    /// <param name="options">the problems</param>
    /// <param name="create">makes the policy, for that many arms and problems</param>
    /// <param name="seed">of the problems, their rewards and the policy's choices</param>
    /// <param name="progress">hears now and then how far it is</param>
    /// <param name="cancellationToken">stops it between two steps</param>
    /// <exception cref="ArgumentException">options that do not fit together</exception>
    public static TestbedResult Run(TestbedOptions options, Func<TestbedOptions, IVectorizedPolicy> create, long seed,
        IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using var inference = inference_mode();
        using var scope = NewDisposeScope();
        using var problems = new BanditProblems(options, seed);
        using var policy = create(options);
        using var score = new Score(options);
        var random = new RandomStreams(seed).Policy;
        // Every report, however fast: a picture that is drawn from them must not depend on the clock.
        var meter = new ProgressMeter(progress, options.Steps, between: TimeSpan.Zero);
        for (var step = 1; step <= options.Steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var temporary = NewDisposeScope();
            var arms = policy.Select(random);
            var (rewards, regret) = problems.Pull(arms);
            policy.Update(arms, rewards);
            if (score.Add(rewards, regret))
                meter.Report(step, score.Latest);
        }

        return score.Result();
    }

    /// <summary>Plays several methods, in the same way as one after the other whatever the degree of parallelism.</summary>
    /// <param name="runs">the methods, each with its testbed</param>
    /// <param name="seed">of the problems, their rewards and the policies' choices, the same for all</param>
    /// <param name="degreeOfParallelism">how many methods are played at a time, each on a thread of its own</param>
    /// <param name="progress">hears now and then how far all of it is, never from two threads at a time</param>
    /// <param name="cancellationToken">stops it between two steps</param>
    /// <returns>the results in the order of the runs</returns>
    public static IReadOnlyList<TestbedResult> RunAll(IReadOnlyList<TestbedRun> runs, long seed, int degreeOfParallelism = 1,
        IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degreeOfParallelism, 1);
        var results = new TestbedResult[runs.Count];
        var done = new long[runs.Count];
        var meter = new ProgressMeter(progress, runs.Sum(run => (long)run.Options.Steps), between: TimeSpan.Zero);
        var options = new ParallelOptions { MaxDegreeOfParallelism = degreeOfParallelism, CancellationToken = cancellationToken };
        try
        {
            // Unbuffered: a thread that is free takes the next method, rather than a share of them beforehand.
            var numbers = Partitioner.Create(Enumerable.Range(0, runs.Count), EnumerablePartitionerOptions.NoBuffering);
            Parallel.ForEach(numbers, options, i => results[i] = Run(runs[i].Options, runs[i].Create, seed, progress is null ? null : new Listener(Report(i)), cancellationToken));
        }
        catch (AggregateException several) when (several.InnerExceptions is [var only])
        {
            ExceptionDispatchInfo.Throw(only);
        }

        return results;

        Action<TrainingProgress> Report(int i) => one =>
        {
            lock (done)
            {
                done[i] = one.Step;
                meter.Report(done.Sum(), [.. one.Metrics.Select(metric => (metric.Key, metric.Value))]);
            }
        };
    }

    private sealed class Listener(Action<TrainingProgress> hear) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => hear(value);
    }
}
