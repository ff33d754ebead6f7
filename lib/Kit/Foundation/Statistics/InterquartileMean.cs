using Kit.Foundation.Randomness;
using MathNet.Numerics.Statistics;

namespace Kit.Foundation.Statistics;

/// <summary>
/// The mean of the middle half of all runs of all tasks (Agarwal et al. 2021, section 4.3): steadier than the mean against a few huge
/// scores, and unlike the median it uses half of the runs.
/// </summary>
public static class InterquartileMean
{
    /// <summary>
    /// The values without the ⌊n/4⌋ smallest and the ⌊n/4⌋ largest, averaged. Where 4 does not divide n this keeps whole values, as
    /// SciPy's <c>trim_mean(…, 0.25)</c> and with it the paper's own code do, rather than weighting the two at the edge by a fraction. Of
    /// fewer than four values none is dropped.
    /// </summary>
    /// <exception cref="ArgumentException">no values, or one that is not finite</exception>
    public static double Of(IReadOnlyList<double> values) => OfScratch(Input.Finite(values));

    /// <summary>The interquartile mean over tasks and runs, with its stratified bootstrap interval.</summary>
    /// <param name="tasks">[tasks][runs], scores on one scale (Agarwal et al. normalise them); as many runs, at least two, for each task</param>
    /// <param name="stream">where the resamples come from</param>
    /// <param name="confidence">in (0, 1)</param>
    /// <param name="resamples">how many</param>
    /// <exception cref="ArgumentException">a task with fewer or more runs than the first, or a score that is not finite</exception>
    public static Estimate Interval(IReadOnlyList<IReadOnlyList<double>> tasks, RandomStream stream, double confidence = 0.95, int resamples = 10_000)
    {
        for (var i = 0; i < tasks.Count; i++)
        {
            Input.Finite(tasks[i], atLeast: 2, $"tasks[{i}]");
            if (tasks[i].Count != tasks[0].Count)
                throw new ArgumentException($"tasks[{i}] has {tasks[i].Count} runs and tasks[0] has {tasks[0].Count}; with unequal numbers the pool would weigh the tasks unequally", nameof(tasks));
        }

        return Bootstrap.Stratified(tasks, OfScratch, stream, confidence, resamples);
    }

    private static double OfScratch(double[] values)
    {
        Array.Sort(values);
        var cut = values.Length / 4;
        return ArrayStatistics.Mean(values[cut..^cut]);
    }
}
