using Kit.TestSupport;

namespace Kit.Notebooks.Tests.Session;

/// <summary>Libraries are compiled by the tests; each has a name of its own, since a loaded one cannot be replaced.</summary>
public class ReferenceTests
{
    [Fact]
    public void One_reference_brings_what_lies_beside_and_is_needed()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("bin"));
        var inner = Library.Compile(folder.At("bin", "RefInner.dll"), "namespace RefInner; public class Deep { public int Value => 42; }");
        Library.Compile(folder.At("bin", "RefOuter.dll"), "namespace RefOuter; public class Top { public RefInner.Deep Deep => new(); }", inner);
        var cells = new Cells(folder.Path);
        Assert.Equal("42", cells.Run("#r \"bin/RefOuter.dll\"\nnew RefOuter.Top().Deep.Value").Result);
        Assert.Equal("42", cells.Run("#r \"bin/RefOuter.dll\"\nnew RefInner.Deep().Value").Result);
    }

    [Fact]
    public void What_the_build_lists_as_a_dependency_is_usable_even_if_the_library_does_not_use_it()
    {
        using var folder = new TemporaryFolder();
        Library.Compile(folder.At("RefListed.dll"), "namespace RefListed; public static class L { public static int N => 7; }");
        Library.Compile(folder.At("RefLister.dll"), "namespace RefLister; public class A;");
        File.WriteAllText(folder.At("RefLister.deps.json"), """{ "targets": { "net": { "RefListed/1": { "runtime": { "lib/net10.0/RefListed.dll": { }, "lib/Absent.dll": { } } } } } }""");
        Assert.Equal("7", new Cells(folder.Path).Run("#r \"RefLister.dll\"\nRefListed.L.N").Result);
    }

    [Fact]
    public void Extension_members_of_a_library_work_in_cells()
    {
        using var folder = new TemporaryFolder();
        Library.Compile(folder.At("RefExtensions.dll"), "namespace RefExtensions; public static class E { extension(int i) { public int Tripled => 3 * i; } }");
        Assert.Equal("12", new Cells(folder.Path).Run("#r \"RefExtensions.dll\"\nusing RefExtensions;\n4.Tripled").Result);
    }

    [Fact]
    public void A_reference_stays_when_the_cell_that_makes_it_does_not_compile()
    {
        using var folder = new TemporaryFolder();
        Library.Compile(folder.At("RefKept.dll"), "namespace RefKept; public static class K { public static int N => 9; }");
        var cells = new Cells(folder.Path);
        cells.Fail("#r \"RefKept.dll\"\nundefined");
        Assert.Equal("9", cells.Run("RefKept.K.N").Result);
    }

    [Fact]
    public void Formatters_of_a_library_are_registered_when_it_is_referenced()
    {
        using var folder = new TemporaryFolder();
        Library.Compile(folder.At("RefFormats.dll"), """
            using Kit.Display;
            [assembly: DisplayExtension(typeof(RefFormats.Registrar))]
            namespace RefFormats;
            public class Shape;
            public static class Registrar
            {
                public static void Register() => Formatter.Register<Shape>(_ => new MimeBundle().With("text/html", "<b>shape</b>").With("text/plain", "a shape"));
            }
            """, typeof(Kit.Display.Formatter).Assembly.Location);
        Assert.Equal("<b>shape</b>", new Cells(folder.Path).Run("#r \"RefFormats.dll\"\nnew RefFormats.Shape()").Results.Single().Text("text/html"));
    }

    [Fact]
    public void Another_library_of_the_same_name_is_refused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("other"));
        Library.Compile(folder.At("RefTwin.dll"), "namespace RefTwin; public class A;");
        Library.Compile(folder.At("other", "RefTwin.dll"), "namespace RefTwin; public class B;");
        var cells = new Cells(folder.Path);
        cells.Run("#r \"RefTwin.dll\"");
        Assert.Contains("Restart it", cells.Fail("#r \"other/RefTwin.dll\"").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_library_is_refused()
    {
        using var folder = new TemporaryFolder();
        Library.Compile(folder.At("RefCut.dll"), "public class A;");
        var bytes = File.ReadAllBytes(folder.At("RefCut.dll"));
        foreach (var length in (int[])[0, 1, 64, 200, bytes.Length / 2])
        {
            File.WriteAllBytes(folder.At("RefCut.dll"), bytes[..length]);
            Assert.Equal("DirectiveError", new Cells(folder.Path).Fail("#r \"RefCut.dll\"").Name);
        }
    }
}
