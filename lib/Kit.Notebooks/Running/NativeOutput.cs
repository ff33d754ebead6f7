using System.Text;

namespace Kit.Notebooks.Running;

/// <summary>Reads what a worker's native code prints, as text in pieces, and notices the mark that ends a cell's share.</summary>
internal sealed class NativeOutput(Stream pipe, byte[] marker, Action<string> receive)
{
    private readonly Decoder _decoder = new UTF8Encoding(false).GetDecoder();
    private TaskCompletionSource _marked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next mark, or at the end of the pipe.</summary>
    public Task Marked => _marked.Task;

    /// <summary>Starts to wait for the mark of a new cell.</summary>
    public void ExpectMark() => _marked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Reads to the end.</summary>
    public async Task ReadAsync()
    {
        var buffer = new byte[65536];
        var held = 0;
        try
        {
            for (int count; (count = await pipe.ReadAsync(buffer.AsMemory(held)).ConfigureAwait(false)) > 0;)
            {
                held = Take(buffer, held + count);
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            // The process is gone.
        }

        Emit(buffer.AsSpan(0, held));
        _marked.TrySetResult();
    }

    // Emits what is before, between and behind marks; keeps what may be the beginning of one.
    private int Take(byte[] buffer, int length)
    {
        var rest = buffer.AsSpan(0, length);
        for (int at; (at = rest.IndexOf(marker)) >= 0; rest = rest[(at + marker.Length)..])
        {
            Emit(rest[..at]);
            _marked.TrySetResult();
        }

        var keep = Math.Min(marker.Length - 1, rest.Length);
        while (keep > 0 && !rest[^keep..].SequenceEqual(marker.AsSpan(0, keep)))
        {
            keep--;
        }

        Emit(rest[..^keep]);
        rest[^keep..].CopyTo(buffer);
        return keep;
    }

    private void Emit(ReadOnlySpan<byte> bytes)
    {
        var text = new char[_decoder.GetCharCount(bytes, flush: false)];
        _decoder.GetChars(bytes, text, flush: false);
        if (text.Length > 0)
        {
            receive(new string(text));
        }
    }
}
