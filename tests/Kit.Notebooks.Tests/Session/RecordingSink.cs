using System.Text;
using Kit.Display;
using Kit.Notebooks.Session;

namespace Kit.Notebooks.Tests.Session;

/// <summary>Keeps what a cell shows.</summary>
internal sealed class RecordingSink : ICellSink
{
    private readonly StringBuilder _out = new();
    private readonly StringBuilder _error = new();

    public string Out => Text(_out);

    public string Error => Text(_error);

    public List<(MimeBundle Bundle, string? Id)> Displayed { get; } = [];

    public List<(MimeBundle Bundle, string Id)> Updated { get; } = [];

    public List<bool> Cleared { get; } = [];

    public List<MimeBundle> Results { get; } = [];

    public string? Result => Results.LastOrDefault()?.Text("text/plain");

    public void Write(string stream, string text)
    {
        lock (_out)
        {
            (stream == "stdout" ? _out : _error).Append(text);
        }
    }

    void IDisplaySink.Display(MimeBundle bundle, string? displayId) => Displayed.Add((bundle, displayId));

    public void Update(MimeBundle bundle, string displayId) => Updated.Add((bundle, displayId));

    public void Clear(bool wait) => Cleared.Add(wait);

    void ICellSink.Result(MimeBundle bundle) => Results.Add(bundle);

    private string Text(StringBuilder text)
    {
        lock (_out)
        {
            return text.ToString();
        }
    }
}
