using System.Text.Json;
using Kit.Foundation;
using Kit.Speculation.SpecBundle;
using Kit.TestSupport;

namespace Kit.Tests.Speculation.SpecBundle;

/// <summary>The expected numbers come from tests/reference/specbundle.py, which shares no code with the kit.</summary>
public class DraftStudyTests
{
    private const double Tolerance = 1e-12;

    private static readonly DraftStudy Study = DraftStudy.From(PaperTables.SpecBundle().Rows);
    private static readonly JsonElement Reference = JsonDocument.Parse(File.ReadAllText(Repository.At("tests", "reference", "specbundle.json"))).RootElement;
    private static readonly DraftSetting Chain6 = DraftSetting.Parse("5-1-6"), Chain8 = DraftSetting.Parse("7-1-8");

    [Fact]
    public void There_are_88_series_with_five_settings_each()
    {
        Assert.Equal(88, Study.Series.Count);
        Assert.Equal(Reference.GetProperty("series").GetInt32(), Study.Series.Count);
        Assert.Equal(["3-1-4", "5-1-6", "5-3-6", "7-1-8", "7-4-8"], Study.Settings.Select(setting => setting.ToString()));
    }

    [Fact]
    public void Exactly_one_drafter_is_spelled_in_two_ways()
    {
        var spellings = PaperTables.SpecBundle().Rows.Select(row => row.Drafter).Distinct().GroupBy(DraftStudy.DrafterName).Where(group => group.Count() > 1);
        Assert.Equal(["lmsys/SGLang-EAGLE3-Llama-3.3-70B-Instruct-Spec for ge", "lmsys/SGLang-EAGLE3-Llama-3.3-70B-Instruct-Specforge"], Assert.Single(spellings).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_repairing_the_spelling_a_series_would_be_torn_in_two()
    {
        var rows = PaperTables.SpecBundle().Rows.Where(row => !row.IsPlain);
        Assert.Equal(89, rows.Select(row => (row.Model, row.Benchmark, row.Drafter)).Distinct().Count());
    }

    [Fact]
    public void The_best_fixed_setting_is_5_1_6_with_97_2_percent_of_the_oracle_in_sample()
    {
        Assert.Equal(Chain6, Study.BestFixed());
        Assert.Equal(0.972, Study.MeanShare(Chain6), 3);
    }

    [Fact]
    public void Every_settings_mean_worst_share_and_wins_agree_with_the_reference()
    {
        foreach (var setting in Study.Settings)
        {
            Assert.Equal(Reference.GetProperty("mean_share").GetProperty(setting.ToString()).GetDouble(), Study.MeanShare(setting), Tolerance);
            Assert.Equal(Reference.GetProperty("minimum_share").GetProperty(setting.ToString()).GetDouble(), Study.WorstShare(setting), Tolerance);
            Assert.Equal(Reference.GetProperty("oracle_counts").GetProperty(setting.ToString()).GetInt32(), Study.Wins(setting));
        }
    }

    [Fact]
    public void The_setting_that_wins_most_often_is_not_the_one_with_the_best_mean()
    {
        Assert.Equal(Chain8, Study.Settings.MaxBy(Study.Wins));
        Assert.True(Study.MeanShare(Chain8) < Study.MeanShare(Chain6));
    }

    [Fact]
    public void Leaving_the_judged_model_out_costs_about_one_point()
    {
        var folds = Study.LeaveOneModelOut();
        var expected = Reference.GetProperty("leave_one_model_out");
        AssertFolds(expected, folds);
        Assert.Equal(0.965, HeldOut.MeanOverSeries(folds), 3);
        Assert.Equal(0.961, folds.Average(fold => fold.Share), 3);
        Assert.Equal(expected.GetProperty("mean_over_series").GetDouble(), HeldOut.MeanOverSeries(folds), Tolerance);
        Assert.Equal(expected.GetProperty("mean_over_folds").GetDouble(), folds.Average(fold => fold.Share), Tolerance);
    }

    [Fact]
    public void Leaving_the_judged_benchmark_out_agrees_with_the_reference() =>
        AssertFolds(Reference.GetProperty("leave_one_benchmark_out"), Study.LeaveOneBenchmarkOut());

    [Fact]
    public void Two_series_by_hand()
    {
        // 100, 80 and 30, 60: the first setting reaches 1 and 0.5, the second 0.8 and 1, so 0.75 against 0.9.
        DraftSetting shallow = new(3, 1, 4), deep = new(7, 1, 8);
        var study = new DraftStudy([
            new DraftSeries("A", "maths", "d", 50, new Dictionary<DraftSetting, double> { [shallow] = 100, [deep] = 80 }),
            new DraftSeries("B", "chat", "d", 20, new Dictionary<DraftSetting, double> { [shallow] = 30, [deep] = 60 })]);
        Assert.Equal(0.75, study.MeanShare(shallow), Tolerance);
        Assert.Equal(0.9, study.MeanShare(deep), Tolerance);
        Assert.Equal(deep, study.BestFixed());
        Assert.Equal(2, study.Series[0].SpeedUp(shallow), Tolerance);

        // Judged on A, the choice comes from B (deep, 0.8); judged on B it comes from A (shallow, 0.5).
        Assert.Equal([("A", deep, 0.8), ("B", shallow, 0.5)], study.LeaveOneModelOut().Select(fold => (fold.LeftOut, fold.Choice, fold.Share)));
    }

    [Fact]
    public void Series_with_different_settings_are_refused_by_name()
    {
        DraftSeries[] series = [
            new("A", "maths", "d", 50, new Dictionary<DraftSetting, double> { [Chain6] = 1 }),
            new("B", "chat", "e", 50, new Dictionary<DraftSetting, double> { [Chain8] = 1 })];
        Assert.Contains("B, chat, e", Assert.Throws<ArgumentException>(() => new DraftStudy(series)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_study_of_one_model_cannot_leave_it_out()
    {
        var study = new DraftStudy([new DraftSeries("A", "maths", "d", 50, new Dictionary<DraftSetting, double> { [Chain6] = 1 })]);
        Assert.Throws<InvalidOperationException>(study.LeaveOneModelOut);
    }

    [Theory]
    [InlineData("5-1")]
    [InlineData("5-1-x")]
    [InlineData("5-1--6")]
    [InlineData("")]
    public void A_setting_that_is_not_three_numbers_is_refused(string text) =>
        Assert.Contains("5-1-6", Assert.Throws<FormatException>(() => DraftSetting.Parse(text)).Message, StringComparison.Ordinal);

    private static void AssertFolds(JsonElement expected, IReadOnlyList<HeldOut> folds)
    {
        var reference = expected.GetProperty("folds").EnumerateArray().ToList();
        Assert.Equal(reference.Select(fold => fold.GetProperty("left_out").GetString()), folds.Select(fold => fold.LeftOut));
        foreach (var (fold, it) in folds.Zip(reference))
        {
            Assert.Equal(it.GetProperty("choice").GetString(), fold.Choice.ToString());
            Assert.Equal(it.GetProperty("best_inside").GetString(), fold.BestInside.ToString());
            Assert.Equal(it.GetProperty("series").GetInt32(), fold.Series);
            Assert.Equal(it.GetProperty("share").GetDouble(), fold.Share, Tolerance);
            Assert.Equal(it.GetProperty("share_of_best_inside").GetDouble(), fold.ShareOfBestInside, Tolerance);
        }
    }
}
