using System.Globalization;
using Kit.Charts;
using Kit.Decisions.Bandits.Vectorized;
using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>Bandits as pictures.</summary>
public static class BanditFigures
{
    private const string Band = "band: 95 % interval of the mean";

    /// <summary>What each arm of one problem pays: 200 rewards an arm (after Sutton and Barto 2018, figure 2.1).</summary>
    public static Figure Arms(IBandit bandit, long seed)
    {
        var random = RandomStream.Of(seed, "environment");
        return DistributionFigures.Violins(
            [.. Enumerable.Range(0, bandit.Arms).Select(arm => new PlotSeries($"{arm + 1}", [.. Enumerable.Range(0, 200).Select(_ => bandit.Pull(arm, random))]))],
            new FigureFacts($"What the {bandit.Arms} arms of one problem pay", 200, "rewards an arm", Seed(seed)), "arm", "reward");
    }

    /// <summary>The share of problems in which a best arm is pulled, step by step (Sutton and Barto 2018, figures 2.2 to 2.5).</summary>
    /// <param name="runs">the methods</param>
    /// <param name="results">what each of them reached</param>
    /// <param name="title">what is compared</param>
    /// <param name="seed">of all runs</param>
    public static Figure OptimalShare(IReadOnlyList<TestbedRun> runs, IReadOnlyList<TestbedResult> results, string title, long seed) =>
        LearningFigures.Curve([.. runs.Zip(results, (run, result) => Line(run.Name, result.Optimal, scale: 100))], Facts(runs, title, seed),
            "share of problems with a best arm (%)", references: [new PlotReference("chance", 100.0 / runs[0].Options.Arms)], range: new AxisRange(0, 100));

    /// <summary>The mean reward, step by step (Sutton and Barto 2018, figure 2.2).</summary>
    /// <inheritdoc cref="OptimalShare"/>
    public static Figure Reward(IReadOnlyList<TestbedRun> runs, IReadOnlyList<TestbedResult> results, string title, long seed) =>
        LearningFigures.Curve([.. runs.Zip(results, (run, result) => Line(run.Name, result.Reward))], Facts(runs, title, seed), "mean reward");

    /// <summary>A parameter study (Sutton and Barto 2018, figure 2.6): one line a method, over the values of its parameter.</summary>
    /// <param name="study">method, value of its parameter, and what it reached; values of one method rise</param>
    /// <param name="options">the testbed of every run</param>
    /// <param name="seed">of all runs</param>
    public static Figure ParameterStudy(IReadOnlyList<(string Method, double Parameter, SampleMean Reward)> study, TestbedOptions options, long seed) =>
        LearningFigures.ParameterStudy(
            [.. study.GroupBy(it => it.Method).Select(method => new PlotLine(method.Key, [.. method.Select(it => it.Parameter)], [.. method.Select(it => it.Reward.Mean)],
                [.. method.Select(it => it.Reward.Mean - 1.96 * it.Reward.StandardError)], [.. method.Select(it => it.Reward.Mean + 1.96 * it.Reward.StandardError)]))],
            new FigureFacts(string.Create(CultureInfo.InvariantCulture, $"Mean reward over the first {options.Steps:N0} steps"), options.Problems, "problems", $"{Seed(seed)}, {Band}"),
            "mean reward", "ε, c, α, first estimate, or spread of the prior");

    /// <summary>Cumulative regret of many games, with the slope of Lai and Robbins where it is given.</summary>
    /// <param name="games">the policies, with the curves of <see cref="BanditGame.PlayMany"/></param>
    /// <param name="title">what is compared</param>
    /// <param name="slope">see <see cref="LaiRobbins"/>; none where null</param>
    /// <param name="logX">whether steps are drawn on a logarithmic axis</param>
    public static Figure Regret(IReadOnlyList<(string Name, BanditCurves Curves)> games, string title, double? slope = null, bool logX = false) =>
        RegretFigures.Regret([.. games.Select(it => PlotLine.Of(it.Name, it.Curves.Regret))],
            new FigureFacts(title, games[0].Curves.FinalRegret.Count, "games a policy", $"one seed a game, {Band}"), slope, logX);

    private static FigureFacts Facts(IReadOnlyList<TestbedRun> runs, string title, long seed) =>
        new(title, runs[0].Options.Problems, "problems", $"{Seed(seed)}, {Band}");

    private static string Seed(long seed) => string.Create(CultureInfo.InvariantCulture, $"seed {seed}");

    private static PlotLine Line(string name, IReadOnlyList<SampleMean> steps, double scale = 1) => new(name, From1(steps.Count),
        [.. steps.Select(it => scale * it.Mean)], [.. steps.Select(it => scale * (it.Mean - 1.96 * it.StandardError))], [.. steps.Select(it => scale * (it.Mean + 1.96 * it.StandardError))]);

    private static double[] From1(int count) => [.. Enumerable.Range(1, count).Select(step => (double)step)];
}
