using Kit.Notebooks.Format;

namespace Kit.Cli.Tests.Running;

public sealed class RunCommandTests : IDisposable
{
    // A figure as any library may bring one: an object with ToMimeBundle().
    private const string Figure = """
        class Figure { public Dictionary<string, string> ToMimeBundle() => new() { ["image/svg+xml"] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"><rect width=\"5\" height=\"5\"/></svg>" }; }
        new Figure()
        """;

    private readonly KitProcess _kit = new();

    public void Dispose() => _kit.Dispose();

    [Fact]
    public void A_run_writes_notebook_page_and_figures_to_out_and_leaves_the_source_alone()
    {
        var path = _kit.Notebook("00-first", "1 + 1", Figure);
        var before = File.ReadAllBytes(path);

        var (exit, output) = _kit.Run("run");

        Assert.True(exit == ExitCode.Fine, output);
        Assert.Equal(before, File.ReadAllBytes(path));
        var executed = Notebook.Read(_kit.At("out", "notebooks", "00-first.ipynb"));
        Assert.Equal("2", TextOf(executed, 0));
        Assert.True(File.Exists(_kit.At("out", "html", "00-first.html")));
        Assert.Single(Directory.GetFiles(_kit.At("out", "figures", "00-first"), "*.svg"));
    }

    [Fact]
    public void An_untouched_notebook_passes_the_check_twice_in_a_row()
    {
        Stored("1.0 / 3", Figure);
        for (var time = 0; time < 2; time++)
        {
            var (exit, output) = _kit.Run("run", "--check");
            Assert.True(exit == ExitCode.Fine, output);
        }
    }

    [Fact]
    public void A_changed_number_fails_the_check_with_both_numbers()
    {
        var path = Stored("1.0 / 3");
        File.WriteAllText(path, File.ReadAllText(path).Replace("0.3333333333333333", "0.3333433333333333", StringComparison.Ordinal));
        var (exit, output) = _kit.Run("run", "--check");
        Assert.Equal(ExitCode.WrongResult, exit);
        Assert.Contains("0.33334333", output, StringComparison.Ordinal);
        Assert.Contains("0.33333333", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_figure_fails_the_check()
    {
        var path = Stored("1 + 1", Figure);
        var notebook = Notebook.Read(path);
        notebook.Cells[1].Source = notebook.Cells[1].Source.Replace("new Figure()", "", StringComparison.Ordinal);
        notebook.Write(path);
        var (exit, output) = _kit.Run("run", "--check");
        Assert.Equal(ExitCode.WrongResult, exit);
        Assert.Contains("FAILED", output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_cell_fails_the_run_and_the_check_and_keeps_the_partial_notebook()
    {
        _kit.Notebook("00-first", "\"before\"", "throw new InvalidOperationException(\"boom\");", "\"never\"");
        foreach (var arguments in new[] { new[] { "run" }, ["run", "--check"] })
        {
            var (exit, output) = _kit.Run(arguments);
            Assert.Equal(ExitCode.WrongResult, exit);
            Assert.Contains("boom", output, StringComparison.Ordinal);
        }

        var partial = Notebook.Read(_kit.At("out", "notebooks", "00-first.ipynb"));
        Assert.Equal("before", TextOf(partial, 0));
        Assert.Equal("error", (string?)partial.Cells[1].Outputs[0]!["output_type"]);
        Assert.Empty(partial.Cells[2].Outputs);
    }

    [Fact]
    public void An_update_stores_the_outputs_and_a_failed_one_leaves_the_stored_ones()
    {
        var path = Stored("21 * 2");
        Assert.Equal("42", TextOf(Notebook.Read(path), 0));

        var notebook = Notebook.Read(path);
        notebook.Cells[0].Source = "throw new Exception(\"no\");";
        notebook.Write(path);
        var before = File.ReadAllBytes(path);
        Assert.Equal(ExitCode.WrongResult, _kit.Run("run", "--update").ExitCode);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void Two_updates_store_the_same_bytes()
    {
        var path = Stored("Math.Sqrt(2)", Figure);
        var first = File.ReadAllBytes(path);
        Assert.Equal(ExitCode.Fine, _kit.Run("run", "--update").ExitCode);
        Assert.Equal(first, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_seed_and_a_profile_reach_the_cell_that_asks_for_them()
    {
        _kit.NotebookOf("00-first", ("var seed = 1; var profile = \"quick\";", ["parameters"]), ("$\"{profile} {seed}\"", []));
        var (exit, output) = _kit.Run("run", "--seed", "7", "--profile", "full");
        Assert.True(exit == ExitCode.Fine, output);
        var executed = Notebook.Read(_kit.At("out", "notebooks", "00-first.ipynb"));
        Assert.Equal("full 7", TextOf(executed, executed.Cells.Count - 1));
    }

    [Theory]
    [InlineData("--seed", "7")]
    [InlineData("--profile", "full")]
    public void A_check_with_other_parameters_than_the_stored_ones_is_refused(string option, string value)
    {
        Stored("1");
        var (exit, output) = _kit.Run("run", "--check", option, value);
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains(option, output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_malformed_notebook_is_bad_input_named_by_file_and_nothing_is_written()
    {
        var path = _kit.At("notebooks", "00-broken.ipynb");
        File.WriteAllText(path, "{\"cells\": [");
        var (exit, output) = _kit.Run("run", "--update");
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("00-broken.ipynb", output, StringComparison.Ordinal);
        Assert.Equal("{\"cells\": [", File.ReadAllText(path));
    }

    [Theory]
    [InlineData("#load \"https://example.org/a.csx\"", "only local files")]
    [InlineData("#!import \"/dev/zero\"", "/dev/zero")]
    [InlineData("#load \".\"", "folder")]
    [InlineData("class DataFormatException(string m) : Exception(m);\nthrow new DataFormatException(\"re-sps.csv, line 3\");", "re-sps.csv, line 3")]
    public void A_bad_input_that_a_cell_asks_for_is_bad_input_of_the_run(string source, string named)
    {
        var path = _kit.Notebook("00-first", "1", source);
        var before = File.ReadAllBytes(path);
        var (exit, output) = _kit.Run("run", "--update");
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("Cell 2", output, StringComparison.Ordinal);
        Assert.Contains(named, output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_check_of_a_notebook_without_stored_outputs_is_no_pass()
    {
        _kit.Notebook("00-first", "1 + 1");
        Assert.Equal(ExitCode.WrongResult, _kit.Run("run", "--check").ExitCode);
    }

    [Fact]
    public void A_check_writes_junit_with_a_case_a_cell()
    {
        Stored("1 + 1", "2 + 2");
        Assert.Equal(ExitCode.Fine, _kit.Run("run", "--check").ExitCode);
        var junit = System.Xml.Linq.XDocument.Load(_kit.At("out", "junit.xml"));
        Assert.Equal(2, junit.Descendants("testcase").Count());
    }

    /// <summary>A notebook with stored outputs.</summary>
    private string Stored(params string[] sources)
    {
        var path = _kit.Notebook("00-first", sources);
        var (exit, output) = _kit.Run("run", "--update");
        Assert.True(exit == ExitCode.Fine, output);
        return path;
    }

    private static string TextOf(Notebook notebook, int cell)
    {
        var text = notebook.Cells[cell].Outputs[0]!["data"]!["text/plain"]!;
        return text is System.Text.Json.Nodes.JsonArray lines ? string.Concat(lines.Select(line => (string)line!)) : (string)text!;
    }
}
