using System.Text;
using System.Text.Json.Nodes;
using Kit.Notebooks.Format;
using Kit.TestSupport;

namespace Kit.Notebooks.Tests.Format;

public class MalformedNotebookTests
{
    private static readonly byte[] Sound = File.ReadAllBytes(Repository.At("tests", "Kit.Notebooks.Tests", "Format", "golden", "outputs.golden.ipynb"));

    private static string Refusal(string text) => Assert.Throws<NotebookFormatException>(() => Notebook.Parse(text, "lesson.ipynb")).Message;

    private static string Refusal(byte[] bytes) => Assert.Throws<NotebookFormatException>(() => Notebook.Parse(bytes, "lesson.ipynb")).Message;

    private static string WithCell(string cell) => $$"""{"cells": [{"cell_type": "markdown", "id": "a", "metadata": {}, "source": ""}, {{cell}}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}""";

    private static string WithOutput(string output) =>
        WithCell($$"""{"cell_type": "code", "id": "b", "metadata": {}, "source": "", "execution_count": null, "outputs": [{{output}}]}""");

    [Fact]
    public void A_file_cut_off_at_any_byte_is_refused_with_its_line()
    {
        for (var length = 0; length < Sound.Length - 2; length++)
        {
            var message = Refusal(Sound[..length]);
            Assert.StartsWith("lesson.ipynb: line ", message, StringComparison.Ordinal);
            Assert.DoesNotContain("nest", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Any_byte_replaced_gives_a_notebook_or_a_clear_refusal()
    {
        var refused = 0;
        for (var at = 0; at < Sound.Length; at++)
        {
            foreach (var value in new byte[] { 0, 0xFF, (byte)'"', (byte)'}', (byte)'[', (byte)'9', (byte)'\\' })
            {
                var bytes = Sound.ToArray();
                bytes[at] = value;
                try
                {
                    Notebook.Parse(bytes, "lesson.ipynb").ToText();
                }
                catch (NotebookFormatException refusal)
                {
                    Assert.StartsWith("lesson.ipynb: ", refusal.Message, StringComparison.Ordinal);
                    refused++;
                }
            }
        }

        Assert.True(refused > 3000, $"only {refused} were refused");
    }

    [Fact]
    public void Any_node_of_another_type_or_missing_gives_a_notebook_or_a_clear_refusal()
    {
        var paths = new List<object[]>();
        Collect(JsonNode.Parse(Sound)!, [], paths);
        var (refused, accepted) = (0, 0);
        foreach (var path in paths)
        {
            foreach (var replacement in new[] { null, "null", "true", "3", "-1", "1.5", "99999999999999999999", "\"x\"", "[]", "{}", "[1]", "[[\"x\"]]", "{\"x\": 1}" })
            {
                var mutant = Mutate(path, replacement);
                try
                {
                    var notebook = Notebook.Parse(mutant, "lesson.ipynb");
                    Assert.Equal(notebook.ToText(), Notebook.Parse(notebook.ToText()).ToText());
                    foreach (var cell in notebook.Cells)
                    {
                        // No accessor may trip over what the reader let through.
                        _ = (cell.Id, cell.Kind, cell.Source, cell.Tags, cell.Language, cell.Kind == CellKind.Code ? cell.ExecutionCount : null);
                    }

                    accepted++;
                }
                catch (NotebookFormatException refusal)
                {
                    Assert.StartsWith("lesson.ipynb: ", refusal.Message, StringComparison.Ordinal);
                    refused++;
                }
            }
        }

        Assert.True(refused > 500 && accepted > 100, $"{refused} refused, {accepted} accepted");
    }

    [Theory]
    [InlineData("[]", "not an object")]
    [InlineData("3", "not an object")]
    [InlineData("null", "not an object")]
    [InlineData("{}", "\"nbformat\" is missing")]
    [InlineData("{\"nbformat\": \"4\"}", "\"nbformat\" is missing or not a whole number")]
    [InlineData("{\"nbformat\": 3, \"nbformat_minor\": 0, \"worksheets\": []}", "is nbformat 3")]
    [InlineData("{\"nbformat\": 5, \"nbformat_minor\": 0}", "is nbformat 5")]
    [InlineData("{\"nbformat\": 99999999999999999999999, \"nbformat_minor\": 0}", "\"nbformat\" is missing or not a whole number")]
    [InlineData("{\"nbformat\": 4, \"nbformat_minor\": 6}", "\"nbformat_minor\" is 6")]
    [InlineData("{\"nbformat\": 4, \"nbformat_minor\": -1}", "\"nbformat_minor\" is -1")]
    [InlineData("{\"nbformat\": 4, \"nbformat_minor\": 5}", "\"cells\" is missing")]
    [InlineData("{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": {}, \"metadata\": {}}", "\"cells\" is not a list")]
    [InlineData("{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": [], \"metadata\": {}, \"x\": 1}", "\"x\" is not a key")]
    [InlineData("{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": [], \"metadata\": {\"kernelspec\": {\"name\": \"x\"}}}", "metadata: \"display_name\" is missing")]
    [InlineData("{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": [], \"metadata\": {\"language_info\": {\"name\": \"x\", \"codemirror_mode\": 1}}}", "metadata: \"codemirror_mode\"")]
    [InlineData("{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": [], \"metadata\": {\"authors\": \"x\"}}", "metadata: \"authors\"")]
    [InlineData("{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": [], \"metadata\": {\"title\": 1}}", "metadata: \"title\"")]
    [InlineData("{\"nbformat\": 4, \"nbformat\": 4}", "line 1: the key \"nbformat\" stands twice")]
    [InlineData("{\"a\": \"\\ud800\"}", "half of a surrogate pair")]
    [InlineData("{\"a\": NaN}", "line 1, byte 7: is not JSON")]
    [InlineData("{\"a\": 01}", "is not JSON")]
    [InlineData("{\n\"a\": 1,\n}", "line 3")]
    [InlineData("{} x", "is not JSON")]
    [InlineData("", "ends in the middle")]
    [InlineData(" \n ", "ends in the middle")]
    public void The_whole(string text, string says) => Assert.Contains(says, Refusal(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("3", "cell 2: is not an object")]
    [InlineData("""{"cell_type": "raw", "id": "b", "metadata": {"format": 1}, "source": ""}""", "\"format\" is not a text")]
    [InlineData("""{"cell_type": "raw", "id": "b", "metadata": {"name": ""}, "source": ""}""", "\"name\" in its metadata")]
    [InlineData("""{"cell_type": "raw", "id": "b", "metadata": {"jupyter": 1}, "source": ""}""", "\"jupyter\" is not an object")]
    [InlineData("""{"cell_type": "markdown", "id": "b", "metadata": {}, "source": "", "attachments": {"x": {"image/png": 1}}}""", "attachment \"x\": \"image/png\"")]
    [InlineData("""{"cell_type": "code", "id": "b", "metadata": {"collapsed": 1}, "source": "", "outputs": [], "execution_count": 1}""", "\"collapsed\"")]
    [InlineData("""{"cell_type": "code", "id": "b", "metadata": {"scrolled": "no"}, "source": "", "outputs": [], "execution_count": 1}""", "\"scrolled\"")]
    [InlineData("""{"cell_type": "code", "id": "b", "metadata": {"execution": {"x": 1}}, "source": "", "outputs": [], "execution_count": 1}""", "\"execution\"")]
    [InlineData("""{"cell_type": "markdown", "metadata": {}, "source": ""}""", "cell 2: has no id")]
    [InlineData("""{"cell_type": "markdown", "id": 7, "metadata": {}, "source": ""}""", "cell 2: its id is not a text")]
    [InlineData("""{"cell_type": "markdown", "id": "a b", "metadata": {}, "source": ""}""", "cell 2: the id \"a b\"")]
    [InlineData("""{"cell_type": "markdown", "id": "", "metadata": {}, "source": ""}""", "cell 2: the id \"\"")]
    [InlineData("""{"cell_type": "markdown", "id": "a", "metadata": {}, "source": ""}""", "cell 2: has the id \"a\" of cell 1")]
    [InlineData("""{"cell_type": "heading", "id": "b", "metadata": {}, "source": ""}""", "cell 2 (id b): \"cell_type\" is \"heading\"")]
    [InlineData("""{"cell_type": "markdown", "id": "b", "metadata": {}}""", "\"source\" is missing")]
    [InlineData("""{"cell_type": "markdown", "id": "b", "source": ""}""", "\"metadata\" is missing")]
    [InlineData("""{"cell_type": "markdown", "id": "b", "metadata": {}, "source": ["x", 1]}""", "\"source\" is neither a text nor a list of texts")]
    [InlineData("""{"cell_type": "markdown", "id": "b", "metadata": {}, "source": "", "outputs": []}""", "\"outputs\" is not a key")]
    [InlineData("""{"cell_type": "markdown", "id": "b", "metadata": {}, "source": "", "attachments": {"x": 1}}""", "the attachment \"x\"")]
    [InlineData("""{"cell_type": "markdown", "id": "b", "metadata": {"tags": "x"}, "source": ""}""", "\"tags\"")]
    [InlineData("""{"cell_type": "markdown", "id": "b", "metadata": {"tags": ["x", "x"]}, "source": ""}""", "a tag stands twice")]
    [InlineData("""{"cell_type": "markdown", "id": "b", "metadata": {"tags": ["x,y"]}, "source": ""}""", "\"tags\"")]
    [InlineData("""{"cell_type": "code", "id": "b", "metadata": {}, "source": "", "outputs": []}""", "\"execution_count\" is missing")]
    [InlineData("""{"cell_type": "code", "id": "b", "metadata": {}, "source": "", "outputs": [], "execution_count": 1.5}""", "\"execution_count\" is 1.5")]
    [InlineData("""{"cell_type": "code", "id": "b", "metadata": {}, "source": "", "outputs": [], "execution_count": -1}""", "\"execution_count\" is -1")]
    [InlineData("""{"cell_type": "code", "id": "b", "metadata": {}, "source": "", "outputs": [], "execution_count": 123456789012345678901234567890}""", "\"execution_count\" is 123456789012345678901234567890")]
    [InlineData("""{"cell_type": "code", "id": "b", "metadata": {}, "source": "", "outputs": {}, "execution_count": 1}""", "\"outputs\" is not a list")]
    public void A_cell(string cell, string says) => Assert.Contains(says, Refusal(WithCell(cell)), StringComparison.Ordinal);

    [Theory]
    [InlineData("1", "is not an object")]
    [InlineData("{}", "\"output_type\" is missing")]
    [InlineData("""{"output_type": "pyout"}""", "\"output_type\" is \"pyout\"")]
    [InlineData("""{"output_type": "stream", "text": ""}""", "\"name\" is missing")]
    [InlineData("""{"output_type": "stream", "name": "stdout", "text": 3}""", "\"text\"")]
    [InlineData("""{"output_type": "display_data", "metadata": {}, "data": []}""", "\"data\" is not an object")]
    [InlineData("""{"output_type": "display_data", "metadata": {}, "data": {"text/plain": {}}}""", "\"text/plain\"")]
    [InlineData("""{"output_type": "display_data", "data": {}}""", "\"metadata\" is missing")]
    [InlineData("""{"output_type": "execute_result", "metadata": {}, "data": {}}""", "\"execution_count\" is missing")]
    [InlineData("""{"output_type": "error", "ename": "E", "evalue": "v", "traceback": "x"}""", "\"traceback\"")]
    public void An_output(string output, string says)
    {
        var message = Refusal(WithOutput(output));
        Assert.StartsWith("lesson.ipynb: cell 2 (id b): output 1: ", message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_without_end()
    {
        Assert.Contains("nest deeper", Refusal(new string('[', 1_000_000)), StringComparison.Ordinal);
        Assert.Contains("nest deeper", Refusal(string.Concat(Enumerable.Repeat("{\"a\":", 100_000))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_nests_too_deep_is_not_written_either()
    {
        using var folder = new TemporaryFolder();
        var notebook = Notebook.Create();
        JsonNode deep = new JsonArray();
        for (var level = 0; level < JsonReaderDepth; level++)
        {
            deep = new JsonArray(deep);
        }

        notebook.Metadata["deep"] = deep;
        Assert.Throws<NotebookFormatException>(() => notebook.Write(folder.At("deep.ipynb")));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    private const int JsonReaderDepth = 130;

    [Fact]
    public void Bytes_that_are_not_UTF8_are_named_by_line_and_value()
    {
        Assert.Contains("line 2: byte 0xE9 is not UTF-8", Refusal([.. "{\n\"caf"u8, 0xE9, .. "\": 1}"u8]), StringComparison.Ordinal);
        Assert.Contains("line 1: byte 0xC3", Refusal([.. "{\"a"u8, 0xC3]), StringComparison.Ordinal);
        Assert.Contains("is UTF-16", Refusal([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{}")]), StringComparison.Ordinal);
        Assert.Contains("half of a surrogate pair", Refusal("{\"\ud83d\": 1}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_a_hundred_megabytes()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("long.ipynb");
        using (var file = new StreamWriter(path))
        {
            file.Write("{\"cells\": [\"");
            var block = new string('x', 1 << 20);
            for (var count = 0; count < 100; count++)
            {
                file.Write(block);
            }
        }

        var message = Assert.Throws<NotebookFormatException>(() => Notebook.Read(path)).Message;
        Assert.StartsWith(path, message, StringComparison.Ordinal);
        Assert.Contains("larger than 64 MiB", message, StringComparison.Ordinal);
        File.WriteAllText(path, "{\"cells\": [\"" + new string('x', 60 << 20));
        Assert.Contains("ends in the middle", Assert.Throws<NotebookFormatException>(() => Notebook.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_file_at_all()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("is a folder", Assert.Throws<NotebookFormatException>(() => Notebook.Read(folder.Path)).Message, StringComparison.Ordinal);
        Assert.Contains("no such file", Assert.Throws<NotebookFormatException>(() => Notebook.Read(folder.At("none.ipynb"))).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be read", Assert.Throws<NotebookFormatException>(() => Notebook.Read("a\0b")).Message, StringComparison.Ordinal);
        File.WriteAllText(folder.At("empty.ipynb"), "");
        Assert.Contains("is empty", Assert.Throws<NotebookFormatException>(() => Notebook.Read(folder.At("empty.ipynb"))).Message, StringComparison.Ordinal);
        Assert.Throws<NotebookFormatException>(() => Notebook.Read("/dev/zero"));
    }

    private static void Collect(JsonNode? node, object[] path, List<object[]> paths)
    {
        paths.Add(path);
        switch (node)
        {
            case JsonObject map:
                foreach (var (key, value) in map)
                {
                    Collect(value, [.. path, key], paths);
                }

                break;
            case JsonArray array:
                for (var index = 0; index < array.Count; index++)
                {
                    Collect(array[index], [.. path, index], paths);
                }

                break;
            default:
                break;
        }
    }

    private static string Mutate(object[] path, string? replacement)
    {
        if (path.Length == 0)
        {
            return replacement ?? "";
        }

        var root = JsonNode.Parse(Sound)!;
        var owner = path[..^1].Aggregate(root, (node, step) => step is string key ? node[key]! : node[(int)step]!);
        switch (path[^1])
        {
            case string key when replacement is null:
                owner.AsObject().Remove(key);
                break;
            case string key:
                owner[key] = JsonNode.Parse(replacement);
                break;
            case int index when replacement is null:
                owner.AsArray().RemoveAt(index);
                break;
            case int index:
                owner[index] = JsonNode.Parse(replacement);
                break;
            default:
                break;
        }

        return root.ToJsonString();
    }
}
