using System.Globalization;
using Plotly.NET;

namespace Kit.Charts;

/// <summary>How well learners do, step by step or setting by setting.</summary>
public static class LearningFigures
{
    /// <summary>Learning curves with their bands.</summary>
    /// <param name="curves">one line a method, over the same steps; thinned for drawing, see the note of the figure</param>
    /// <param name="facts">title, n and seeds</param>
    /// <param name="yTitle">what is learned, with its unit</param>
    /// <param name="xTitle">what a step is</param>
    /// <param name="references">levels to compare with: the optimum, chance</param>
    /// <param name="logX">whether steps are drawn on a logarithmic axis; they count from 1 then</param>
    /// <param name="range">ends of the vertical axis; those of the data where null</param>
    /// <exception cref="ArgumentException">a curve that cannot be drawn: the message names it</exception>
    public static Figure Curve(IReadOnlyList<PlotLine> curves, FigureFacts facts, string yTitle, string xTitle = "step",
        IReadOnlyList<PlotReference>? references = null, bool logX = false, AxisRange? range = null)
    {
        var lines = new LineSet(curves, logX);
        return Draw(lines, facts, references ?? [], range, (drawn, ends) => Plot.Lines(drawn, xTitle, yTitle, ends, logX),
            string.Create(CultureInfo.InvariantCulture, $"Lines of the {yTitle} over {xTitle} {curves.Min(it => it.X[0]):G6} to {curves.Max(it => it.X[^1]):G6}. At the end: {lines.Ends()}."));
    }

    /// <summary>A parameter study: what each method reaches with each value of its parameter, over powers of two.</summary>
    /// <param name="methods">one line a method; positions are the values of its parameter, all positive</param>
    /// <param name="facts">title, n and seeds</param>
    /// <param name="yTitle">what is reached, with its unit</param>
    /// <param name="xTitle">the names of the parameters</param>
    /// <param name="references">levels to compare with</param>
    /// <param name="range">ends of the vertical axis; those of the data where null</param>
    /// <exception cref="ArgumentException">a line that cannot be drawn: the message names it</exception>
    public static Figure ParameterStudy(IReadOnlyList<PlotLine> methods, FigureFacts facts, string yTitle, string xTitle,
        IReadOnlyList<PlotReference>? references = null, AxisRange? range = null)
    {
        var lines = new LineSet(methods, logX: true);
        var (low, high) = ((int)Math.Floor(Math.Log2(methods.Min(it => it.X[0]))), (int)Math.Ceiling(Math.Log2(methods.Max(it => it.X[^1]))));
        int[] powers = [.. Enumerable.Range(low, high - low + 1)];
        var axis = Plot.Axis(xTitle, new AxisRange((low - 0.3) * Math.Log10(2), (high + 0.3) * Math.Log10(2)), type: StyleParam.AxisType.Log,
            ticks: [.. powers.Select(power => Math.Pow(2, power))], tickTexts: [.. powers.Select(power => power < 0 ? $"1/{Math.Pow(2, -power)}" : $"{Math.Pow(2, power)}")]);
        var best = methods.Select(it => (it.Name, Best: Enumerable.Range(0, it.Y.Count).MaxBy(i => it.Y[i]), it.X, it.Y)).OrderByDescending(it => it.Y[it.Best])
            .Select(it => string.Create(CultureInfo.InvariantCulture, $"{it.Name} {it.Y[it.Best]:G4} at {it.X[it.Best]:G4}"));
        return Draw(lines, facts, references ?? [], range, (drawn, ends) => Plot.Lines(drawn, xTitle, yTitle, ends, logX: true, marks: true).WithXAxis(axis),
            $"The {yTitle} of each method over its parameter ({xTitle}), on a logarithmic axis. Each at its best: {string.Join("; ", best)}.");
    }

    /// <summary>Thins, draws, adds the references and finds room for legend and names.</summary>
    internal static Figure Draw(LineSet lines, FigureFacts facts, IReadOnlyList<PlotReference> references, AxisRange? range,
        Func<IReadOnlyList<PlotLine>, AxisRange, GenericChart> plot, string alternative)
    {
        const int left = 64;
        var drawn = lines.Thinned();
        var ends = range ?? lines.Range(references);
        var right = Plot.RoomFor(references);
        var width = Figure.LegendRows(drawn.Select(it => it.Name), 760 - left - right) > 2 ? 880 : 760;
        var rows = Figure.LegendRows(drawn.Select(it => it.Name), width - left - right);
        return new Figure(plot(drawn, ends).WithReferences(references, ends), facts.Text(alternative + Plot.InWords(references), lines.Note),
            width, height: 400 + (20 * rows), legend: drawn.Count > 1, leftMargin: left, rightMargin: right, legendRows: rows);
    }
}
