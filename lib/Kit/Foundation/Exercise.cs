using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Kit.Foundation;

/// <summary>
/// Checks a reader's answer against what the library computes. The right answer is shown only to somebody who found it;
/// a wrong one that the exercise foresaw gets its hint.
/// </summary>
public static class Exercise
{
    private const string Open = "No answer yet: replace null by yours and run the cell again.";
    private const string OpenBody = "No answer yet: write the body, run its cell, then this one again.";

    /// <summary>Judges a number.</summary>
    /// <param name="answer">the reader's; null while there is none</param>
    /// <param name="right">what the library computes</param>
    /// <param name="tolerance">how far off still counts as right</param>
    /// <param name="hints">wrong answers that people give, each with what went wrong</param>
    public static string Check(double? answer, double right, double tolerance, params (double Wrong, string Hint)[] hints)
    {
        if (answer is not { } number)
        {
            return Open;
        }

        var shown = number.ToString(CultureInfo.InvariantCulture);
        return Math.Abs(number - right) <= tolerance
            ? $"Right: {shown}."
            : NotYet(shown, hints.Where(hint => Math.Abs(number - hint.Wrong) <= tolerance).Select(hint => hint.Hint).FirstOrDefault());
    }

    /// <summary>Judges a text; case and spaces do not matter.</summary>
    /// <param name="answer">the reader's; null while there is none</param>
    /// <param name="right">what the library computes</param>
    /// <param name="hints">wrong answers that people give, each with what went wrong</param>
    public static string Check(string? answer, string right, params (string Wrong, string Hint)[] hints)
    {
        if (answer is null)
        {
            return Open;
        }

        return Same(answer, right) ? $"Right: {right}." : NotYet(answer.Trim(), hints.Where(hint => Same(answer, hint.Wrong)).Select(hint => hint.Hint).FirstOrDefault());

        static bool Same(string a, string b) => string.Equals(WithoutSpaces(a), WithoutSpaces(b), StringComparison.OrdinalIgnoreCase);
        static string WithoutSpaces(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }

    /// <summary>Judges a function whose result is one number by running it beside the library's own.</summary>
    /// <inheritdoc cref="Check{TIn}(Func{TIn, double[]}, Func{TIn, double[]}, IReadOnlyList{TIn}, double, ValueTuple{Func{TIn, double[]}, string}[])"/>
    public static string Check<TIn>(
        Func<TIn, double> yours, Func<TIn, double> reference, IReadOnlyList<TIn> cases, double tolerance, params (Func<TIn, double> Wrong, string Hint)[] mistakes) =>
        Check(Row(yours), Row(reference), cases, tolerance, [.. mistakes.Select(mistake => (Row(mistake.Wrong), mistake.Hint))]);

    /// <summary>Judges a function whose result is a list of numbers by running it beside the library's own.</summary>
    /// <typeparam name="TIn">the arguments; a tuple where there are several</typeparam>
    /// <param name="yours">the reader's; a body not yet written gives NaN or an empty list, or throws <see cref="NotImplementedException"/></param>
    /// <param name="reference">the library's</param>
    /// <param name="cases">the arguments to try, made anew for each check: the reader's function may write into them</param>
    /// <param name="tolerance">how far off a number still counts as right</param>
    /// <param name="mistakes">wrong functions that people write, each with what went wrong; one that agrees on every case gives its hint</param>
    public static string Check<TIn>(
        Func<TIn, double[]> yours, Func<TIn, double[]> reference, IReadOnlyList<TIn> cases, double tolerance, params (Func<TIn, double[]> Wrong, string Hint)[] mistakes)
    {
        // What is ours comes first, on cases that nobody has written into.
        var shown = cases.Select(input => input is ITuple ? Show(input) : $"({Show(input)})").ToList();
        var right = cases.Select(reference).ToList();
        var wrong = mistakes.Select(mistake => (Results: cases.Select(mistake.Wrong).ToList(), mistake.Hint)).ToList();
        var given = cases.Select(input => Try(yours, input)).ToList();

        if (given.All(it => it.Error is NotImplementedException || (it.Error is null && it.Result.All(double.IsNaN))))
        {
            return OpenBody;
        }

        var failing = Enumerable.Range(0, cases.Count).Where(i => given[i].Error is not null || !Agree(given[i].Result, right[i])).ToList();
        if (failing.Count == 0)
        {
            return $"Right: all {cases.Count} cases agree with the library.";
        }

        if (wrong.FirstOrDefault(mistake => mistake.Results.Zip(given).All(it => Agree(it.Second.Result, it.First))).Hint is { } hint)
        {
            return $"Not yet: {hint}";
        }

        var first = failing[0];
        return given[first].Error is { } error
            ? $"Not yet: for {shown[first]} yours throws {error.GetType().Name}: {error.Message}"
            : $"Not yet: for {shown[first]} yours gives {Result(given[first].Result)}, expected {Result(right[first])}.";

        // A list with one number is shown as a list where a longer one is expected.
        string Result(double[] values) => values.Length == 1 && right[first].Length == 1 ? Show(values[0]) : Show(values);
        bool Agree(double[] a, double[] b) => a.Length == b.Length && a.Zip(b).All(it => it.First.Equals(it.Second) || Math.Abs(it.First - it.Second) <= tolerance);
    }

    private static Func<TIn, double[]> Row<TIn>(Func<TIn, double> function) => input => [function(input)];

    // Whatever the reader's function throws is an answer to be named, not a failure of the notebook.
    private static (double[] Result, Exception? Error) Try<TIn>(Func<TIn, double[]> function, TIn input)
    {
        try
        {
            return (function(input) ?? [], null);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return ([], error);
        }
    }

    private static string Show(object? value) => value switch
    {
        null => "null",
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Show(tuple[i])))})",
        double number => number.ToString("G9", CultureInfo.InvariantCulture),
        double[,] matrix => $"[{string.Join(", ", Enumerable.Range(0, matrix.GetLength(0)).Select(i => Show(Enumerable.Range(0, matrix.GetLength(1)).Select(j => matrix[i, j]))))}]",
        IEnumerable items and not string => $"[{string.Join(", ", items.Cast<object?>().Select(Show))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string NotYet(string answer, string? hint) => hint is null ? $"Not yet: {answer} is not it." : $"Not yet: {answer}. {hint}";
}
