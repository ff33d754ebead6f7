using System.Text.Json.Nodes;
using Kit.Notebooks.Format;
using Kit.Notebooks.Running;
using Kit.TestSupport;

namespace Kit.Notebooks.Tests.Running;

/// <summary>A notebook of a test, run in a folder of its own; the outputs are read from the written file.</summary>
internal sealed class Run : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Notebook Source { get; } = Notebook.Create();

    public string Path => _folder.At("notebook.ipynb");

    public string OutputPath => _folder.At("executed.ipynb");

    public string Folder => _folder.Path;

    public static Run Of(params string[] cells)
    {
        var run = new Run();
        Array.ForEach(cells, cell => run.Source.AddCode(cell));
        return run;
    }

    public async Task<NotebookRunResult> ExecuteAsync(RunnerOptions? options = null, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        Source.Write(Path);
        return await NotebookRunner.RunAsync(Path, (options ?? new RunnerOptions()) with { OutputPath = OutputPath }, progress, cancellation);
    }

    /// <summary>The outputs of a code cell as written.</summary>
    public IReadOnlyList<JsonObject> Outputs(int cell) =>
        [.. Notebook.Read(OutputPath).CodeCells.ElementAt(cell).Outputs.Select(output => (JsonObject)output!)];

    /// <summary>The text of the streams and results of a code cell as written.</summary>
    public string Text(int cell) => string.Concat(Outputs(cell).Select(output => (string?)(output["text"] ?? output["data"]?["text/plain"]) ?? ""));

    /// <summary>The name and message of the error that a code cell ends with.</summary>
    public (string Name, string Message, string Traceback) Error(int cell)
    {
        var output = Outputs(cell)[^1];
        Assert.Equal("error", (string?)output["output_type"]);
        return ((string)output["ename"]!, (string)output["evalue"]!, string.Join('\n', output["traceback"]!.AsArray()));
    }

    public void Dispose() => _folder.Dispose();
}
