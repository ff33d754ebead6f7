using Kit.Notebooks.Format;
using Kit.Notebooks.Tests.Session;
using Kit.TestSupport;

namespace Kit.Notebooks.Tests.Course;

/// <summary>
/// The functions that readers write in notebooks/exercises: left empty, solved, and wrong in typical ways. An exercise is its solution
/// without the bodies; KIT_UPDATE_EXERCISES=1 writes it anew from there, all but its first cell.
/// </summary>
public class FunctionExerciseTests
{
    private static readonly WrittenExercise[] Exercises =
    [
        new("01-bandits", "estimate", "new[] { Estimate([2, 4, 9], 0, null), Estimate([2, 4, 9], 0, 0.5) }", [5, 5.75],
            ("var q = start; for (var n = 1; n <= rewards.Length; n++) q += (step ?? 1 / n) * (rewards[n - 1] - q); return q;", "whole numbers"),
            ("var q = start; for (var n = 1; n <= rewards.Length; n++) q += (step ?? 1.0 / (n + 1)) * (rewards[n - 1] - q); return q;", "counts the start as a reward"),
            ("var q = start; for (var n = 1; n <= rewards.Length; n++) q += (step ?? 1.0 / n) * rewards[n - 1]; return q;", "surprise"),
            ("var q = start; for (var n = 1; n <= rewards.Length; n++) { var a = step ?? 1.0 / n; q = a * q + (1 - a) * rewards[n - 1]; } return q;", "old estimate"),
            ("return rewards.Length == 0 ? start : rewards.Average();", "ignores the constant step")),
        new("01-bandits", "greedy", "EpsilonGreedy([1, 3, 2], 0.3).Concat(EpsilonGreedy([3, 3, 1], 0.3))", [0.1, 0.8, 0.1, 0.45, 0.45, 0.1],
            ("var best = Array.IndexOf(estimates, estimates.Max());\nreturn [.. estimates.Select((_, a) => epsilon / estimates.Length + (a == best ? 1 - epsilon : 0))];", "first"),
            ("var best = estimates.Max(); var ties = estimates.Count(q => q == best);\nreturn [.. estimates.Select(q => q == best ? (1 - epsilon) / ties : epsilon / (estimates.Length - ties))];", "the best included"),
            ("var best = estimates.Max(); var ties = estimates.Count(q => q == best);\nreturn [.. estimates.Select(q => q == best ? (1 - epsilon) / ties : epsilon / estimates.Length)];", "add up to 1")),
        new("01-bandits", "ucb", "Ucb([0.5, 0.4], [75, 25])", [0.850, 1.007],
            ("return [.. means.Zip(pulls, (mean, n) => mean + (n == 0 ? 0 : Math.Sqrt(2 * Math.Log(pulls.Sum()) / n)))];", "never pulled"),
            ("return [.. means.Zip(pulls, (mean, n) => mean + Math.Sqrt(2 * Math.Log(pulls.Sum()) / n))];", "NaN"),
            ("return [.. means.Zip(pulls, (mean, n) => n == 0 ? double.PositiveInfinity : mean + Math.Sqrt(2.0 * pulls.Sum() / n))];", "logarithm"),
            ("return [.. means.Zip(pulls, (mean, n) => n == 0 ? double.PositiveInfinity : mean + Math.Sqrt(2 * Math.Log(pulls.Sum())) / n)];", "under the root"),
            ("return [.. means.Zip(pulls, (mean, n) => n == 0 ? double.PositiveInfinity : mean + Math.Sqrt(2 * Math.Log(n) / n))];", "all arms")),
        new("01-bandits", "gradient", "Preferences([0, 0], 0, 2, 1, 0.4)", [0.2, -0.2],
            ("var sum = h.Sum(Math.Exp);\nreturn [.. h.Select((x, a) => x + alpha * (reward - baseline) * ((a == arm ? 1 : 0) - Math.Exp(x) / sum))];", "too large"),
            ("var w = h.Select(x => Math.Exp(x - h.Max())).ToArray();\nreturn [.. h.Select((x, a) => x + alpha * reward * ((a == arm ? 1 : 0) - w[a] / w.Sum()))];", "baseline"),
            ("var w = h.Select(x => Math.Exp(x - h.Max())).ToArray();\nvar copy = h.ToArray(); copy[arm] += alpha * (reward - baseline) * (1 - w[arm] / w.Sum()); return copy;", "other arms"),
            ("var w = h.Select(x => Math.Exp(x - h.Max())).ToArray();\nreturn [.. h.Select((x, a) => x + alpha * (reward - baseline) * (a == arm ? 1 : -w[a] / w.Sum()))];", "pulled arm")),
        new("01-bandits", "kl", "KlUcb(0, 2, 100)", [0.9],
            ("return Math.Min(1, mean + Math.Sqrt(Math.Log(t) / (2.0 * pulls)));", "Hoeffding"),
            ("var (low, high) = (mean, 1.0);\nfor (var i = 0; i < 60; i++) { var q = (low + high) / 2; if (pulls * BernoulliKl.Divergence(q, mean) <= Math.Log(t)) low = q; else high = q; }\nreturn low;", "the other way round"),
            ("var (low, high) = (mean, 1.0);\nfor (var i = 0; i < 60; i++) { var q = (low + high) / 2; if (BernoulliKl.Divergence(mean, q) <= Math.Log(t)) low = q; else high = q; }\nreturn low;", "pulls"),
            ("var (low, high) = (0.0, mean);\nfor (var i = 0; i < 60; i++) { var q = (low + high) / 2; if (pulls * BernoulliKl.Divergence(mean, q) <= Math.Log(t)) high = q; else low = q; }\nreturn low;", "lower")),
        new("01-bandits", "exp3", "Exp3([1, 1], 0.5, 0, 1)", [1.648721, 1],
            ("var w = weights.ToArray(); w[arm] *= Math.Exp(gamma * reward / w.Length); return w;", "chance of having seen it"),
            ("var w = weights.ToArray(); var p = w[arm] / w.Sum(); w[arm] *= Math.Exp(gamma * reward / p / w.Length); return w;", "exploration"),
            ("var w = weights.ToArray(); var p = (1 - gamma) * w[arm] / w.Sum() + gamma / w.Length; w[arm] *= Math.Exp(gamma * reward / p); return w;", "number of arms")),
        new("01-bandits", "linucb", "LinUcb(new[,] { { 0.25, 0 }, { 0, 1 } }, [4, 0], [2, 0], 0.5)", [2.5],
            ("var ax = x.Select((_, i) => x.Select((xj, j) => inverse[i, j] * xj).Sum()).ToArray();\nreturn b.Zip(ax, (p, q) => p * q).Sum() + alpha * x.Zip(ax, (p, q) => p * q).Sum();", "root"),
            ("var ax = x.Select((xi, i) => inverse[i, i] * xi).ToArray();\nreturn b.Zip(ax, (p, q) => p * q).Sum() + alpha * Math.Sqrt(x.Zip(ax, (p, q) => p * q).Sum());", "diagonal"),
            ("var ax = x.Select((_, i) => x.Select((xj, j) => inverse[i, j] * xj).Sum()).ToArray();\nreturn b.Zip(ax, (p, q) => p * q).Sum() + alpha * Math.Sqrt(x.Sum(v => v * v));", "length of x"),
            ("var ax = x.Select((_, i) => x.Select((xj, j) => inverse[i, j] * xj).Sum()).ToArray();\nreturn b.Zip(x, (p, q) => p * q).Sum() + alpha * Math.Sqrt(x.Zip(ax, (p, q) => p * q).Sum());", "θ")),
    ];

    public static TheoryData<string> Notebooks => [.. Names("exercises")];

    [Fact]
    public void Exercises_and_solutions_come_in_pairs()
    {
        Assert.NotEmpty(Names("exercises"));
        Assert.Equal(Names("exercises"), Names("exercises", "solutions"));
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void An_exercise_is_its_solution_without_bodies_and_outputs(string notebook)
    {
        var stored = Exercise(notebook);
        var derived = Solution(notebook).Clone();
        derived.ClearOutputs();
        derived.Metadata["kit"]!.AsObject().Remove("fingerprint");
        foreach (var cell in derived.Cells)
        {
            var source = FunctionCell.Is(cell) && new FunctionCell(cell) is var function ? function.With(function.Empty) : cell.Source;
            cell.Source = cell.Id == stored.Cells[0].Id ? stored.Cells[0].Source : source.Replace("../../", "../", StringComparison.Ordinal); // it lies one folder up
        }

        if (Environment.GetEnvironmentVariable("KIT_UPDATE_EXERCISES") == "1")
        {
            derived.Write(Repository.At("notebooks", "exercises", $"{notebook}.ipynb"));
            stored = derived;
        }

        Assert.True(derived.ToText() == stored.ToText(), $"notebooks/exercises/{notebook}.ipynb is not its solution without the bodies: run this test once with KIT_UPDATE_EXERCISES=1.");
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void No_line_of_a_solution_stands_in_the_exercise(string notebook)
    {
        var shown = string.Join('\n', Exercise(notebook).Cells.Select(cell => cell.Source));
        var bodies = Solution(notebook).CodeCells.Where(FunctionCell.Is).SelectMany(cell => new FunctionCell(cell).Body).Select(line => line.Trim()).Where(line => line.Length > 2).ToList();
        Assert.NotEmpty(bodies);
        Assert.All(bodies, line => Assert.DoesNotContain(line, shown, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Solutions_are_stored_as_right_and_exercises_without_outputs(string notebook)
    {
        Assert.All(Exercise(notebook).CodeCells, cell => Assert.Empty(cell.Outputs));
        var cells = Solution(notebook).CodeCells.ToList();
        var checks = cells.Index().Where(it => FunctionCell.Is(it.Item)).Select(it => cells[it.Index + 1]).ToList();
        Assert.Equal(Exercises.Count(it => it.Notebook == notebook), checks.Count);
        Assert.All(checks, check => Assert.StartsWith("Right", MultilineText.Join(Assert.Single(check.Outputs)!["data"]!["text/plain"]), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void An_empty_body_says_so_the_solution_passes_with_the_numbers_of_its_text_and_a_typical_mistake_gets_its_hint(string notebook)
    {
        var cells = new Cells(Repository.At("notebooks", "exercises"));
        var (empty, solved) = (Exercise(notebook).CodeCells.ToList(), Solution(notebook).CodeCells.ToList());
        Assert.Equal(Exercises.Where(it => it.Notebook == notebook).Select(it => it.Cell), solved.Where(FunctionCell.Is).Select(cell => cell.Id));
        for (var i = 0; i < empty.Count; i++)
        {
            cells.Run(empty[i].Source);
            if (!FunctionCell.Is(empty[i]))
            {
                continue;
            }

            var (function, check) = (new FunctionCell(solved[i]), empty[i + 1].Source);
            var exercise = Exercises.Single(it => (it.Notebook, it.Cell) == (notebook, empty[i].Id));
            Assert.StartsWith("No answer yet", cells.Run(check).Result, StringComparison.Ordinal);
            Assert.StartsWith("No answer yet", Judged("throw new NotImplementedException();"), StringComparison.Ordinal);
            Assert.True(exercise.Mistakes.Length >= 2, $"{exercise} knows fewer than two mistakes");
            foreach (var (body, hint) in exercise.Mistakes)
            {
                var verdict = Judged(body);
                Assert.StartsWith("Not yet", verdict, StringComparison.Ordinal);
                Assert.Contains(hint, verdict, StringComparison.Ordinal);
            }

            cells.Run(solved[i].Source);
            Assert.StartsWith("Right", cells.Run(check).Result, StringComparison.Ordinal);
            var worked = cells.Run($"string.Join(\" \", (IEnumerable<double>)[{(exercise.Result.Length > 1 ? ".. " : "")}{exercise.Call}])").Result!.Split(' ').Select(double.Parse).ToArray();
            Assert.Equal(exercise.Result.Length, worked.Length);
            Assert.All(worked.Zip(exercise.Result), it => Assert.Equal(it.Second, it.First, 0.0005));

            string Judged(string body)
            {
                cells.Run(function.With(body));
                return cells.Run(check).Result!;
            }
        }
    }

    private static List<string> Names(params string[] folder) =>
        [.. Directory.EnumerateFiles(Repository.At(["notebooks", .. folder]), "*.ipynb").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    private static Notebook Exercise(string notebook) => Notebook.Read(Repository.At("notebooks", "exercises", $"{notebook}.ipynb"));

    private static Notebook Solution(string notebook) => Notebook.Read(Repository.At("notebooks", "exercises", "solutions", $"{notebook}.ipynb"));
}
