using System.Globalization;

namespace Kit.Foundation;

/// <summary>
/// Checks a reader's answer against what the library computes. The right answer is shown only to somebody who found it;
/// a wrong one that the exercise foresaw gets its hint.
/// </summary>
public static class Exercise
{
    private const string Open = "No answer yet: replace null by yours and run the cell again.";

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

    private static string NotYet(string answer, string? hint) => hint is null ? $"Not yet: {answer} is not it." : $"Not yet: {answer}. {hint}";
}
