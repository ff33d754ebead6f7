using Kit.Notebooks.Format;

namespace Kit.Cli.Tests.Running;

public sealed class CheckTests(CheckedCourse course) : IClassFixture<CheckedCourse>
{
    [Fact]
    public void An_update_stores_the_outputs_and_a_second_one_the_same_bytes()
    {
        Assert.True(course.StoreExit == ExitCode.Fine, course.StoreOutput);
        Assert.Equal("0.3333333333333333", KitProcess.TextOf(Notebook.Parse(course.Stored), 0));
        Assert.Equal(course.Stored, course.StoredAgain);
    }

    [Fact]
    public void An_untouched_notebook_passes_the_check_twice_in_a_row_and_stays_as_it_is()
    {
        Assert.True(course.First.ExitCode == ExitCode.Fine, course.First.Output);
        Assert.Contains("passed 00-untouched", course.Output, StringComparison.Ordinal);
        Assert.Empty(course.Failures("00-untouched"));
        Assert.Equal(course.Stored, File.ReadAllText(course.Untouched));
    }

    [Fact]
    public void A_check_with_anything_wrong_has_wrong_results() => Assert.Equal(ExitCode.WrongResult, course.Exit);

    [Fact]
    public void A_changed_number_fails_the_check_with_both_numbers()
    {
        Assert.Contains("FAILED 01-number", course.Output, StringComparison.Ordinal);
        var failure = Assert.Single(course.Failures("01-number"));
        Assert.Contains("0.33334333", failure, StringComparison.Ordinal);
        Assert.Contains("0.33333333", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_figure_fails_the_check()
    {
        Assert.Contains("FAILED 02-figure", course.Output, StringComparison.Ordinal);
        Assert.Contains("a figure is missing", Assert.Single(course.Failures("02-figure")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_cell_fails_the_check()
    {
        Assert.Contains("FAILED 03-error", course.Output, StringComparison.Ordinal);
        Assert.Contains("boom", Assert.Single(course.Failures("03-error")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_without_stored_outputs_is_no_pass()
    {
        Assert.Contains("FAILED 04-nothing-stored", course.Output, StringComparison.Ordinal);
        Assert.NotEmpty(course.Failures("04-nothing-stored"));
    }

    [Fact]
    public void The_junit_file_has_a_case_a_cell() => Assert.Equal(2, course.JUnit.Descendants("testsuite").First().Elements("testcase").Count());
}
