using System.Text;
using System.Text.Json.Nodes;
using Kit.Display;
using Kit.Notebooks.Session;

namespace Kit.Notebooks.Running;

/// <summary>The outputs of one cell on their way to the notebook's owner; text is gathered for a moment or up to 8 KB.</summary>
internal sealed class WorkerSink(WorkerChannel channel, int cell, Action<WorkerSink> flushSoon) : ICellSink
{
    private const int GatherCharacters = 8192;
    private const int LongestText = 1 << 20;

    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private string _stream = "stdout";

    /// <inheritdoc/>
    public void Write(string stream, string text)
    {
        lock (_gate)
        {
            if (_stream != stream)
            {
                Send(final: true);
                _stream = stream;
            }

            var waiting = _text.Length > 0;
            _text.Append(text);
            if (_text.Length >= GatherCharacters)
            {
                Send(final: false);
            }

            if (!waiting && _text.Length > 0)
            {
                flushSoon(this);
            }
        }
    }

    /// <summary>Sends the text gathered so far.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            Send(final: true);
        }
    }

    /// <inheritdoc/>
    public void Display(MimeBundle bundle, string? displayId) => Send(new WorkerMessage.Display(cell, Data(bundle), Metadata(bundle), displayId));

    /// <inheritdoc/>
    public void Update(MimeBundle bundle, string displayId) => Send(new WorkerMessage.Update(cell, Data(bundle), Metadata(bundle), displayId));

    /// <inheritdoc/>
    public void Clear(bool wait) => Send(new WorkerMessage.Clear(cell, wait));

    /// <inheritdoc/>
    public void Result(MimeBundle bundle) => Send(new WorkerMessage.Result(cell, Data(bundle), Metadata(bundle)));

    private void Send(WorkerMessage message)
    {
        lock (_gate)
        {
            Send(final: true);
            if (!channel.Send(message))
            {
                channel.Send(new WorkerMessage.Text(cell, "stderr", $"[an output was left out: it has more than {WorkerChannel.MaximumBytes / 1_000_000} MB]\n"));
            }
        }
    }

    private void Send(bool final)
    {
        while (_text.Length > 0)
        {
            // Half a surrogate pair waits for its other half.
            var length = Math.Min(_text.Length, LongestText);
            if (char.IsHighSurrogate(_text[length - 1]) && (!final || length < _text.Length))
            {
                length--;
            }

            if (length == 0)
            {
                return;
            }

            channel.Send(new WorkerMessage.Text(cell, _stream, _text.ToString(0, length)));
            _text.Remove(0, length);
        }
    }

    private static JsonObject Data(MimeBundle bundle) => new(bundle.Data.Select(entry => new KeyValuePair<string, JsonNode?>(entry.Key, entry.Value.DeepClone())));

    private static JsonObject Metadata(MimeBundle bundle) => (JsonObject)bundle.Metadata.DeepClone();
}
