namespace Kit.Notebooks.Tests.Session;

/// <summary>What the language of cells can do; cells are separated by lines of three dashes, the last one has the result.</summary>
public class LanguageTests
{
    [Theory]
    [InlineData("state", "var x = 20;\n---\nx + 1", "21")]
    [InlineData("redeclared variable of another type", "var x = 1;\n---\nvar x = \"now a text\";\n---\nx.Length", "10")]
    [InlineData("top-level await", "await Task.Delay(1);\nvar x = await Task.FromResult(7);\n---\nx", "7")]
    [InlineData("async streams", "async IAsyncEnumerable<int> Count() { for (var i = 1; i < 4; i++) { await Task.Yield(); yield return i; } }\n---\nvar sum = 0;\nawait foreach (var i in Count()) sum += i;\nsum", "6")]
    [InlineData("redefined class", "class A { public int V => 1; }\nvar a = new A();\n---\nclass A { public int V => 2; }\n---\nnew A().V", "2")]
    [InlineData("an old instance keeps its old type", "class A { }\nobject a = new A();\n---\nclass A { }\n---\na is A", "False")]
    [InlineData("redefined record", "record P(int X);\n---\nrecord P(int X, int Y);\n---\nnew P(1, 2).ToString()", "P { X = 1, Y = 2 }")]
    [InlineData("redefined method", "int F() => 1;\n---\nint F() => 2;\n---\nF()", "2")]
    [InlineData("overload in a later cell", "string F(int x) => \"int\";\n---\nstring F(string x) => \"text\";\n---\nF(1) + F(\"a\")", "inttext")]
    [InlineData("record with", "record P(int X, int Y);\n---\n(new P(1, 2) with { Y = 5 }).Y", "5")]
    [InlineData("using static", "using static System.Math;\n---\nMax(3, 4)", "4")]
    [InlineData("using alias of a tuple", "using Point = (int X, int Y);\nPoint p = (1, 2);\n---\np.Y", "2")]
    [InlineData("nullable directive", "#nullable enable\nstring? s = null;\ns?.Length ?? -1", "-1")]
    [InlineData("unsafe", "unsafe int First(int[] a) { fixed (int* p = a) return *p; }\n---\nFirst([5, 6])", "5")]
    [InlineData("dynamic", "dynamic d = \"abc\";\n---\nd.Length + 1", "4")]
    [InlineData("LINQ", "var q = from i in Enumerable.Range(1, 5) where i % 2 == 1 select i * i;\n---\nq.Sum()", "35")]
    [InlineData("anonymous types across cells", "var a = new { N = 3 };\n---\na.N", "3")]
    [InlineData("generic mathematics", "T Sum<T>(params T[] xs) where T : System.Numerics.INumber<T> { var s = T.Zero; foreach (var x in xs) s += x; return s; }\n---\nSum(1.5, 2.5)", "4")]
    [InlineData("static abstract members", "interface INamed { static abstract string Name { get; } }\nclass A : INamed { public static string Name => \"a\"; }\nstring N<T>() where T : INamed => T.Name;\n---\nN<A>()", "a")]
    [InlineData("inline arrays", "[System.Runtime.CompilerServices.InlineArray(3)] struct Three { int _first; }\n---\nvar t = new Three();\nt[2] = 9;\nt[2]", "9")]
    [InlineData("return", "return 5;", "5")]
    [InlineData("return in the middle", "if (1 < 2) return \"early\";\nreturn \"late\";", "early")]
    [InlineData("extension method at top level", "static int Twice(this int i) => 2 * i;\n---\n4.Twice()", "8")]
    [InlineData("pattern matching", "object o = (1, \"x\");\n---\no switch { (int i, string s) => s + i, _ => \"\" }", "x1")]
    [InlineData("collection expressions and spread", "int[] a = [1, 2];\n---\nint[] b = [..a, 3];\nb.Length", "3")]
    [InlineData("raw strings", "var s = \"\"\"\n    #r \"not a directive\"\n    \"\"\";\ns.Length", "20")]
    [InlineData("local functions capture", "var n = 1;\nvoid Add() { n += 2; }\nAdd();\n---\nAdd();\nn", "5")]
    [InlineData("lambdas see later assignments", "var n = 1;\nFunc<int> f = () => n;\n---\nn = 8;\n---\nf()", "8")]
    [InlineData("events and delegates", "Action<int>? seen = null;\nvar got = 0;\nseen += x => got = x;\n---\nseen(3);\ngot", "3")]
    [InlineData("iterator", "IEnumerable<int> Evens() { for (var i = 0; ; i += 2) yield return i; }\n---\nEvens().ElementAt(3)", "6")]
    [InlineData("goto", "var i = 0;\nagain: if (++i < 4) goto again;\ni", "4")]
    [InlineData("deconstruction", "var (a, b) = (1, 2);\n---\na + b", "3")]
    [InlineData("ref locals in a block", "int[] a = [1, 2];\n{ ref var r = ref a[1]; r = 7; }\na[1]", "7")]
    [InlineData("span in a block", "var sum = 0;\n{ Span<int> s = stackalloc int[] { 1, 2, 3 }; foreach (var x in s) sum += x; }\nsum", "6")]
    [InlineData("checked arithmetic", "var caught = false;\ntry { checked { var m = int.MaxValue; m++; } } catch (OverflowException) { caught = true; }\ncaught", "True")]
    [InlineData("required and init", "class A { public required int X { get; init; } }\n---\nnew A { X = 4 }.X", "4")]
    [InlineData("primary constructors", "class A(int x) { public int Twice => 2 * x; }\n---\nnew A(4).Twice", "8")]
    [InlineData("field keyword", "class A { public int X { get; set => field = Math.Abs(value); } }\n---\nnew A { X = -3 }.X", "3")]
    [InlineData("null-conditional assignment", "class A { public int X; }\nA? none = null;\nvar some = new A();\n---\nnone?.X = 1;\nsome?.X = 2;\nsome.X", "2")]
    [InlineData("nameof of an open generic", "nameof(List<>)", "List")]
    [InlineData("implicit span conversions", "int Count(ReadOnlySpan<char> s) => s.Length;\n---\nCount(\"abcd\")", "4")]
    [InlineData("modifiers of lambda parameters", "delegate bool Try(string s, out int n);\nTry t = (s, out n) => int.TryParse(s, out n);\n---\nt(\"12\", out var n) ? n : -1", "12")]
    [InlineData("partial constructors", "partial class A { public partial A(int x); public int X; }\npartial class A { public partial A(int x) { X = x; } }\n---\nnew A(6).X", "6")]
    [InlineData("user-defined compound assignment", "class Counter { public int N; public void operator +=(int n) => N += n; }\nvar c = new Counter();\n---\nc += 5;\nc.N", "5")]
    [InlineData("unicode names", "var größe = 3;\nvar 数 = 4;\n---\ngröße * 数", "12")]
    [InlineData("a null result is shown", "string? s = null;\ns", "<null>")]
    [InlineData("an awaited value is the result", "await Task.FromResult(\"yes\")", "yes")]
    [InlineData("conditional compilation", "#if NEVER\n#r \"missing.dll\"\n#endif\n3", "3")]
    public void Runs(string what, string cells, string result)
    {
        _ = what;
        var session = new Cells();
        var last = Array.ConvertAll(cells.Split("\n---\n"), session.Run)[^1];
        Assert.Equal(result, last.Result);
    }

    [Theory]
    [InlineData("var x = 1;")]
    [InlineData("Console.Write(1)")]
    [InlineData("Console.Write(1);")]
    [InlineData("await Task.CompletedTask")]
    [InlineData("void F() { }")]
    [InlineData("using System.IO;")]
    [InlineData("// nothing")]
    [InlineData("")]
    public void Shows_no_result(string cell) => Assert.Empty(new Cells().Run(cell).Results);

    [Theory]
    [InlineData("static class E { public static int Twice(this int i) => 2 * i; }", "CS1109", "at top level, without the class")]
    [InlineData("static class E { extension(int i) { public int Twice => 2 * i; } }", "CS9283", "compiled library")]
    [InlineData("namespace N { class A { } }", "CS7021", "compiled library")]
    [InlineData("var x = 1;\nclass A { public int Y() => x; }", "CS0120", "pass the variable in")]
    [InlineData("Span<int> s = new int[3];", "CS8345", "into a method")]
    [InlineData("1+1;", "CS0201", "without a semicolon")]
    [InlineData("using System.Text.RegularExpressions;\npartial class A { [GeneratedRegex(\"a\")] public static partial Regex R(); }", "CS8795", "compiled library")]
    [InlineData("#:package Newtonsoft.Json@13.0.3", "CS9298", "#r \"nuget:")]
    public void Refuses_with_a_hint(string cell, string code, string hint)
    {
        var error = new Cells().Fail(cell);
        Assert.Equal("CompilationError", error.Name);
        Assert.Contains(error.Traceback, line => line.Contains(code, StringComparison.Ordinal));
        Assert.Contains(error.Traceback, line => line.Contains("hint: ", StringComparison.Ordinal) && line.Contains(hint, StringComparison.Ordinal));
    }

    [Fact]
    public void The_language_is_that_of_the_sdk_and_not_the_newer_one_of_the_compiler()
    {
        Assert.Equal(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp14, Notebooks.Session.CellSource.ParseOptions.LanguageVersion);
        Assert.Contains("14", string.Join(' ', new Cells().Fail("#error version").Traceback), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("File.Exists(\"x\")")]
    [InlineData("Thread.Sleep(0)")]
    [InlineData("new HttpClient()")]
    public void No_more_is_imported_than_by_the_old_kernel(string cell) =>
        Assert.Matches("CS0103|CS0246", new Cells().Fail(cell).Message);

    [Fact]
    public void A_compile_error_marks_its_place_and_leaves_the_session_as_it_was()
    {
        var cells = new Cells();
        cells.Run("var x = 1;");
        var error = cells.Fail("x = 2;\n\tx = undefined + 1;");
        Assert.Equal("Cell 2, line 2: CS0103: The name 'undefined' does not exist in the current context", error.Message);
        Assert.Equal([error.Message, "    \tx = undefined + 1;", "    \t    ~~~~~~~~~"], error.Traceback);
        Assert.Equal("1", cells.Run("x").Result);
    }

    [Fact]
    public void Variables_assigned_before_an_exception_keep_their_values()
    {
        var cells = new Cells();
        cells.Fail("var x = 1;\nx = 2;\nthrow new Exception();");
        Assert.Equal("2", cells.Run("x").Result);
    }

    [Fact]
    public void Garbage_is_refused_and_the_next_cell_runs()
    {
        var cells = new Cells();
        foreach (var garbage in (string[])["}{", "\"unterminated", "/* open", "#!", "#r", "\0\u0001", "\ud800", "class", new string('(', 400)])
        {
            Assert.True(cells.Try(garbage).Error is null or { Name: "CompilationError" or "DirectiveError" }, garbage);
        }

        Assert.Equal("2", cells.Run("1 + 1").Result);
    }
}
