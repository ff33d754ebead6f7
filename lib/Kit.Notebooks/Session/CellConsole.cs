using System.Text;
using Kit.Display;

namespace Kit.Notebooks.Session;

/// <summary>
/// Sends what is written to <see cref="Console"/> to the cell that wrote it, also from its tasks and threads and after it
/// has ended; text of no cell goes to the cell that runs.
/// </summary>
internal static class CellConsole
{
    private static readonly Lock Gate = new();
    private static bool s_installed;
    private static volatile ICellSink? s_running;

    /// <summary>Takes the console over, once a process; outside cells it stays what it was.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (!s_installed)
            {
                Console.SetOut(new Writer("stdout", Console.Out));
                Console.SetError(new Writer("stderr", Console.Error));
                Console.SetIn(new Reader(Console.In));
                s_installed = true;
            }
        }
    }

    /// <summary>Makes a cell the one that runs, until the result is disposed.</summary>
    public static IDisposable Use(ICellSink sink, CancellationToken cancellation)
    {
        s_running = sink;
        return new Scope(DisplayContext.Use(sink, cancellation));
    }

    private static ICellSink? Sink => DisplayContext.Current as ICellSink ?? s_running;

    private sealed class Scope(IDisposable display) : IDisposable
    {
        public void Dispose()
        {
            s_running = null;
            display.Dispose();
        }
    }

    private sealed class Writer : TextWriter
    {
        private readonly string _stream;
        private readonly TextWriter _outside;

        public Writer(string stream, TextWriter outside)
        {
            (_stream, _outside) = (stream, outside);
            CoreNewLine = ['\n'];
        }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write([value]);

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

        public override void Write(string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                if (Sink is { } sink)
                {
                    sink.Write(_stream, value);
                }
                else
                {
                    _outside.Write(value);
                }
            }
        }

        public override void Flush()
        {
            if (Sink is null)
            {
                _outside.Flush();
            }
        }
    }

    private sealed class Reader(TextReader outside) : TextReader
    {
        public override int Peek() => Source.Peek();

        public override int Read() => Source.Read();

        public override string? ReadLine() => Source.ReadLine();

        private TextReader Source => Sink is null
            ? outside
            : throw new InvalidOperationException("This cell asks for input, and in this run nobody is there to answer. Set a variable in a cell instead.");
    }
}
