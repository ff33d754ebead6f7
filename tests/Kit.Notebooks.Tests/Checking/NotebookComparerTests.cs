using System.Text.Json.Nodes;
using Kit.Display;
using Kit.Notebooks.Checking;
using Kit.Notebooks.Format;

namespace Kit.Notebooks.Tests.Checking;

public class NotebookComparerTests
{
    private const string Svg = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect width="100" height="50" fill="white"/><path d="M0 0 L10 10" stroke="black"/><text>n = 20</text></svg>""";

    private static readonly byte[] OnePixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static JsonObject Text(string text) => Outputs.Stream("stdout", text);

    private static JsonObject Figure(string y = "1, 2.5, 3", string svg = Svg, string title = "loss") => Outputs.DisplayData(new MimeBundle()
        .WithJson("application/vnd.plotly.v1+json", JsonNode.Parse($$$$"""{"data": [{"y": [{{{{y}}}}]}], "layout": {"title": {"text": "{{{{title}}}}"}}}""")!)
        .With("text/html", $"<img alt=\"loss\" src=\"data:image/svg+xml;base64,{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(svg))}\">")
        .With("image/svg+xml", svg));

    private static JsonObject Html(string html) => Outputs.DisplayData(new MimeBundle().With("text/html", html).With("text/plain", "frame"));

    private static JsonObject Statistic(double value, double tolerance, string name = "mean return") => Outputs.DisplayData(new MimeBundle()
        .WithJson(Kit.Display.Statistic.MimeType, new JsonObject { ["name"] = name, ["value"] = value, ["tolerance"] = tolerance }));

    private static JsonObject Error(string message = "no") => Outputs.Error("InvalidOperationException", message, ["at line 1"]);

    private static Notebook Book(string[] tags, params JsonObject[] outputs)
    {
        var notebook = Notebook.Create();
        notebook.AddMarkdown("# A title");
        notebook.AddCode("Run();", "first", tags).ExecutionCount = 1;
        foreach (var output in outputs)
        {
            notebook.Cells[1].Outputs.Add(output.DeepClone());
        }

        notebook.AddCode("Other();", "other").ExecutionCount = 2;
        notebook.Cells[2].Outputs.Add(Text("42\n"));
        Machine("avx2").Store(notebook);
        return notebook;
    }

    private static Fingerprint Machine(string cpu) => new() { Architecture = "x64", Cpu = cpu, Dotnet = 10 };

    private static Notebook Elsewhere(Notebook notebook)
    {
        Machine("avx512f").Store(notebook);
        return notebook;
    }

    private static void Passes(Notebook stored, Notebook fresh)
    {
        var report = NotebookComparer.Compare(stored, fresh);
        Assert.True(report.Passed, report.ToText());
        Assert.Equal(stored.CodeCells.Count(), report.Cells.Count);
    }

    private static string Fails(Notebook stored, Notebook fresh)
    {
        var report = NotebookComparer.Compare(stored, fresh);
        Assert.False(report.Passed);
        Assert.Empty(report.Problems);
        var failed = Assert.Single(report.Cells, cell => cell.Verdict == Verdict.Failed);
        Assert.Equal((2, "first", "Run();"), (failed.Number, failed.Id, failed.Title));
        Assert.Contains("cell 2 (id first) Run();", report.ToText(), StringComparison.Ordinal);
        return failed.Message;
    }

    private static string Problem(Notebook stored, Notebook fresh)
    {
        var report = NotebookComparer.Compare(stored, fresh);
        Assert.False(report.Passed);
        return Assert.Single(report.Problems);
    }

    [Fact]
    public void An_untouched_notebook_passes_twice_in_a_row()
    {
        var book = Book([], Text("a 1.5\n"), Figure(), Html("<table>1</table>"), Statistic(1, 0));
        Passes(book, book.Clone());
        Passes(book, book.Clone());
    }

    [Theory]
    [InlineData("loss 0.25\n", "loss 0.26\n", "stored 0.25, fresh 0.26")]
    [InlineData("1 2 3", "1 2 4", "stored 3, fresh 4")]
    [InlineData("a\nb 7\nc", "a\nb 8\nc", "line 2: stored 7, fresh 8")]
    [InlineData("5-1-6", "5-1-7", "stored 6, fresh 7")]
    [InlineData("1.85x", "1.86x", "stored 1.85, fresh 1.86")]
    [InlineData("-1", "1", "stored -1, fresh 1")]
    [InlineData("x1", "x2", "the text differs")]
    [InlineData("yes", "no", "the text differs")]
    [InlineData("1 2", "1 2 3", "the text differs")]
    [InlineData("NaN", "0", "the text differs")]
    [InlineData("a\nb", "a", "line 2 is missing: stored \"b\"")]
    [InlineData("a", "a\nb", "line 2 is new: fresh \"b\"")]
    [InlineData("  a", "a", "the text differs")]
    [InlineData("1e-3", "1e-4", "stored 1e-3, fresh 1e-4")]
    [InlineData("12345678901234567890123", "12345678901234567890123000", "stored 12345678901234567890123")]
    public void A_changed_text_or_number_fails(string stored, string fresh, string says) =>
        Assert.Contains(says, Fails(Book([], Text(stored)), Book([], Text(fresh))), StringComparison.Ordinal);

    [Theory]
    [InlineData("0.1234567890123", "0.1234567890124")]
    [InlineData("x = 1.0", "x = 1.00")]
    [InlineData("-1e-17", "0")]
    [InlineData("|  9.9999999999 |", "| 10.0000000000 |")]
    [InlineData("a  \nb\n\n", "a\nb")]
    [InlineData("a\r\nb", "a\nb")]
    public void Last_digits_padding_and_trailing_blanks_do_not(string stored, string fresh) => Passes(Book([], Text(stored)), Book([], Text(fresh)));

    [Fact]
    public void A_tolerance_of_the_notebook_applies_to_all_its_cells_and_one_of_the_cell_before_it()
    {
        var (stored, fresh) = (Book([], Text("1.000")), Book([], Text("1.004")));
        Fails(stored, fresh);
        stored.Metadata["kit"]!["tolerance"] = new JsonObject { ["rtol"] = 0.01 };
        Passes(stored, fresh);
        stored.Cells[1].Metadata["kit"] = new JsonObject { ["tolerance"] = new JsonObject { ["rtol"] = 0, ["atol"] = 0.001 } };
        Fails(stored, fresh);
        stored.Cells[1].Metadata["kit"] = new JsonObject { ["tolerance"] = new JsonObject { ["atol"] = 0.005 } };
        Passes(stored, fresh);
    }

    [Theory]
    [InlineData("""{"rtol": 1}""")]
    [InlineData("""{"rtol": -0.1}""")]
    [InlineData("""{"rtol": "0.1"}""")]
    [InlineData("""{"relative": 0.1}""")]
    [InlineData("0.1")]
    public void A_tolerance_that_is_none_fails(string tolerance)
    {
        var book = Book([], Text("1"));
        book.Cells[1].Metadata["kit"] = new JsonObject { ["tolerance"] = JsonNode.Parse(tolerance) };
        Assert.Contains("metadata.kit.tolerance", Fails(book, book.Clone()), StringComparison.Ordinal);
        var whole = Book([], Text("1"));
        whole.Metadata["kit"]!["tolerance"] = JsonNode.Parse(tolerance);
        Assert.Contains("metadata.kit.tolerance", Problem(whole, whole.Clone()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_number_in_a_figure_fails_with_its_path()
    {
        Assert.Contains("application/vnd.plotly.v1+json: $.data[0].y[1]: stored 2.5, fresh 2.6", Fails(Book([], Figure()), Book([], Figure(y: "1, 2.6, 3"))), StringComparison.Ordinal);
        Assert.Contains("$.data[0].y has 3 items stored, 2 fresh", Fails(Book([], Figure()), Book([], Figure(y: "1, 2.5"))), StringComparison.Ordinal);
        Assert.Contains("$.layout.title.text", Fails(Book([], Figure()), Book([], Figure(title: "reward"))), StringComparison.Ordinal);
        Assert.Contains("stored null, fresh 2.5", Fails(Book([], Figure(y: "1, null, 3")), Book([], Figure())), StringComparison.Ordinal);
        Passes(Book([], Figure()), Book([], Figure(y: "1.0, 2.5000000000001, 3")));
    }

    [Theory]
    [InlineData("""{"a": 1, "b": 2}""", """{"a": 1}""", "$.b is missing")]
    [InlineData("""{"a": 1}""", """{"a": 1, "b": 2}""", "$.b is new")]
    [InlineData("""{"a": true}""", """{"a": false}""", "$.a: stored true, fresh false")]
    [InlineData("""{"a": "1"}""", """{"a": 1}""", "$.a: stored \"1\", fresh 1")]
    [InlineData("""{"a": [1]}""", """{"a": {"0": 1}}""", "$.a: stored")]
    [InlineData("""[[1], [2, 3]]""", """[[1], [2, 4]]""", "$[1][1]: stored 3, fresh 4")]
    public void JSON_is_compared_by_structure(string stored, string fresh, string says)
    {
        static JsonObject Json(string text) => Outputs.DisplayData(new MimeBundle().WithJson("application/json", JsonNode.Parse(text)!));
        Passes(Book([], Json(stored)), Book([], Json(stored)));
        Assert.Contains(says, Fails(Book([], Json(stored)), Book([], Json(fresh))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_not_a_number_is_stored_as_null_and_compared_as_such()
    {
        var fresh = Book([], Figure(y: "1, 0, 3"));
        fresh.Cells[1].Outputs[0]!["data"]!["application/vnd.plotly.v1+json"]!["data"]![0]!["y"]![1] = double.NaN;
        Passes(Book([], Figure(y: "1, null, 3")), fresh);
    }

    [Fact]
    public void A_missing_figure_fails()
    {
        Assert.Contains("a figure is missing (1 stored, 0 fresh)", Fails(Book([], Text("x"), Figure()), Book([], Text("x"))), StringComparison.Ordinal);
        var withoutPicture = Book([], Figure());
        withoutPicture.Cells[1].Outputs[0]!["data"]!.AsObject().Remove("image/svg+xml");
        Assert.Contains("a picture", Fails(Book([], Figure()), withoutPicture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>""", "draws no mark")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="white"/><text>title</text></svg>""", "draws no mark")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><defs><path d="M0 0"/></defs><path d=""/><circle r="0"/><rect width="3" height="3" fill="none"/></svg>""", "draws no mark")]
    [InlineData("<svg", "is not SVG")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>", "is not SVG")]
    [InlineData("", "is not SVG")]
    public void A_picture_that_shows_nothing_fails(string svg, string says) =>
        Assert.Contains(says, Fails(Book([], Figure()), Book([], Figure(svg: svg))), StringComparison.Ordinal);

    [Fact]
    public void A_stored_PNG_stands_for_a_fresh_SVG_but_not_an_empty_one()
    {
        var png = Figure();
        var data = png["data"]!.AsObject();
        data.Remove("image/svg+xml");
        data["image/png"] = Convert.ToBase64String(OnePixel);
        data["text/html"] = $"<img alt=\"loss\" src=\"data:image/png;base64,{Convert.ToBase64String(OnePixel)}\">";
        Passes(Book([], png), Book([], Figure()));
        Passes(Book([], Figure()), Book([], png));
        data["image/png"] = "iVBORw0KGgo=";
        Assert.Contains("is not PNG", Fails(Book([], Figure()), Book([], png)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_without_data_beside_it_is_compared_by_its_marks_and_texts()
    {
        static JsonObject Alone(string svg) => Outputs.DisplayData(new MimeBundle().With("image/svg+xml", svg));
        Passes(Book([], Alone(Svg)), Book([], Alone(Svg.Replace("L10 10", "L10 11", StringComparison.Ordinal))));
        Assert.Contains("stored 20, fresh 21", Fails(Book([], Alone(Svg)), Book([], Alone(Svg.Replace("20", "21", StringComparison.Ordinal)))), StringComparison.Ordinal);
        Assert.Contains("stored 1, fresh 2", Fails(Book([], Alone(Svg)), Book([], Alone(Svg.Replace("<text>", "<circle r=\"3\"/><text>", StringComparison.Ordinal)))), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_are_compared_with_their_numbers_and_without_embedded_payloads()
    {
        Assert.Contains("stored 3.1, fresh 3.2", Fails(Book([], Html("<td>3.1</td>")), Book([], Html("<td>3.2</td>"))), StringComparison.Ordinal);
        Passes(Book([], Html("<img src=\"data:image/png;base64,AAAA\">3.1")), Book([], Html("<img src=\"data:image/svg+xml;base64,BBBBCCCC\">3.1")));
    }

    [Fact]
    public void An_error_cell_fails_even_when_the_error_is_stored()
    {
        Assert.Contains("the cell fails: InvalidOperationException: no", Fails(Book([], Text("x")), Book([], Error())), StringComparison.Ordinal);
        Fails(Book([], Error()), Book([], Error()));
    }

    [Fact]
    public void An_announced_error_passes_and_must_come()
    {
        Passes(Book(["raises-exception"], Error("at 3")), Book(["raises-exception"], Error("at 3")));
        Assert.Contains("stored 3, fresh 4", Fails(Book(["raises-exception"], Error("at 3")), Book(["raises-exception"], Error("at 4"))), StringComparison.Ordinal);
        Assert.Contains("raised none", Fails(Book(["raises-exception"], Error()), Book(["raises-exception"], Text("fine"))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_extra_a_missing_and_another_kind_of_output_fail()
    {
        Assert.Contains("output 2: is new", Fails(Book([], Text("x")), Book([], Text("x"), Html("y"))), StringComparison.Ordinal);
        Assert.Contains("output 2: is missing", Fails(Book([], Text("x"), Html("y")), Book([], Text("x"))), StringComparison.Ordinal);
        Assert.Contains("- stream stdout\n+ stream stderr", Fails(Book([], Text("x")), Book([], Outputs.Stream("stderr", "x"))), StringComparison.Ordinal);
        Passes(Book([], Text("x"), Text("y")), Book([], Text("xy")));
    }

    [Fact]
    public void Nothing_stored_is_nothing_passed()
    {
        Assert.Contains("no outputs are stored", Fails(Book([]), Book([], Text("x"))), StringComparison.Ordinal);
        var cleared = Book([], Text("x"));
        cleared.ClearOutputs();
        Assert.Contains("no outputs are stored", Problem(cleared, cleared.Clone()), StringComparison.Ordinal);
        var prose = Notebook.Create();
        prose.AddMarkdown("only words");
        Assert.Contains("no code cells", Problem(prose, prose.Clone()), StringComparison.Ordinal);
        var notRun = Book([]);
        notRun.Cells[1].ExecutionCount = null;
        Assert.Contains("was not executed", Fails(Book([]), notRun), StringComparison.Ordinal);
    }

    [Fact]
    public void A_learning_cell_agrees_fully_on_the_same_kind_of_machine()
    {
        var stored = Book(["learning"], Text("0.501"), Statistic(0.5, 0.1));
        Passes(stored, Book(["learning"], Text("0.501"), Statistic(0.5, 0.1)));
        Assert.Contains("stored 0.501, fresh 0.502", Fails(stored, Book(["learning"], Text("0.502"), Statistic(0.5, 0.1))), StringComparison.Ordinal);
        Assert.Contains("$.value: stored 0.5, fresh 0.55", Fails(stored, Book(["learning"], Text("0.501"), Statistic(0.55, 0.1))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_learning_cell_agrees_by_its_statistics_on_another_machine()
    {
        var stored = Book(["learning"], Text("0.501"), Figure(), Statistic(0.5, 0.1));
        Passes(stored, Elsewhere(Book(["learning"], Text("0.7"), Figure(y: "9, 9"), Statistic(0.59, 5))));
        Assert.Contains("further apart than its tolerance 0.1", Fails(stored, Elsewhere(Book(["learning"], Text("0.7"), Figure(), Statistic(0.61, 5)))), StringComparison.Ordinal);
        Assert.Contains("a figure is missing", Fails(stored, Elsewhere(Book(["learning"], Text("0.7"), Statistic(0.5, 0.1)))), StringComparison.Ordinal);
        Assert.Contains("\"mean return\" is missing", Fails(stored, Elsewhere(Book(["learning"], Text("0.7"), Figure(), Statistic(0.5, 0.1, "other")))), StringComparison.Ordinal);
        var report = NotebookComparer.Compare(stored, Elsewhere(Book(["learning"], Text("0.7"), Figure(), Statistic(0.5, 0.1))));
        Assert.Equal("CPU avx2 / avx512f", report.OtherMachine);
        Assert.Equal("notebook: passed, 2 of 2 cells agree, 1 by statistics (other machine)", report.Summary);
    }

    [Fact]
    public void All_other_cells_must_agree_on_another_machine_too() =>
        Fails(Book([], Text("1.5")), Elsewhere(Book([], Text("1.6"))));

    [Fact]
    public void Without_a_fingerprint_a_learning_cell_must_agree_fully()
    {
        var stored = Book(["learning"], Text("1.5"), Statistic(1, 1));
        stored.Metadata.Remove("kit");
        Fails(stored, Elsewhere(Book(["learning"], Text("1.6"), Statistic(1, 1))));
    }

    [Theory]
    [InlineData("""{"name": "a", "value": 1}""")]
    [InlineData("""{"name": "a", "value": "1", "tolerance": 1}""")]
    [InlineData("""{"name": "a", "value": 1, "tolerance": -1}""")]
    [InlineData("""{"name": "", "value": 1, "tolerance": 1}""")]
    public void A_learning_cell_that_declares_no_sound_statistic_fails_everywhere(string statistic)
    {
        var none = Book(["learning"], Text("1"));
        Assert.Contains("declares no statistic", Fails(none, none.Clone()), StringComparison.Ordinal);
        var unsound = Book(["learning"], Outputs.DisplayData(new MimeBundle().WithJson(Kit.Display.Statistic.MimeType, JsonNode.Parse(statistic)!)));
        Assert.Contains("a stored statistic is not", Fails(unsound, unsound.Clone()), StringComparison.Ordinal);
        var twice = Book(["learning"], Statistic(1, 1), Statistic(2, 1));
        Assert.Contains("stands twice", Fails(twice, twice.Clone()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_no_compare_cell_is_compared_by_kinds_and_figures()
    {
        var stored = Book(["no-compare"], Text("12 ms"), Figure());
        Passes(stored, Book(["no-compare"], Text("15 s or so"), Figure(y: "7")));
        Assert.Contains("a figure is missing", Fails(stored, Book(["no-compare"], Text("12 ms"))), StringComparison.Ordinal);
        Assert.Contains("the cell fails", Fails(stored, Book(["no-compare"], Text("12 ms"), Error())), StringComparison.Ordinal);
        Assert.Equal("notebook: passed, 2 of 2 cells agree, 1 by kind only (no-compare)", NotebookComparer.Compare(stored, stored.Clone()).Summary);
    }

    [Theory]
    [InlineData(2, 1, true)]
    [InlineData(2, 2, false)]
    [InlineData(10, 1, true)]
    [InlineData(10, 2, false)]
    [InlineData(11, 2, true)]
    [InlineData(11, 3, false)]
    public void At_most_one_code_cell_in_ten_may_be_left_uncompared(int cells, int tagged, bool passes)
    {
        var notebook = Notebook.Create();
        for (var index = 0; index < cells; index++)
        {
            notebook.AddCode($"Cell({index});", $"c{index}", index < tagged ? ["no-compare"] : []).Outputs.Add(Text("x"));
        }

        // Empty cells are no licence for more.
        for (var index = 0; index < 30; index++)
        {
            notebook.AddCode(" ");
        }

        var report = NotebookComparer.Compare(notebook, notebook.Clone());
        Assert.Equal(passes, report.Passed);
        Assert.Equal(tagged, report.NoCompareCells);
        if (!passes)
        {
            Assert.Contains($"at most {(cells + 9) / 10} may be", Assert.Single(report.Problems), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_skipped_cell_is_counted_and_not_compared()
    {
        var stored = Book(["skip-execution"], Text("old"));
        var report = NotebookComparer.Compare(stored, Book(["skip-execution"]));
        Assert.Equal("notebook: passed, 1 of 2 cells agree, 1 skipped", report.Summary);
    }

    [Fact]
    public void Cells_that_do_not_correspond_fail()
    {
        var stored = Book([], Text("x"));
        var fewer = stored.Clone();
        ((JsonArray)fewer.Json["cells"]!).RemoveAt(2);
        Assert.Contains("cell 3 (id other) is missing", Problem(stored, fewer), StringComparison.Ordinal);
        Assert.Contains("cell other of the fresh execution is not in the stored", Problem(fewer, stored), StringComparison.Ordinal);
        var edited = stored.Clone();
        edited.Cells[1].Source = "Walk();";
        Assert.Contains("another source", Problem(stored, edited), StringComparison.Ordinal);
        var injected = stored.Clone();
        injected.AddCode("var n = 1;", "p", "injected-parameters");
        Passes(stored, injected);
        var shuffled = stored.Clone();
        var cells = (JsonArray)shuffled.Json["cells"]!;
        var last = cells[2]!;
        cells.RemoveAt(2);
        cells.Insert(1, last);
        Assert.Contains("another order", Problem(stored, shuffled), StringComparison.Ordinal);
    }
}
