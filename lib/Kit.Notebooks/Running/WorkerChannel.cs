using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text.Json;

namespace Kit.Notebooks.Running;

/// <summary>Messages over a connected socket: four bytes of length, then JSON.</summary>
internal sealed class WorkerChannel(Socket socket) : IDisposable
{
    /// <summary>Longer messages are not sent.</summary>
    public const int MaximumBytes = 64_000_000;

    private readonly NetworkStream _stream = new(socket, ownsSocket: true);
    private readonly Lock _gate = new();

    /// <summary>Sends a message, from any thread; false where it is too long or nobody listens any more.</summary>
    public bool Send(WorkerMessage message)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message, WorkerMessageJson.Relaxed.WorkerMessage);
        if (body.Length > MaximumBytes)
        {
            return false;
        }

        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, body.Length);
        try
        {
            lock (_gate)
            {
                _stream.Write(length);
                _stream.Write(body);
            }

            return true;
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Waits for the next message; null when the other side has closed or died.</summary>
    public WorkerMessage? Receive()
    {
        try
        {
            var length = new byte[4];
            _stream.ReadExactly(length);
            var size = BinaryPrimitives.ReadInt32LittleEndian(length);
            if (size is < 0 or > MaximumBytes)
            {
                return null;
            }

            var body = new byte[size];
            _stream.ReadExactly(body);
            return JsonSerializer.Deserialize(body, WorkerMessageJson.Relaxed.WorkerMessage);
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or JsonException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();
}
