using Kit.Notebooks.Format;
using Kit.Notebooks.Tests.Session;
using Kit.TestSupport;

namespace Kit.Notebooks.Tests.Course;

/// <summary>
/// Every exercise of the course, answered as readers would: left open, right, and wrong in typical ways. The right answers
/// were worked out from the files in data/ without the kit.
/// </summary>
public class ExerciseTests
{
    private static readonly Answer[] Answers =
    [
        new("00-start-here", "labels-exercise", "\"simulated\"", ("\"measured\"", "laptop"), ("\"quoted\"", "Nobody printed")),
        new("00-start-here", "notation-exercise", "1.5", ("2", "third reward"), ("3", "plain sum")),
        new("00-start-here", "resps-exercise", "1.070", ("4.88 / 4.46", "Those are the printed means"), ("4.884 / 4.46", "divided by the printed mean"), ("1.067", "mean of the five ratios")),
        new("00-start-here", "drike-exercise", "-13.2", ("66.0 - 76.0", "difference"), ("13.16", "sign"), ("-15.15", "before")),
        new("00-start-here", "r1-exercise", "\"CNMO 2024\"", ("\"aime2024\"", "R1 is ahead"), ("\"GPQA Diamond\"", "second")),
        new("00-start-here", "specbundle-exercise", "96.55", ("97.18", "in sample"), ("96.49", "you hid models"), ("96.52", "every benchmark the same")),
        new("00-start-here", "gradient-exercise", "0.867", ("-0.867", "against the gradient"), ("26.0 / 3", "learning rate of 1"), ("0.6", "That is b")),
        new("01-bandits", "incremental-exercise", "3", ("3.125", "n is 5"), ("3.75", "step size of 1/2")),
        new("01-bandits", "epsilon-exercise", "0.85", ("0.8", "may hit the best arm"), ("0.82", "ten arms"), ("0.2", "at random")),
        new("01-bandits", "ucb-exercise", "1.760", ("1.280", "c multiplies"), ("0.960", "bonus alone"), ("1.432", "natural logarithm")),
        new("01-bandits", "gradient-exercise", "-0.1", ("0.2", "first arm"), ("-0.2", "baseline"), ("0.1", "sign")),
        new("01-bandits", "study-exercise", "1.36", ("1.40", "in sample"), ("1.3325", "mean over settings")),
        new("01-bandits", "lai-robbins-exercise", "4.90", ("4.97", "wrong way"), ("48.99", "gap"), ("0.0204", "divergence")),
        new("01-bandits", "drift-exercise", "0.1024", ("0.512", "in front"), ("0.128", "two steps ago"), ("0.0064", "What is forgotten"), ("0.2", "newest reward")),
        new("01-bandits", "exp3-exercise", "2", ("0.5", "Divide"), ("0.125", "multiplied")),
        new("01-bandits", "linucb-exercise", "0.667", ("0.707", "ridge"), ("0.333", "missing"), ("0.222", "square root")),
        new("01-bandits", "aux-exercise", "51.4", ("98.3 - 96.5", "in points"), ("48.6", "stays open")),
    ];

    public static TheoryData<string> Notebooks => [.. Directory.EnumerateFiles(Repository.At("notebooks"), "*.ipynb").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Every_exercise_is_answered_here(string notebook) =>
        Assert.Equal(
            Read(notebook).CodeCells.Where(IsExercise).Select(cell => cell.Id),
            Answers.Where(answer => answer.Notebook == notebook).Select(answer => answer.Cell));

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void An_open_exercise_says_so_the_right_answer_passes_and_a_typical_mistake_gets_its_hint(string notebook)
    {
        var cells = new Cells(Repository.At("notebooks"));
        foreach (var cell in Read(notebook).CodeCells)
        {
            var stub = cells.Run(cell.Source);
            if (!IsExercise(cell))
            {
                continue;
            }

            var answer = Answers.Single(it => (it.Notebook, it.Cell) == (notebook, cell.Id));
            Assert.StartsWith("No answer yet", stub.Result, StringComparison.Ordinal);
            Assert.StartsWith("Right", Typed(answer.Right), StringComparison.Ordinal);
            Assert.True(answer.Mistakes.Length >= 2, $"{answer} knows fewer than two mistakes");
            foreach (var (typed, hint) in answer.Mistakes)
            {
                var verdict = Typed(typed);
                Assert.StartsWith("Not yet", verdict, StringComparison.Ordinal);
                Assert.Contains(hint, verdict, StringComparison.Ordinal);
            }

            string? Typed(string text)
            {
                var parts = cell.Source.Split("= null;");
                Assert.Equal(2, parts.Length);
                return cells.Run($"{parts[0]}= {text};{parts[1]}").Result;
            }
        }
    }

    private static bool IsExercise(NotebookCell cell) => cell.Source.Contains("Exercise.Check(", StringComparison.Ordinal);

    private static Notebook Read(string notebook) => Notebook.Read(Repository.At("notebooks", $"{notebook}.ipynb"));
}
