using Kit.Notebooks.Format;

namespace Kit.Cli.Tests.Running;

public sealed class RunCommandTests : IDisposable
{
    private readonly KitProcess _kit = new();

    public void Dispose() => _kit.Dispose();

    [Fact]
    public void A_run_writes_notebook_page_and_figures_to_out_and_leaves_the_source_alone()
    {
        var path = _kit.Notebook("00-first", "1 + 1", KitProcess.Figure);
        var before = File.ReadAllBytes(path);

        var (exit, output) = _kit.Run("run");

        Assert.True(exit == ExitCode.Fine, output);
        Assert.Equal(before, File.ReadAllBytes(path));
        var executed = Notebook.Read(_kit.At("out", "notebooks", "00-first.ipynb"));
        Assert.Equal("2", KitProcess.TextOf(executed, 0));
        Assert.True(File.Exists(_kit.At("out", "html", "00-first.html")));
        Assert.Single(Directory.GetFiles(_kit.At("out", "figures", "00-first"), "*.svg"));
    }

    [Fact]
    public void Solutions_are_executed_and_checked_with_the_course_and_empty_exercises_only_shown()
    {
        Directory.CreateDirectory(_kit.At("notebooks", "exercises", "solutions"));
        _kit.Notebook("00-first", "1 + 1");
        _kit.Notebook("exercises/00-first", "throw new Exception(\"an empty exercise was executed\");");
        var solution = _kit.Notebook("exercises/solutions/00-first", "20 + 22");

        var (stored, output) = _kit.Run("run", "--update");
        Assert.True(stored == ExitCode.Fine, output);
        Assert.Equal("42", KitProcess.TextOf(Notebook.Read(solution), 0));
        Assert.False(File.Exists(_kit.At("out", "notebooks", "exercises", "00-first.ipynb")));

        File.WriteAllText(solution, File.ReadAllText(solution).Replace("20 + 22", "20 + 23", StringComparison.Ordinal));
        var (wrong, check) = _kit.Run("run", "--check");
        Assert.True(wrong == ExitCode.WrongResult, check);
        Assert.Contains("FAILED exercises/solutions/00-first", check, StringComparison.Ordinal);

        var (exported, export) = _kit.Run("export");
        Assert.True(exported == ExitCode.Fine, export);
        string[] pages = ["00-first.html", "exercises/00-first.html", "exercises/solutions/00-first.html"];
        Assert.All(pages, page => Assert.True(File.Exists(_kit.At("out", "site", page)), page));
        foreach (var index in new[] { _kit.At("out", "site", "index.html"), _kit.At("out", "html", "index.html") })
        {
            Assert.Contains("href=\"exercises/00-first.html\"", File.ReadAllText(index), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_seed_and_a_profile_reach_the_cell_that_asks_for_them()
    {
        _kit.NotebookOf("00-first", ("var seed = 1; var profile = \"quick\";", ["parameters"]), ("$\"{profile} {seed}\"", []));
        var (exit, output) = _kit.Run("run", "--seed", "7", "--profile", "full");
        Assert.True(exit == ExitCode.Fine, output);
        var executed = Notebook.Read(_kit.At("out", "notebooks", "00-first.ipynb"));
        Assert.Equal("full 7", KitProcess.TextOf(executed, executed.Cells.Count - 1));
    }

    [Theory]
    [InlineData("--seed", "7")]
    [InlineData("--profile", "full")]
    public void A_check_with_other_parameters_than_the_stored_ones_is_refused(string option, string value)
    {
        _kit.Notebook("00-first", "1");
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

    [Fact]
    public void Bad_inputs_that_cells_ask_for_are_bad_input_of_the_run_and_nothing_is_stored()
    {
        var cases = new (string Source, string Named)[]
        {
            ("#load \"https://example.org/a.csx\"", "only local files"),
            ("#!import \"/dev/zero\"", "/dev/zero"),
            ("#load \".\"", "folder"),
            ("class DataFormatException(string m) : Exception(m);\nthrow new DataFormatException(\"re-sps.csv, line 3\");", "re-sps.csv, line 3"),
            ("class RunException(string m) : Exception(m);\nthrow new RunException(\"runs/a holds another run\");", "runs/a holds another run"),
            ("System.IO.File.ReadAllText(\"absent.csv\")", "absent.csv"),
        };
        var paths = cases.Select((it, index) => _kit.Notebook($"0{index}-bad", "1", it.Source)).ToList();
        var before = paths.ConvertAll(File.ReadAllText);

        var (exit, output) = _kit.Run("run", "--update");

        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Equal(cases.Length, output.Split("FAILED").Length - 1);
        Assert.Equal(cases.Length, output.Split("Cell 2, line").Length - 1);
        Assert.All(cases, it => Assert.Contains(it.Named, output, StringComparison.Ordinal));
        Assert.Equal(before, paths.ConvertAll(File.ReadAllText));
    }

    [Fact]
    public void An_error_cell_fails_the_run_and_keeps_the_partial_notebook_and_the_stored_outputs()
    {
        var path = _kit.Notebook("00-first", "\"before\"", "throw new InvalidOperationException(\"boom\");", "\"never\"");
        var before = File.ReadAllBytes(path);

        var (exit, output) = _kit.Run("run", "--update");

        Assert.Equal(ExitCode.WrongResult, exit);
        Assert.Contains("boom", output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
        var partial = Notebook.Read(_kit.At("out", "notebooks", "00-first.ipynb"));
        Assert.Equal("before", KitProcess.TextOf(partial, 0));
        Assert.Equal("error", (string?)partial.Cells[1].Outputs[0]!["output_type"]);
        Assert.Empty(partial.Cells[2].Outputs);
    }

    [Fact]
    public void A_notebook_that_is_read_only_or_changes_while_it_runs_keeps_what_its_author_wrote()
    {
        var changing = _kit.Notebook("00-changing", "var text = System.IO.File.ReadAllText(\"00-changing.ipynb\");\nSystem.IO.File.WriteAllText(\"00-changing.ipynb\", text.Replace(\"now\", \"then\"));", "\"now\"");
        var locked = _kit.Notebook("01-locked", "1");
        File.SetAttributes(locked, FileAttributes.ReadOnly);

        var (exit, output) = _kit.Run("run", "--update");

        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("00-changing.ipynb was changed while it ran", output, StringComparison.Ordinal);
        Assert.Contains("01-locked.ipynb is read-only", output, StringComparison.Ordinal);
        Assert.Equal("\"then\"", Notebook.Read(changing).Cells[1].Source);
        Assert.Empty(Notebook.Read(locked).Cells[0].Outputs);
        Assert.Equal("now", KitProcess.TextOf(Notebook.Read(_kit.At("out", "notebooks", "00-changing.ipynb")), 1));
    }

    [Fact]
    public void A_figure_folder_loses_old_figures_and_nothing_else()
    {
        _kit.Notebook("00-first", KitProcess.Figure);
        Directory.CreateDirectory(_kit.At("mine", "figures", "00-first"));
        File.WriteAllText(_kit.At("mine", "figures", "00-first", "old.svg"), "");
        File.WriteAllText(_kit.At("mine", "figures", "00-first", "thesis.txt"), "");

        var (exit, output) = _kit.Run("run", "--out", "mine");

        Assert.True(exit == ExitCode.Fine, output);
        var files = Directory.GetFiles(_kit.At("mine", "figures", "00-first")).Select(Path.GetFileName).ToList();
        Assert.Equal(2, files.Count);
        Assert.Contains("thesis.txt", files);
        Assert.DoesNotContain("old.svg", files);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("notebooks")]
    [InlineData("link")]
    [InlineData("Kit.sln")]
    public void A_folder_where_results_would_overwrite_notebooks_is_refused(string folder)
    {
        var before = File.ReadAllBytes(_kit.Notebook("00-first", "1"));
        Directory.CreateSymbolicLink(_kit.At("link"), _kit.At("notebooks", ".."));

        var (exit, output) = _kit.Run("run", "--out", folder);

        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("--out", output, StringComparison.Ordinal);
        Assert.Equal([_kit.At("notebooks", "00-first.ipynb")], Directory.GetFileSystemEntries(_kit.At("notebooks")));
        Assert.Equal(before, File.ReadAllBytes(_kit.At("notebooks", "00-first.ipynb")));
    }
}
