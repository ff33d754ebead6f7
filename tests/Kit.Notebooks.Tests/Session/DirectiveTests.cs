using Kit.TestSupport;

namespace Kit.Notebooks.Tests.Session;

public class DirectiveTests
{
    [Fact]
    public void A_loaded_file_declares_what_the_next_cells_use()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("sub"));
        File.WriteAllText(folder.At("sub", "inner.cs"), "int Inner() => 4;");
        File.WriteAllText(folder.At("outer.csx"), "#load \"sub/inner.cs\"\nint Outer() => 10 * Inner();");
        var cells = new Cells(folder.Path);
        Assert.Equal("40", cells.Run("#load \"outer.csx\"\nOuter()").Result);
        Assert.Equal("4", cells.Run("Inner()").Result);
    }

    [Fact]
    public void The_code_of_an_imported_notebook_is_run_and_its_other_cells_are_not()
    {
        using var folder = new TemporaryFolder();
        var notebook = Notebooks.Format.Notebook.Create();
        notebook.AddMarkdown("# prose");
        notebook.AddCode("var a = 1;\na");
        notebook.AddCode("<b>not C#</b>").Language = "html";
        notebook.AddCode("a += 2;");
        notebook.Write(folder.At("first.ipynb"));
        var cells = new Cells(folder.Path);
        Assert.Empty(cells.Run("#!import first.ipynb").Results);
        Assert.Equal("3", cells.Run("a").Result);
    }

    [Theory]
    [InlineData("#load \"round.csx\"")]
    [InlineData("#r \"round.csx\"")]
    [InlineData("#r \"/dev/zero\"")]
    [InlineData("#!import /dev/zero")]
    public void A_link_to_itself_or_a_device_is_refused_as_a_directive(string line)
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.At("round.csx"), "round.csx");
        var error = new Cells(folder.Path).Fail(line);
        Assert.Equal("DirectiveError", error.Name);
        Assert.StartsWith("Cell 1, line 1: #", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_in_a_loaded_file_names_the_file_the_line_and_the_cell()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("bad.cs"), "var x = 1;\nint y = \"text\";");
        var error = new Cells(folder.Path).Fail("\n#load \"bad.cs\"");
        Assert.StartsWith("bad.cs, line 2: CS0029", error.Message, StringComparison.Ordinal);
        Assert.Equal("   loaded by Cell 1, line 2", error.Traceback[^1]);
    }

    [SkippableTheory]
    [InlineData("#load \"https://example.org/x.cs\"", "is an address; only local files")]
    [InlineData("#!import file:///etc/passwd", "is an address; only local files")]
    [InlineData("#load \"folder\"", "is a folder")]
    [InlineData("#load \"/dev/zero\"", "not a regular file")]
    [InlineData("#load \"link-to-zero.cs\"", "not a regular file")]
    [InlineData("#load \"/proc/self/environ\"", "not a regular file")]
    [InlineData("#load \"missing.cs\"", "there is no such file")]
    [InlineData("#load \"large.cs\"", "has 10,000,001 bytes")]
    [InlineData("#load \"cycle-a.cs\"", "circle: cycle-a.cs → cycle-b.cs → cycle-a.cs")]
    [InlineData("#load \"self.csx\"", "circle: self.csx → self.csx")]
    [InlineData("#load \"text.txt\"", "neither a .cs, a .csx nor an .ipynb file")]
    [InlineData("#load \"broken.ipynb\"", "broken.ipynb")]
    [InlineData("#load", "needs a name in quotes")]
    [InlineData("#load missing.cs", "needs a name in quotes")]
    [InlineData("#r", "needs a name in quotes")]
    [InlineData("#r \"../artifacts/bin/Kit/release/Missing.dll\"", "build it first: ./kit build")]
    [InlineData("#r \"text.txt\"", "is not a .NET assembly")]
    [InlineData("#r \"nuget:\"", "write #r \"nuget: Name, Version\"")]
    [InlineData("#r \"nuget: A\\\" /><x y=\\\"\"", "write #r \"nuget: Name, Version\"")]
    [InlineData("#i \"https://example.org\"", "write #i \"nuget: ")]
    [InlineData("#!fsharp\nlet x = 1", "#!fsharp is not known here")]
    [InlineData("#!share x --from python", "#!share is not known here")]
    public void A_directive_that_cannot_be_followed_is_refused_with_cell_line_and_reason(string line, string reason)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs /dev and /proc");
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("folder"));
        File.WriteAllText(folder.At("cycle-a.cs"), "#load \"cycle-b.cs\"");
        File.WriteAllText(folder.At("cycle-b.cs"), "#load \"cycle-a.cs\"");
        File.WriteAllText(folder.At("self.csx"), "#load \"self.csx\"");
        File.WriteAllText(folder.At("text.txt"), "text");
        File.WriteAllText(folder.At("broken.ipynb"), "{ \"cells\": 3 }");
        using (var large = File.Create(folder.At("large.cs")))
        {
            large.SetLength(10_000_001);
        }

        File.CreateSymbolicLink(folder.At("link-to-zero.cs"), "/dev/zero");
        var cells = new Cells(folder.Path);
        var error = cells.Fail("var before = 1;\n" + line);
        Assert.Equal("DirectiveError", error.Name);
        var message = string.Join('\n', error.Traceback);
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.Matches(@"^(Cell 1, line 2|cycle-b\.cs, line 1|self\.csx, line 1): ", message);
        Assert.DoesNotContain(folder.Path, message, StringComparison.Ordinal);
        Assert.Equal("2", cells.Run("1 + 1").Result);
    }

    [Theory]
    [InlineData("// #load \"missing.cs\"\n1", "1")]
    [InlineData("/*\n#load \"missing.cs\"\n*/\n2", "2")]
    [InlineData("var s = @\"\n#load \"\"missing.cs\"\"\n\";\n3", "3")]
    public void What_only_looks_like_a_directive_is_left_alone(string cell, string result) => Assert.Equal(result, new Cells().Run(cell).Result);

    [Fact]
    public void The_framework_is_referenced_already() => Assert.Equal("1", new Cells().Run("#r \"System.Net.Http\"\n#r \"System.Xml.dll\"\n1").Result);

    [Fact]
    public void Other_languages_are_shown_and_csharp_goes_on()
    {
        var sink = new Cells().Run("var x = 1;\n#!html\n<b>it's \"bold\"</b>\n\n#!markdown\n*prose*\n#!csharp\nx + 1");
        Assert.Equal("<b>it's \"bold\"</b>\n", sink.Displayed[0].Bundle.Text("text/html"));
        Assert.Equal("*prose*", sink.Displayed[1].Bundle.Text("text/markdown"));
        Assert.Equal("2", sink.Result);
    }

    [Fact]
    public void Lines_keep_their_numbers_behind_directives_and_other_languages()
    {
        var error = new Cells().Fail("#!time\n#!html\n<b>\n#!csharp\nundefined");
        Assert.StartsWith("Cell 1, line 5: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_and_variables_are_shown()
    {
        var cells = new Cells();
        Assert.StartsWith("Wall time: ", cells.Run("#!time\nvar n = 3;").Displayed.Single().Bundle.Text("text/plain"), StringComparison.Ordinal);
        cells.Run("var n = \"<x>\";");
        Assert.Equal("n\tString\t<x>", cells.Run("#!whos").Displayed.Single().Bundle.Text("text/plain"));
        Assert.Contains("&lt;x&gt;", cells.Run("#!whos").Displayed.Single().Bundle.Text("text/html"), StringComparison.Ordinal);
    }
}
