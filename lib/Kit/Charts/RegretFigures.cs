using System.Globalization;

namespace Kit.Charts;

/// <summary>What not knowing the best arm has cost.</summary>
public static class RegretFigures
{
    /// <summary>Cumulative regret over steps, with the asymptotic lower bound of Lai and Robbins (1985) as a slope.</summary>
    /// <remarks>
    /// The bound says lim inf R(t) / ln t ≥ C for policies that are good on every problem. It bounds a slope and not a value: the drawn C ln t has
    /// the slope, and its height is arbitrary. Where arms are hard to tell apart curves start below it: C ln t gains C ln 2 with the second
    /// step, and a step costs a policy no more than the largest gap.
    /// </remarks>
    /// <param name="curves">mean cumulative regret, one line a policy, with bands</param>
    /// <param name="facts">title, n and seeds</param>
    /// <param name="slope">C = Σ over the worse arms of Δ / KL(arm ‖ best); no line where null</param>
    /// <param name="logX">whether steps are drawn on a logarithmic axis, where C ln t is straight</param>
    /// <param name="range">ends of the vertical axis; those of the data where null</param>
    /// <exception cref="ArgumentException">a curve that cannot be drawn: the message names it</exception>
    public static Figure Regret(IReadOnlyList<PlotLine> curves, FigureFacts facts, double? slope = null, bool logX = false, AxisRange? range = null)
    {
        var policies = new LineSet(curves, logX);
        var (first, last) = (Math.Max(1, curves.Min(it => it.X[0])), curves.Max(it => it.X[^1]));
        var alternative = string.Create(CultureInfo.InvariantCulture, $"Cumulative regret over steps {curves.Min(it => it.X[0]):G6} to {last:G6}. At the end: {policies.Ends()}.");
        if (slope is not { } c)
            return Draw(policies);
        if (!(double.IsFinite(c) && c > 0))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"the slope of the lower bound is {c}; it must be positive"), nameof(slope));

        const int points = 60;
        double[] steps = [.. Enumerable.Range(0, points).Select(i => first * Math.Pow(last / first, i / (points - 1.0)))];
        var bound = new PlotLine(string.Create(CultureInfo.InvariantCulture, $"Lai–Robbins slope, {c:G3} ln t"), steps, [.. steps.Select(step => c * Math.Log(step))]);
        alternative += string.Create(CultureInfo.InvariantCulture, $" Dashed: {c:G3} ln t, the asymptotic lower bound as a slope. ")
            + $"Over the last unit of ln t the regret grew by: {string.Join("; ", curves.Where(it => it.X[^1] >= Math.E * it.X[0]).Select(Growth))}.";
        return Draw(new LineSet([.. curves, bound], logX));

        Figure Draw(LineSet lines) =>
            LearningFigures.Draw(lines, facts, [], range, (drawn, ends) => Plot.Lines(drawn, "step", "cumulative regret", ends, logX), alternative);
    }

    private static string Growth(PlotLine line)
    {
        var since = Enumerable.Range(0, line.X.Count).Last(i => line.X[i] <= line.X[^1] / Math.E);
        return string.Create(CultureInfo.InvariantCulture, $"{line.Name} {(line.Y[^1] - line.Y[since]) / Math.Log(line.X[^1] / line.X[since]):G3}");
    }
}
