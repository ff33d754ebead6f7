using System.Text.Json.Nodes;
using Kit.Notebooks.Checking;
using Kit.Notebooks.Format;

namespace Kit.Notebooks.Tests.Checking;

public class FingerprintTests
{
    [Fact]
    public void What_is_stored_is_what_is_read()
    {
        var notebook = Notebook.Create();
        Assert.Null(Fingerprint.Of(notebook));
        var fingerprint = Fingerprint.Current("torch 2.6", "openblas 0.3.21", threads: 2);
        fingerprint.Store(notebook);
        Assert.Equal(fingerprint, Fingerprint.Of(Notebook.Parse(notebook.ToText())));
        Assert.Equal("", fingerprint.Difference(Fingerprint.Of(notebook)!));
    }

    [Fact]
    public void It_tells_nothing_about_host_user_or_path()
    {
        var notebook = Notebook.Create();
        Fingerprint.Current().Store(notebook);
        var stored = notebook.Metadata["kit"]!["fingerprint"]!.AsObject();
        Assert.Equal(["architecture", "blas", "cpu", "dotnet", "engine", "threads"], stored.Select(entry => entry.Key));
        Assert.Matches("^[a-z0-9]+$", (string?)stored["architecture"]);
        Assert.Matches("^[a-z0-9. ]*$", (string?)stored["cpu"]);
        Assert.Equal(("none", "none", 1, 10), ((string?)stored["engine"], (string?)stored["blas"], (int)stored["threads"]!, (int)stored["dotnet"]!));
    }

    [Fact]
    public void One_that_is_half_is_none()
    {
        var notebook = Notebook.Create();
        Fingerprint.Current().Store(notebook);
        notebook.Metadata["kit"]!["fingerprint"]!.AsObject().Remove("cpu");
        Assert.Null(Fingerprint.Of(notebook));
        notebook.Metadata["kit"] = new JsonArray();
        Assert.Null(Fingerprint.Of(notebook));
    }

    [Fact]
    public void The_difference_names_what_differs()
    {
        var here = new Fingerprint { Architecture = "x64", Cpu = "avx", Dotnet = 10 };
        Assert.Equal("CPU avx / avx2, threads 1 / 2", here.Difference(here with { Cpu = "avx2", Threads = 2 }));
    }
}
