using Kit.TestSupport;

namespace Kit.Notebooks.Tests.Session;

public class TracebackTests
{
    [Fact]
    public void Names_cells_lines_and_their_text()
    {
        var cells = new Cells();
        cells.Run("int F(int x)\n{\n    if (x == 0) throw new InvalidOperationException(\"no more\");\n    return F(x - 1);\n}");
        var error = cells.Fail("var a = 1;\nF(a);");
        Assert.Equal("System.InvalidOperationException", error.Name);
        Assert.Equal("no more", error.Message);
        Assert.Equal(
            [
                "System.InvalidOperationException: no more",
                "   at Cell 1, line 3, in F",
                "      if (x == 0) throw new InvalidOperationException(\"no more\");",
                "   at Cell 1, line 4, in F",
                "      return F(x - 1);",
                "   at Cell 2, line 2",
                "      F(a);",
            ],
            error.Traceback);
    }

    [Fact]
    public void Names_what_an_awaited_method_a_lambda_and_a_local_function_were_called()
    {
        var cells = new Cells();
        cells.Run("class Walker\n{\n    public async Task Walk() { await Task.Yield(); Fall(); void Fall() => throw new NotSupportedException(\"here\"); }\n}");
        var error = cells.Fail("Func<Task> go = async () => await new Walker().Walk();\nawait go();");
        Assert.Equal(
            ["   at Cell 1, line 3, in Walker.Fall", "   at Cell 1, line 3, in Walker.Walk", "   at Cell 2, line 1, in a lambda", "   at Cell 2, line 2"],
            error.Traceback.Where(line => line.StartsWith("   at", StringComparison.Ordinal)));
    }

    [Fact]
    public void Tells_the_causes()
    {
        var error = new Cells().Fail("try { int.Parse(\"x\"); } catch (Exception e) { throw new ArgumentException(\"outer\", e); }");
        Assert.Equal("outer", error.Message);
        Assert.Contains(error.Traceback, line => line.StartsWith("caused by System.FormatException: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Shows_both_ends_of_a_deep_recursion()
    {
        var error = new Cells().Fail("int F(int n) => n == 0 ? throw new Exception(\"deep\") : 1 + F(n - 1);\nF(500)");
        Assert.InRange(error.Traceback.Count, 10, 22);
        Assert.Contains(error.Traceback, line => line.Contains("more lines", StringComparison.Ordinal));
    }

    [Fact]
    public void Holds_no_path_of_this_machine()
    {
        using var folder = new TemporaryFolder();
        var cells = new Cells(folder.Path);
        var error = cells.Fail("System.IO.File.ReadAllText(\"missing.csv\")");
        Assert.Equal("System.IO.FileNotFoundException", error.Name);
        Assert.All([error.Message, .. error.Traceback], line => Assert.DoesNotContain(folder.Path, line, StringComparison.Ordinal));

        var compiled = cells.Fail("System.IO.File.ReadAllText(System.IO.Path.GetFullPath(\"" + folder.At("sub", "x.csv") + "\"))");
        Assert.Equal("Could not find a part of the path 'sub/x.csv'.", compiled.Message);
    }

    [Fact]
    public void Survives_an_exception_whose_message_throws()
    {
        var error = new Cells().Fail("class Bad : Exception { public override string Message => throw new Exception(); }\nthrow new Bad();");
        Assert.Equal("Bad", error.Name);
    }

    [Fact]
    public void A_value_that_cannot_be_formatted_says_why() =>
        Assert.Contains("not today", new Cells().Run("class Bad { public override string ToString() => throw new InvalidCastException(\"not today\"); }\nnew Bad()").Result, StringComparison.Ordinal);
}
