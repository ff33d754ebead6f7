using System.Diagnostics;
using Kit.TestSupport;

namespace Kit.Cli.Tests;

/// <summary>Starts the real command line on a checkout of the test's own.</summary>
internal sealed class KitProcess : IDisposable
{
    // A figure as any library may bring one: an object with ToMimeBundle().
    public const string Figure = """
        class Figure { public Dictionary<string, string> ToMimeBundle() => new() { ["image/svg+xml"] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"><rect width=\"5\" height=\"5\"/></svg>" }; }
        new Figure()
        """;

    private readonly TemporaryFolder _folder = new();

    public KitProcess()
    {
        File.WriteAllText(At("Kit.sln"), "");
        Directory.CreateDirectory(At("notebooks"));
    }

    /// <summary>
    /// Variables of the command line's own. The engine is off unless a test asks for it: it would be built afresh in every test's checkout.
    /// </summary>
    public Dictionary<string, string> Environment { get; } = new() { ["KIT_ENGINE"] = "none" };

    /// <summary>Takes the engine that the repository has built, if it has.</summary>
    public void ShareEngineCache()
    {
        Directory.CreateDirectory(Repository.At(".kit", "engine"));
        Directory.CreateDirectory(At(".kit"));
        Directory.CreateSymbolicLink(At(".kit", "engine"), Repository.At(".kit", "engine"));
    }

    public string At(params string[] parts) => _folder.At(parts);

    public void Dispose() => _folder.Dispose();

    /// <summary>A notebook of this checkout with the given code cells.</summary>
    public string Notebook(string name, params string[] sources) =>
        NotebookOf(name, [.. sources.Select((source, index) => (source, Tags: Array.Empty<string>()))]);

    public string NotebookOf(string name, params (string Source, string[] Tags)[] cells)
    {
        var path = At("notebooks", name + ".ipynb");
        var notebook = Kit.Notebooks.Format.Notebook.Create();
        foreach (var (source, tags) in cells)
        {
            var cell = notebook.AddCode(source);
            if (tags.Length > 0)
            {
                cell.Metadata["tags"] = new System.Text.Json.Nodes.JsonArray([.. tags.Select(tag => (System.Text.Json.Nodes.JsonNode)tag)]);
            }
        }

        notebook.Write(path);
        return path;
    }

    public (int ExitCode, string Output) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["KIT_ROOT"] = _folder.Path;
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Kit.Cli.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    /// <summary>The text that the first output of a cell shows.</summary>
    public static string TextOf(Kit.Notebooks.Format.Notebook notebook, int cell) =>
        Kit.Notebooks.Format.MultilineText.Join(notebook.Cells[cell].Outputs[0]!["data"]!["text/plain"]);
}
