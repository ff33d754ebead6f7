using Kit.Charts;
using Kit.Foundation.Randomness;
using Kit.Foundation.Statistics;

namespace Kit.Tests.Charts;

/// <summary>The pictures of bandits with made-up numbers of the size and the noise that real ones have.</summary>
internal static class BanditPictures
{
    public static readonly string[] Methods =
    [
        "greedy", "ε = 0.01", "ε = 0.1", "optimistic, Q₁ = 5", "UCB, c = 2", "gradient α = 0.1", "gradient α = 0.4",
        "gradient α = 0.1, no baseline", "Thompson",
    ];

    public static readonly FigureFacts Facts = new("A made-up testbed", 2000, "problems", "seed 1, band: 95 % interval over problems");

    public static readonly Dictionary<string, Func<Figure>> Gallery = new()
    {
        ["learning-curves"] = () => LearningFigures.Curve(Curves(1000), Facts, "average reward", references: [new("optimum", 1.54), new("chance", 0)]),
        ["learning-curves-log"] = () => LearningFigures.Curve(Curves(1000)[..4], Facts, "average reward", logX: true),
        ["one-learning-curve"] = () => LearningFigures.Curve([Curves(100)[3]], Facts, "share of optimal actions"),
        ["regret"] = () => RegretFigures.Regret(Regrets(10_000), Facts with { Title = "Regret on two Bernoulli arms, 0.9 and 0.8" }, 2.25),
        ["regret-log"] = () => RegretFigures.Regret(Regrets(10_000), Facts with { Title = "Regret on two Bernoulli arms, 0.9 and 0.8" }, 2.25, logX: true, range: new AxisRange(0, 120)),
        ["parameter-study"] = () => LearningFigures.ParameterStudy(Study(), Facts with { Title = "What each method reaches in 1,000 steps" }, "average reward",
            "ε, α, c, Q₁", [new("optimum", 1.54)]),
        ["points"] = () => EstimateFigures.Points(Methods[..7], [Estimates(Methods[..7], 0)], Facts with { Title = "Share of optimal actions after 1,000 steps" }, "method", "share of optimal actions"),
        ["points-of-two"] = () => EstimateFigures.Points(Methods[..5], [Estimates(Methods[..5], 0), Estimates(Methods[..5], 1)], Facts with { Title = "Ours against NumPy" }, "method", "share of optimal actions"),
        ["lying-points"] = () => EstimateFigures.Points(["best fixed setting, chosen in hindsight", "LinUCB", "linear Thompson", "EXP3 without context"],
            [new("share", [new(0.972, 0.968, 0.976), new(0.968, 0.96, 0.974), new(0.965, 0.958, 0.972), new(0.93, 0.91, 0.95)])],
            Facts with { Title = "What a contextual bandit reaches of the oracle's throughput" }, "policy", "share of the oracle",
            [new("best fixed", 0.972), new("oracle", 1), new("default", 0.955)], lying: true),
        ["bars"] = () => EstimateFigures.Bars(Methods[..5], [Estimates(Methods[..5], 0), Estimates(Methods[..5], 1)], Facts, "method", "share of optimal actions", [new("chance", 0.1)]),
        ["lying-bars"] = () => EstimateFigures.Bars(Methods, [Estimates(Methods, 0)], Facts, "method", "share of optimal actions", [new("chance", 0.1)], lying: true),
        ["violins"] = () => DistributionFigures.Violins(Arms(2000), Facts with { Title = "One problem of the 10-armed testbed" }, "arm", "reward"),
        ["histograms"] = () => DistributionFigures.Histograms(Arms(2000)[..3], Facts with { Title = "Rewards of three arms" }, "reward"),
        ["grid"] = () => GridFigures.HeatMap(["1/8", "1/4", "1/2", "1"], ["ε-greedy", "UCB", "gradient"], [[1.3, 1.2, 1, double.NaN], [1.4, 1.45, 1.5, 1.48], [1.37, 1.4, 1.3, 1.1]],
            Facts with { Title = "Reward by method and parameter" }, "parameter", "method"),
    };

    public static PlotLine[] Curves(int steps)
    {
        var random = RandomStream.Of(7, "pictures");
        return [.. Methods.Select((name, i) =>
        {
            double[] x = [.. Enumerable.Range(1, steps).Select(step => (double)step)];
            double[] y = [.. x.Select(step => ((1 + (0.06 * i)) * (1 - Math.Exp(-step / (20.0 + (15 * i))))) + (i == 3 && step is > 9 and < 14 ? 0.5 : 0) + (0.02 * random.Normal()))];
            return new PlotLine(name, x, y, [.. y.Select(it => it - 0.04)], [.. y.Select(it => it + 0.04)]);
        })];
    }

    private static PlotLine[] Regrets(int steps) => [.. new[] { ("UCB1", 28.0), ("KL-UCB", 6.0), ("Thompson", 3.0), ("ε = 0.1", 0.0), ("EXP3", 14.0) }.Select(it =>
    {
        double[] x = [.. Enumerable.Range(1, steps).Select(step => (double)step)];
        double[] y = [.. x.Select(step => it.Item2 == 0 ? 8 + (0.005 * step) - (8 * Math.Exp(-step / 100)) : it.Item2 * Math.Log(1 + (step * 0.05 / it.Item2)))];
        return new PlotLine(it.Item1, x, y, [.. y.Select(value => 0.93 * value)], [.. y.Select(value => 1.07 * value)]);
    })];

    private static PlotLine[] Study() => [.. new[] { ("ε-greedy (ε)", -7, -2, -4.0), ("gradient (α)", -5, 2, -2.0), ("UCB (c)", -4, 2, 0.0), ("optimistic (Q₁)", -2, 2, 0.5) }.Select(it =>
    {
        int[] powers = [.. Enumerable.Range(it.Item2, it.Item3 - it.Item2 + 1)];
        double[] y = [.. powers.Select(power => 1.48 - (0.02 * (power - it.Item4) * (power - it.Item4)))];
        return new PlotLine(it.Item1, [.. powers.Select(power => Math.Pow(2, power))], y, [.. y.Select(value => value - 0.01)], [.. y.Select(value => value + 0.01)]);
    })];

    private static EstimateSeries Estimates(IReadOnlyList<string> methods, int series) => new(series == 0 ? "ours, 2,000 problems" : "NumPy, 20,000 problems",
        [.. methods.Select((_, i) => 0.36 + (0.07 * i) + (0.006 * series)).Select(value => new Estimate(value, value - 0.02 + (0.014 * series), value + 0.02 - (0.014 * series)))]);

    private static PlotSeries[] Arms(int draws)
    {
        var random = RandomStream.Of(7, "arms");
        return [.. Enumerable.Range(1, 10).Select(arm =>
        {
            var mean = random.Normal();
            return new PlotSeries($"{arm}", [.. Enumerable.Range(0, draws).Select(_ => mean + random.Normal())]);
        })];
    }
}
