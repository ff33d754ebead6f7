using Kit.Foundation;

namespace Kit.Tests.Foundation;

public class ExerciseTests
{
    [Fact]
    public void Without_an_answer_the_right_one_is_not_given_away()
    {
        Assert.DoesNotContain("4.564", Exercise.Check(null, 4.564, 0.001), StringComparison.Ordinal);
        Assert.DoesNotContain("5-1-6", Exercise.Check(null, "5-1-6"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4.564, "Right: 4.564.")]
    [InlineData(4.565, "Right: 4.565.")]
    [InlineData(4.46, "Not yet: 4.46. That is the printed mean.")]
    [InlineData(7, "Not yet: 7 is not it.")]
    [InlineData(double.NaN, "Not yet: NaN is not it.")]
    public void A_number_is_judged_within_its_tolerance_and_a_foreseen_mistake_gets_its_hint(double answer, string expected) =>
        Assert.Equal(expected, Exercise.Check(answer, 4.564, 0.0011, (4.46, "That is the printed mean.")));

    [Theory]
    [InlineData(" cnn/dm ", "Right: CNN/DM.")]
    [InlineData("CNN / DM", "Right: CNN/DM.")]
    [InlineData("GSM8K", "Not yet: GSM8K. Look at the lowest columns.")]
    [InlineData("none", "Not yet: none is not it.")]
    public void A_text_is_judged_without_regard_to_case_and_spaces(string answer, string expected) =>
        Assert.Equal(expected, Exercise.Check(answer, "CNN/DM", ("gsm8k", "Look at the lowest columns.")));

    // The reader's task in what follows: the area of a rectangle.
    private static readonly (Func<(double A, double B), double> Wrong, string Hint)[] Mistakes = [(it => it.A + it.B, "that is a sum."), (it => Math.Log(it.A * it.B - 2), "a logarithm?")];

    private static string Judge(Func<(double A, double B), double> yours) =>
        Exercise.Check(yours, it => it.A * it.B, [(1.0, 2.0), (3.0, 0.5), (2.0, 2.0)], 1e-6, Mistakes);

    [Fact]
    public void A_function_that_agrees_on_every_case_is_right()
    {
        Assert.Equal("Right: all 3 cases agree with the library.", Judge(it => it.B * it.A));
        Assert.Equal("Right: all 3 cases agree with the library.", Judge(it => it.B * it.A + 1e-7));
    }

    [Fact]
    public void A_body_not_yet_written_is_no_answer()
    {
        Assert.StartsWith("No answer yet", Judge(_ => double.NaN), StringComparison.Ordinal);
        Assert.StartsWith("No answer yet", Judge(_ => throw new NotImplementedException()), StringComparison.Ordinal);
        Assert.StartsWith("No answer yet", Exercise.Check<double>(_ => Array.Empty<double>(), x => [x], [1, 2], 0), StringComparison.Ordinal);
        Assert.StartsWith("No answer yet", Exercise.Check<double>(_ => (double[])null!, x => [x], [1, 2], 0), StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_makes_a_foreseen_mistake_on_every_case_gets_its_hint() =>
        Assert.Equal("Not yet: that is a sum.", Judge(it => it.A + it.B));

    [Fact]
    public void A_foreseen_mistake_is_known_by_its_NaN_and_infinity_too() => Assert.Equal("Not yet: a logarithm?", Judge(it => Math.Log(it.A * it.B - 2)));

    [Fact]
    public void Any_other_function_is_told_its_first_failing_case() =>
        Assert.Equal("Not yet: for (3, 0.5) yours gives 6, expected 1.5.", Judge(it => it.B < 1 ? it.A / it.B : it.A * it.B));

    [Fact]
    public void A_function_that_makes_a_mistake_on_some_cases_only_gets_no_hint() =>
        Assert.StartsWith("Not yet: for (1, 2) yours gives 3", Judge(it => it.A < 2 ? it.A + it.B : it.A * it.B), StringComparison.Ordinal);

    [Fact]
    public void What_a_function_throws_is_named_with_its_case() =>
        Assert.Equal("Not yet: for (2, 2) yours throws InvalidOperationException: a square", Judge(it => it.A == it.B ? throw new InvalidOperationException("a square") : it.A * it.B));

    [Fact]
    public void An_interrupted_function_is_no_wrong_answer() =>
        Assert.Throws<OperationCanceledException>(() => Judge(_ => throw new OperationCanceledException()));

    [Fact]
    public void Lists_matrices_and_missing_arguments_are_shown_as_they_are_written()
    {
        Assert.Equal("Not yet: for ([1, 2.5], null) yours gives [1], expected [1, 2.5].",
            Exercise.Check<(double[] Values, double? Step)>(it => it.Values[..1], it => it.Values, [([1, 2.5], null)], 0));
        Assert.Equal("Not yet: for ([[1, 2], [3, 4]]) yours gives 2, expected 4.", Exercise.Check<double[,]>(it => it[0, 1], it => it[1, 1], [new double[,] { { 1, 2 }, { 3, 4 } }], 0));
    }

    [Fact]
    public void A_function_that_writes_into_its_arguments_is_judged_by_what_it_was_given()
    {
        static double[] Sorted(double[] values)
        {
            Array.Sort(values);
            return values;
        }

        Assert.StartsWith("Right", Exercise.Check(Sorted, values => [.. values.Order()], [[2, 1], [3, 1]], 0), StringComparison.Ordinal);
        Assert.Equal("Not yet: for ([2, 1]) yours gives [1, 2], expected [2, 1].", Exercise.Check(Sorted, values => [.. values], [[2, 1], [3, 1]], 0));
    }
}
