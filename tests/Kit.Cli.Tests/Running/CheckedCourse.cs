using System.Xml.Linq;
using Kit.Notebooks.Format;

namespace Kit.Cli.Tests.Running;

/// <summary>A course whose outputs are stored once, spoilt in several ways, and then checked in one run.</summary>
public sealed class CheckedCourse : IDisposable
{
    private readonly KitProcess _kit = new();

    public CheckedCourse()
    {
        Untouched = _kit.Notebook("00-untouched", "1.0 / 3", KitProcess.Figure);
        var number = _kit.Notebook("01-number", "1.0 / 3");
        var figure = _kit.Notebook("02-figure", "1 + 1", KitProcess.Figure);
        var error = _kit.Notebook("03-error", "21 * 2");
        (StoreExit, StoreOutput) = _kit.Run("run", "--update");
        Stored = File.ReadAllText(Untouched);
        _ = _kit.Run("run", "--update", "00");
        StoredAgain = File.ReadAllText(Untouched);

        File.WriteAllText(number, File.ReadAllText(number).Replace("0.3333333333333333", "0.3333433333333333", StringComparison.Ordinal));
        Change(figure, cell: 1, source => source.Replace("new Figure()", "", StringComparison.Ordinal));
        Change(error, cell: 0, _ => "throw new Exception(\"boom\");");
        _kit.Notebook("04-nothing-stored", "1 + 1");

        First = _kit.Run("run", "--check", "00");
        (Exit, Output) = _kit.Run("run", "--check");
        JUnit = XDocument.Load(_kit.At("out", "junit.xml"));
    }

    public string Untouched { get; }

    public int StoreExit { get; }

    public string StoreOutput { get; }

    public string Stored { get; }

    public string StoredAgain { get; }

    public (int ExitCode, string Output) First { get; }

    public int Exit { get; }

    public string Output { get; }

    public XDocument JUnit { get; }

    /// <summary>The failures of one notebook in the junit file.</summary>
    public IReadOnlyList<string> Failures(string name) =>
        [.. JUnit.Descendants("testsuite").Single(suite => (string)suite.Attribute("name")! == $"notebooks/{name}.ipynb").Descendants("failure").Select(it => it.Value)];

    public void Dispose() => _kit.Dispose();

    private static void Change(string path, int cell, Func<string, string> change)
    {
        var notebook = Notebook.Read(path);
        notebook.Cells[cell].Source = change(notebook.Cells[cell].Source);
        notebook.Write(path);
    }
}
