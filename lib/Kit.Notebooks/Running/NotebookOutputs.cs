using System.Text;
using System.Text.Json.Nodes;
using Kit.Display;
using Kit.Notebooks.Format;

namespace Kit.Notebooks.Running;

/// <summary>Turns what the cells of a notebook show into the outputs that its file stores.</summary>
/// <remarks>
/// Text of the same stream that follows is one output, a carriage return overwrites its line, an update replaces what was
/// shown in whatever cell, a cell's later output goes to that cell, and what exceeds a cell's or the notebook's share is left out.
/// </remarks>
internal sealed class NotebookOutputs(long cellBytes)
{
    private const long NotebookBytes = 48_000_000; // a file of 64 MiB is the most that is read back

    private readonly Dictionary<int, CellState> _cells = [];
    private readonly Dictionary<string, List<JsonObject>> _shown = [];
    private readonly Lock _gate = new();
    private long _left = NotebookBytes;

    /// <summary>Starts a cell; what names its number from now on goes to it.</summary>
    public void Begin(int number, NotebookCell cell)
    {
        lock (_gate)
        {
            _cells[number] = new CellState(cell, cellBytes);
        }
    }

    /// <summary>Takes a message of the worker.</summary>
    public void Take(WorkerMessage message)
    {
        lock (_gate)
        {
            switch (message)
            {
                case WorkerMessage.Text text when _cells.TryGetValue(text.Cell, out var cell):
                    Write(cell, text.Stream, text.Content);
                    break;
                case WorkerMessage.Display shown when _cells.TryGetValue(shown.Cell, out var cell):
                    Show(cell, Outputs.DisplayData(Bundle(shown.Data, shown.Metadata)), shown.Id);
                    break;
                case WorkerMessage.Result result when _cells.TryGetValue(result.Cell, out var cell):
                    Show(cell, Outputs.ExecuteResult(Bundle(result.Data, result.Metadata), cell.Cell.ExecutionCount), null);
                    break;
                case WorkerMessage.Update update when _cells.TryGetValue(update.Cell, out var cell):
                    Update(cell, update);
                    break;
                case WorkerMessage.Clear clear when _cells.TryGetValue(clear.Cell, out var cell):
                    cell.ClearNext = clear.Wait;
                    if (!clear.Wait)
                    {
                        cell.Clear(ref _left);
                    }

                    break;
            }
        }
    }

    /// <summary>Adds an output whatever the limits say: an error.</summary>
    public void Add(int number, JsonObject output)
    {
        lock (_gate)
        {
            _cells[number].Outputs.Add(output);
        }
    }

    /// <summary>Puts what was taken so far into the cells.</summary>
    public void Store()
    {
        lock (_gate)
        {
            foreach (var state in _cells.Values.Where(state => state.Changed))
            {
                state.Store();
            }
        }
    }

    private void Write(CellState cell, string stream, string text)
    {
        cell.Prepare(ref _left);
        if (cell.Full)
        {
            return;
        }

        // A line of a stream takes twelve more bytes in the file than on the screen.
        var room = Math.Min(cell.Left, _left);
        var taken = 0;
        long cost = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            cost += rune.Utf8SequenceLength + (rune.Value == '\n' ? 12 : rune.Value is < ' ' or '"' or '\\' ? 6 : 0);
            if (cost > room)
            {
                break;
            }

            taken += rune.Utf16SequenceLength;
        }

        var before = cell.TextLength;
        cell.Append(stream, text.AsSpan(0, taken));
        if (taken < text.Length)
        {
            Overflow(cell);
        }
        else
        {
            // What a carriage return overwrites costs nothing: a progress bar may turn for hours.
            cell.Charge(Math.Min(cost, text.Contains('\r', StringComparison.Ordinal) ? 12 * Math.Max(0, cell.TextLength - before) : cost), ref _left);
        }
    }

    private void Show(CellState cell, JsonObject output, string? id)
    {
        cell.Prepare(ref _left);
        var cost = Cost(output);
        if (cell.Full || cost > Math.Min(cell.Left, _left))
        {
            Overflow(cell);
            return;
        }

        cell.Charge(cost, ref _left);
        cell.Outputs.Add(output);
        if (id is not null)
        {
            (_shown.TryGetValue(id, out var same) ? same : _shown[id] = []).Add(output);
        }
    }

    private void Update(CellState by, WorkerMessage.Update update)
    {
        var cost = Cost(update.Data);
        foreach (var output in _shown.GetValueOrDefault(update.Id) ?? [])
        {
            if (_cells.Values.FirstOrDefault(state => state.Outputs.Contains(output)) is not { } owner)
            {
                continue; // cleared since
            }

            var growth = cost - Cost((JsonObject)output["data"]!);
            if (growth > Math.Min(owner.Left, _left))
            {
                Overflow(by);
                return;
            }

            output["data"] = update.Data.DeepClone();
            output["metadata"] = update.Metadata.DeepClone();
            owner.Charge(growth, ref _left);
        }
    }

    private void Overflow(CellState cell)
    {
        if (!cell.Full)
        {
            cell.Full = true;
            cell.Append("stderr", $"\n[the rest of this cell's output was left out: it may store {cellBytes:N0} bytes, all cells together {NotebookBytes:N0}]\n");
        }
    }

    private static long Cost(JsonObject output) => Encoding.UTF8.GetByteCount(output.ToJsonString());

    private static MimeBundle Bundle(JsonObject data, JsonObject metadata)
    {
        var bundle = new MimeBundle();
        foreach (var (type, content) in data)
        {
            bundle.WithJson(type, content!.DeepClone());
        }

        foreach (var (type, content) in metadata)
        {
            bundle.Metadata[type] = content?.DeepClone();
        }

        return bundle;
    }

    /// <summary>One cell's outputs: objects as the file has them, and texts that still grow.</summary>
    private sealed class CellState(NotebookCell cell, long limit)
    {
        private long _used;

        public NotebookCell Cell => cell;

        public List<object> Outputs { get; } = [];

        public bool ClearNext { get; set; }

        public bool Full { get; set; }

        public bool Changed { get; set; } = true;

        public long Left => limit - _used;

        public long TextLength => (Outputs.LastOrDefault() as GrowingText)?.Length ?? 0;

        public void Charge(long cost, ref long left)
        {
            _used += cost;
            left -= cost;
            Changed = true;
        }

        public void Clear(ref long left)
        {
            left += _used;
            _used = 0;
            Outputs.Clear();
            (Full, Changed) = (false, true);
        }

        public void Prepare(ref long left)
        {
            Changed = true;
            if (ClearNext)
            {
                ClearNext = false;
                Clear(ref left);
            }
        }

        public void Append(string stream, ReadOnlySpan<char> text)
        {
            Changed = true;
            if ((Outputs.LastOrDefault() as GrowingText)?.Stream != stream)
            {
                Outputs.Add(new GrowingText(stream));
            }

            ((GrowingText)Outputs[^1]).Append(text);
        }

        public void Store()
        {
            Changed = false;
            cell.Json["outputs"] = new JsonArray([.. Outputs.Select(output => output is GrowingText text ? (JsonNode)text.ToOutput() : ((JsonObject)output).DeepClone())]);
        }
    }

    /// <summary>The text of one stream as a terminal shows it, without going through all of it for every piece.</summary>
    private sealed class GrowingText(string stream)
    {
        private readonly StringBuilder _text = new();
        private int _lineStart;
        private int _cursor;

        public string Stream => stream;

        public long Length => _text.Length;

        public void Append(ReadOnlySpan<char> text)
        {
            if (_cursor == _text.Length && text.IndexOfAny('\r', '\b') < 0)
            {
                _text.Append(text);
                _cursor = _text.Length;
                var newline = text.LastIndexOf('\n');
                _lineStart = newline < 0 ? _lineStart : _text.Length - text.Length + newline + 1;
                return;
            }

            foreach (var character in text)
            {
                switch (character)
                {
                    case '\r':
                        _cursor = _lineStart;
                        break;
                    case '\b':
                        _cursor = Math.Max(_lineStart, _cursor - 1);
                        break;
                    case '\n':
                        _text.Append('\n');
                        _cursor = _lineStart = _text.Length;
                        break;
                    case var _ when _cursor < _text.Length:
                        _text[_cursor++] = character;
                        break;
                    default:
                        _text.Append(character);
                        _cursor++;
                        break;
                }
            }
        }

        // Overwriting may have cut a surrogate pair in two.
        public JsonObject ToOutput() => Format.Outputs.Stream(stream, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(_text.ToString())));
    }
}
