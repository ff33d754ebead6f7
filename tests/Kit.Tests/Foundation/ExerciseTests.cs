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
}
