using Kit.TestSupport;

namespace Kit.Cli.Tests;

public sealed class CheckoutTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Checkout _checkout;

    public CheckoutTests()
    {
        _checkout = new Checkout(_folder.Path);
        Directory.CreateDirectory(_folder.At("notebooks", "exercises", "solutions"));
        foreach (var name in new[] { "01-bandits", "00-start-here", "01-more" })
        {
            File.WriteAllText(_folder.At("notebooks", name + ".ipynb"), "{}");
        }

        File.WriteAllText(_folder.At("notebooks", "exercises", "00-start-here.ipynb"), "{}");
        File.WriteAllText(_folder.At("notebooks", "exercises", "solutions", "02-grid.ipynb"), "{}");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_course_is_in_reading_order_and_leaves_exercises_out() =>
        Assert.Equal(["00-start-here.ipynb", "01-bandits.ipynb", "01-more.ipynb"], _checkout.Course().Select(Path.GetFileName));

    [Fact]
    public void Solutions_are_listed_and_empty_exercises_are_not() =>
        Assert.Equal(["02-grid.ipynb"], _checkout.Solutions().Select(Path.GetFileName));

    [Theory]
    [InlineData("00")]
    [InlineData("00-start-here")]
    [InlineData("00-start-here.ipynb")]
    public void A_notebook_goes_by_its_number_or_name(string name) =>
        Assert.Equal("00-start-here.ipynb", Path.GetFileName(Assert.Single(_checkout.Resolve([name]))));

    [Fact]
    public void A_solution_goes_by_its_name() =>
        Assert.EndsWith(Path.Combine("solutions", "02-grid.ipynb"), Assert.Single(_checkout.Resolve(["02-grid"])), StringComparison.Ordinal);

    [Fact]
    public void A_path_is_taken_as_it_is_and_named_twice_it_runs_once()
    {
        var path = _folder.At("notebooks", "01-more.ipynb");
        Assert.Equal(path, Assert.Single(_checkout.Resolve([path, path])));
    }

    [Fact]
    public void A_number_that_two_notebooks_share_is_refused_with_both_names()
    {
        var error = Assert.Throws<BadInputException>(() => _checkout.Resolve(["01"]));
        Assert.Contains("01-bandits.ipynb or 01-more.ipynb", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_name_is_refused_with_the_known_ones()
    {
        var error = Assert.Throws<BadInputException>(() => _checkout.Resolve(["99"]));
        Assert.Contains("'99'", error.Message, StringComparison.Ordinal);
        Assert.Contains("00-start-here", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_names_the_course_and_the_solutions_are_meant_and_no_empty_exercise() => Assert.Equal(
        ["00-start-here", "01-bandits", "01-more", "exercises/solutions/02-grid"], _checkout.Named(_checkout.Resolve([])).Select(it => it.Name));

    [Fact]
    public void Where_course_and_solution_share_a_name_it_means_the_course_and_the_folder_says_otherwise()
    {
        File.WriteAllText(_folder.At("notebooks", "exercises", "solutions", "01-bandits.ipynb"), "{}");
        Assert.Equal(_folder.At("notebooks", "01-bandits.ipynb"), Assert.Single(_checkout.Resolve(["01-bandits"])));
        Assert.Equal(_folder.At("notebooks", "exercises", "solutions", "01-bandits.ipynb"), Assert.Single(_checkout.Resolve(["solutions/01-bandits"])));
    }

    [Fact]
    public void An_empty_exercise_is_executed_only_by_its_path()
    {
        Assert.Throws<BadInputException>(() => _checkout.Resolve(["exercises/00-start-here"]));
        Assert.Single(_checkout.Resolve([_folder.At("notebooks", "exercises", "00-start-here.ipynb")]));
    }

    [Fact]
    public void Results_are_named_by_the_path_below_notebooks_or_the_file_name_from_elsewhere() => Assert.Equal(
        ["00-start-here", "exercises/solutions/02-grid", "mine"],
        _checkout.Named([_folder.At("notebooks", "00-start-here.ipynb"), _folder.At("notebooks", "exercises", "solutions", "02-grid.ipynb"), _folder.At("else", "mine.ipynb")])
            .Select(it => it.Name));

    [Fact]
    public void Two_notebooks_whose_results_would_have_one_name_are_refused_with_both_paths()
    {
        var error = Assert.Throws<BadInputException>(() => _checkout.Named([_folder.At("notebooks", "01-more.ipynb"), _folder.At("else", "01-more.ipynb")]));
        Assert.Contains("notebooks/01-more.ipynb and else/01-more.ipynb", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("...ipynb")]
    [InlineData(".ipynb")]
    [InlineData("index.ipynb")]
    public void A_name_that_would_lead_elsewhere_is_refused(string file)
    {
        var error = Assert.Throws<BadInputException>(() => _checkout.Named([_folder.At("else", file)]));
        Assert.Contains("else/" + file, error.Message, StringComparison.Ordinal);
    }
}
