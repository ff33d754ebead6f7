using System.Globalization;
using Kit.Foundation;

namespace Kit.Charts;

/// <summary>What happens during training, as pictures.</summary>
public static class TrainingFigures
{
    /// <summary>The loss of one run, step by step, on a logarithmic axis where every loss is positive.</summary>
    /// <param name="losses">the loss before each step, at least two, all finite</param>
    /// <param name="title">what is trained on what</param>
    /// <param name="seeds">the seeds behind the run, or why it needs none</param>
    /// <exception cref="ArgumentException">fewer than two losses, or one that is not a number: the message names the step</exception>
    public static Figure Loss(IReadOnlyList<double> losses, string title, string seeds)
    {
        ArgumentNullException.ThrowIfNull(losses);
        if (losses.Count < 2)
            throw new ArgumentException($"a loss curve needs at least two steps, not {losses.Count}", nameof(losses));
        for (var step = 0; step < losses.Count; step++)
            if (!double.IsFinite(losses[step]))
                throw new ArgumentException($"the loss at step {step} is {losses[step]}: the run diverged before; draw the steps up to there", nameof(losses));
        var line = new PlotLine("loss", [.. Enumerable.Range(0, losses.Count).Select(step => (double)step)], losses);
        return new Figure(Plot.Lines([line], "step", "loss", logY: losses.All(loss => loss > 0)), new FigureText
        {
            Title = title,
            Provenance = Provenance.Measured,
            Count = losses.Count,
            Counted = "steps",
            Seeds = seeds,
            Alternative = string.Create(CultureInfo.InvariantCulture,
                $"The loss over {losses.Count} steps: {losses[0]:G3} at first, {losses[^1]:G3} at last, at the lowest {losses.Min():G3}."),
        }, height: 340, legend: false);
    }
}
