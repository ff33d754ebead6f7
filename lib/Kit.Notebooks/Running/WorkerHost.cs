using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using Kit.Notebooks.Session;

namespace Kit.Notebooks.Running;

/// <summary>The worker's side: connects to the notebook's owner, runs the cells that it sends, and ends when it is gone.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "It lives as long as the process.")]
internal sealed class WorkerHost(WorkerChannel channel, string marker)
{
    // Deep recursion is a lesson, not a crash: 64 MB hold some 300,000 frames.
    private const int CellStackBytes = 64 << 20;

    private readonly BlockingCollection<WorkerMessage.Execute> _cells = [];
    private readonly ConcurrentDictionary<WorkerSink, bool> _waiting = new();
    private readonly AutoResetEvent _anyWaiting = new(false);
    private readonly ConcurrentDictionary<int, CancellationTokenSource> _tokens = new();

    /// <summary>Runs until the owner closes the channel.</summary>
    public static int Run(string socketPath, string marker)
    {
        // Ctrl-C in a terminal reaches every process of the group; the owner decides what it means.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, signal => signal.Cancel = true);

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(socketPath));
        using var channel = new WorkerChannel(socket);
        new WorkerHost(channel, marker).Listen();
        return 0;
    }

    private void Listen()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => FlushAll();
        new Thread(RunCells, CellStackBytes) { IsBackground = true, Name = "cells" }.Start();
        new Thread(FlushSoon) { IsBackground = true, Name = "flush" }.Start();

        while (channel.Receive() is { } message and not WorkerMessage.Shutdown)
        {
            switch (message)
            {
                case WorkerMessage.Execute execute:
                    _tokens[execute.Cell] = new CancellationTokenSource();
                    _cells.Add(execute);
                    break;
                case WorkerMessage.Interrupt interrupt when _tokens.TryGetValue(interrupt.Cell, out var token):
                    // What a cell has registered with its token may take its time; this thread must go on listening.
                    new Thread(token.Cancel) { IsBackground = true, Name = "interrupt" }.Start();
                    break;
            }
        }

        // Nothing that a cell has left behind may keep the process.
        new Thread(() =>
        {
            Thread.Sleep(3000);
            Process.GetCurrentProcess().Kill();
        })
        { IsBackground = true, Name = "end" }.Start();
    }

    private void RunCells()
    {
        var session = new CSharpSession(Environment.CurrentDirectory);
        channel.Send(new WorkerMessage.Hello(Protocol: 1));
        foreach (var cell in _cells.GetConsumingEnumerable())
        {
            var sink = new WorkerSink(channel, cell.Cell, it =>
            {
                _waiting[it] = true;
                _anyWaiting.Set();
            });
            var error = session.Run(cell.Name, cell.Source, sink, _tokens[cell.Cell].Token);
            _tokens.TryRemove(cell.Cell, out _);
            sink.Flush();
            MarkNativeOutput();
            channel.Send(new WorkerMessage.Done(cell.Cell, error));
        }
    }

    private void FlushSoon()
    {
        while (_anyWaiting.WaitOne())
        {
            Thread.Sleep(50);
            FlushAll();
        }
    }

    private void FlushAll()
    {
        foreach (var sink in _waiting.Keys)
        {
            _waiting.TryRemove(sink, out _);
            sink.Flush();
        }
    }

    // What libraries print goes past the console into the process's own pipes; the mark says where a cell's share ends.
    private void MarkNativeOutput()
    {
        _ = FlushNative(0);
        var mark = Encoding.ASCII.GetBytes(marker);
        foreach (var open in (Func<Stream>[])[Console.OpenStandardOutput, Console.OpenStandardError])
        {
            try
            {
                using var stream = open();
                stream.Write(mark);
            }
            catch (IOException)
            {
                // A cell has closed it; its output is then not waited for.
            }
        }
    }

    [DllImport("libc", EntryPoint = "fflush")]
    private static extern int FlushNative(nint file);
}
