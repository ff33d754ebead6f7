using System.Text;
using System.Text.Json.Nodes;
using Kit.Notebooks.Format;
using Kit.TestSupport;

namespace Kit.Notebooks.Tests.Format;

public class NotebookTextTests
{
    private static string Golden(string file) => File.ReadAllText(Repository.At("tests", "Kit.Notebooks.Tests", "Format", "golden", file));

    [Theory]
    [InlineData("empty")]
    [InlineData("texts")]
    [InlineData("keys")]
    [InlineData("outputs")]
    public void What_nbformat_wrote_is_written_byte_for_byte(string name)
    {
        Assert.Equal(Golden($"{name}.golden.ipynb"), Notebook.Parse(Golden($"{name}.input.json")).ToText());
        Assert.Equal(Golden($"{name}.golden.ipynb"), Notebook.Parse(Golden($"{name}.golden.ipynb")).ToText());
    }

    [Fact]
    public void Numbers_stay_as_they_were_read() =>
        Assert.Equal(Golden("numbers.golden.ipynb"), Notebook.Parse(Golden("numbers.golden.ipynb")).ToText());

    [Fact]
    public void Numbers_of_ours_are_written_as_Python_prints_them()
    {
        var notebook = Notebook.Parse(Golden("empty.golden.ipynb"));
        var huge = JsonNode.Parse("1180591620717411303424")!;
        var negative = JsonNode.Parse("-10000000000000000000000000000000000000000")!;
        notebook.Metadata["n"] = new JsonArray(
            0, -1, 1.0, 0.1, 1e-05, 0.0001, 1e16, 123456789012345.6, 1e22, 1.7976931348623157e308, 5e-324, -0.0, 3.5, huge, negative,
            100000.0, 1234567890123456.0, 0.30000000000000004, true, false, null, new JsonArray(), new JsonObject(),
            new JsonArray(new JsonArray()), new JsonArray(new JsonObject()), new JsonObject { ["a"] = new JsonArray() });
        Assert.Equal(Golden("numbers.golden.ipynb"), notebook.ToText());
    }

    [Fact]
    public void Single_precision_decimals_dates_and_what_JSON_has_no_word_for()
    {
        var notebook = Notebook.Create();
        notebook.Metadata["n"] = new JsonArray(0.1f, 1.50m, double.NaN, float.PositiveInfinity, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), (long)1 << 60, 'x');
        var written = Notebook.Parse(notebook.ToText()).Metadata["n"]!.AsArray().Select(node => node?.ToJsonString() ?? "null");
        Assert.Equal(["0.1", "1.50", "null", "null", "\"2026-01-02T03:04:05Z\"", "1152921504606846976", "\"x\""], written);
    }

    [Fact]
    public void Half_a_surrogate_pair_that_a_cell_printed_becomes_the_replacement_character()
    {
        var notebook = Notebook.Create();
        var cell = notebook.AddCode("x");
        cell.Outputs.Add(Outputs.Stream("stdout", "a\ud800b"));
        Assert.Equal("a\ufffdb", (string?)Notebook.Parse(notebook.ToText()).Cells[0].Outputs[0]!["text"]);
    }

    [Fact]
    public void A_new_notebook_has_the_kernelspec_of_dotnet()
    {
        var notebook = Notebook.Create();
        notebook.AddMarkdown("# Title\n\nText");
        notebook.AddCode("1 + 1", "sum", "learning").Language = "csharp";
        Assert.Equal(
            """
            {
             "cells": [
              {
               "cell_type": "markdown",
               "id": "ID",
               "metadata": {},
               "source": [
                "# Title\n",
                "\n",
                "Text"
               ]
              },
              {
               "cell_type": "code",
               "execution_count": null,
               "id": "sum",
               "metadata": {
                "dotnet_interactive": {
                 "language": "csharp"
                },
                "polyglot_notebook": {
                 "kernelName": "csharp"
                },
                "tags": [
                 "learning"
                ]
               },
               "outputs": [],
               "source": [
                "1 + 1"
               ]
              }
             ],
             "metadata": {
              "kernelspec": {
               "display_name": ".NET (C#)",
               "language": "C#",
               "name": ".net-csharp"
              },
              "language_info": {
               "file_extension": ".cs",
               "mimetype": "text/x-csharp",
               "name": "C#",
               "pygments_lexer": "csharp"
              }
             },
             "nbformat": 4,
             "nbformat_minor": 5
            }

            """.Replace("ID", notebook.Cells[0].Id, StringComparison.Ordinal), notebook.ToText());
    }

    [Fact]
    public void Older_nbformat_4_gets_ids_that_depend_on_nothing_but_the_file()
    {
        const string Old = """
            {"cells": [
              {"cell_type": "markdown", "metadata": {}, "source": "same"},
              {"cell_type": "markdown", "metadata": {}, "source": "same"},
              {"cell_type": "code", "id": "kept", "metadata": {}, "source": ["1"], "outputs": [], "execution_count": null},
              {"cell_type": "raw", "id": "kept", "metadata": {}, "source": ""}],
             "metadata": {}, "nbformat": 4, "nbformat_minor": 2}
            """;
        var first = Notebook.Parse(Old);
        Assert.Equal(first.ToText(), Notebook.Parse(Old).ToText());
        Assert.Equal(4, first.Cells.Select(cell => cell.Id).Distinct().Count());
        Assert.Equal("kept", first.Cells[2].Id);
        Assert.Equal(5, (int)first.Json["nbformat_minor"]!);
        Assert.Equal(first.ToText(), Notebook.Parse(first.ToText()).ToText());
    }

    [Fact]
    public void A_byte_order_mark_is_read_and_not_written()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("bom.ipynb");
        File.WriteAllText(path, Golden("texts.golden.ipynb"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal(Golden("texts.golden.ipynb"), Notebook.Read(path).ToText());
    }

    [Fact]
    public void A_copy_shares_nothing_and_cleared_outputs_are_gone()
    {
        var notebook = Notebook.Parse(Golden("outputs.golden.ipynb"));
        var copy = notebook.Clone();
        copy.ClearOutputs();
        Assert.Empty(copy.Cells[0].Outputs);
        Assert.Null(copy.Cells[0].ExecutionCount);
        Assert.Equal(5, notebook.Cells[0].Outputs.Count);
        Assert.Equal(1, notebook.Cells[0].ExecutionCount);
        Assert.True(notebook.Cells[0].HasTag("learning"));
    }

    [Fact]
    public void The_language_of_a_cell_is_read_from_either_generation_of_metadata()
    {
        var notebook = Notebook.Create();
        var cell = notebook.AddCode("<b>x</b>");
        Assert.Null(cell.Language);
        cell.Metadata["dotnet_interactive"] = new JsonObject { ["language"] = "html" };
        Assert.Equal("html", cell.Language);
        cell.Metadata["polyglot_notebook"] = new JsonObject { ["kernelName"] = "mermaid" };
        Assert.Equal("mermaid", cell.Language);
        cell.Language = null;
        Assert.Empty(cell.Metadata);
    }
}
