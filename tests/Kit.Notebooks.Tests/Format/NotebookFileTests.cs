using System.Text.Json.Nodes;
using Kit.Notebooks.Format;
using Kit.TestSupport;

namespace Kit.Notebooks.Tests.Format;

public class NotebookFileTests
{
    [Fact]
    public void A_new_file_is_written()
    {
        using var folder = new TemporaryFolder();
        Notebook.Create().Write(folder.At("new.ipynb"));
        Assert.Equal(Notebook.Create().ToText(), File.ReadAllText(folder.At("new.ipynb")));
    }

    [Fact]
    public void A_written_file_replaces_the_old_one_and_leaves_nothing_beside_it()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("ein Büchlein.ipynb");
        File.WriteAllText(path, "old");
        var notebook = Notebook.Create();
        notebook.AddMarkdown("x");
        notebook.Write(path);
        Assert.Equal(notebook.ToText(), File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void What_is_not_valid_is_not_written_and_the_old_file_stays()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("a.ipynb");
        File.WriteAllText(path, "old");
        var notebook = Notebook.Create();
        notebook.AddCode("x").Outputs.Add(new JsonObject { ["output_type"] = "unheard" });
        var refusal = Assert.Throws<NotebookFormatException>(() => notebook.Write(path));
        Assert.Contains("cell 1", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_target_that_cannot_be_replaced_leaves_no_temporary_file()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("a.ipynb", "inside"));
        Assert.ThrowsAny<Exception>(() => Notebook.Create().Write(folder.At("a.ipynb")));
        Assert.Equal([folder.At("a.ipynb")], Directory.GetFileSystemEntries(folder.Path));
        Assert.Throws<DirectoryNotFoundException>(() => Notebook.Create().Write(folder.At("no", "such", "folder.ipynb")));
    }

    [Fact]
    public void A_link_stays_a_link_and_what_it_points_to_is_written()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("real.ipynb"), "old");
        File.CreateSymbolicLink(folder.At("link.ipynb"), "real.ipynb");
        Notebook.Create().Write(folder.At("link.ipynb"));
        Assert.Equal("real.ipynb", new FileInfo(folder.At("link.ipynb")).LinkTarget);
        Assert.Equal(Notebook.Create().ToText(), File.ReadAllText(folder.At("real.ipynb")));
    }
}
