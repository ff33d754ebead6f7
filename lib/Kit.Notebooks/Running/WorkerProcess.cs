using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Kit.Notebooks.Session;

namespace Kit.Notebooks.Running;

/// <summary>The owner's side of a worker: starts the process, sends it cells, hands on what comes back, and ends it.</summary>
internal sealed partial class WorkerProcess : IAsyncDisposable
{
    private const int LongestSocketPath = 100; // the system's limit is 108 bytes
    private const int LongestReport = 100_000;
    private const int LongestNativeText = 1 << 20;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan DrainLimit = TimeSpan.FromMilliseconds(500);

    private readonly Process _process;
    private readonly Action<WorkerMessage> _receive;
    private readonly Lock _receiving = new();
    private readonly NativeOutput _output;
    private readonly NativeOutput _errors;
    private readonly StringBuilder _report = new();
    private readonly SortedDictionary<string, StringBuilder> _native = new(StringComparer.Ordinal) { ["stderr"] = new(), ["stdout"] = new() };
    private readonly bool _liveNativeOutput;
    private readonly TaskCompletionSource<WorkerExit> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile WorkerChannel? _channel;
    private TaskCompletionSource<CellError?> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _cell;

    private WorkerProcess(Process process, byte[] marker, bool liveNativeOutput, Action<WorkerMessage> receive)
    {
        (_process, _liveNativeOutput, _receive) = (process, liveNativeOutput, receive);
        _output = new NativeOutput(process.StandardOutput.BaseStream, marker, text => TakeNative("stdout", text));
        _errors = new NativeOutput(process.StandardError.BaseStream, marker, TakeErrors);
    }

    /// <summary>Completes when the process has ended and all that it said was read.</summary>
    public Task<WorkerExit> Exited => _exited.Task;

    /// <summary>The process's number.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts a worker in a folder. What the cells show goes to <paramref name="receive"/>, one message at a time.</summary>
    /// <param name="command">the program</param>
    /// <param name="folder">where the notebook lies</param>
    /// <param name="environment">variables that are set where they are not set already</param>
    /// <param name="liveNativeOutput">hand on at once what native code prints; otherwise behind all else that the cell shows, which is the same order every time</param>
    /// <param name="receive">takes the messages</param>
    /// <param name="cancellation">stops waiting for the start</param>
    public static async Task<WorkerProcess> StartAsync(
        WorkerCommand command, string folder, IReadOnlyDictionary<string, string> environment, bool liveNativeOutput, Action<WorkerMessage> receive, CancellationToken cancellation)
    {
        // Only this user can enter the folder, and it is gone as soon as the worker has connected.
        var marker = "\u001e" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) + "\u001e";
        var secret = CreatePrivateFolder();
        try
        {
            using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            var address = Path.Combine(secret, "s");
            listener.Bind(new UnixDomainSocketEndPoint(address));
            listener.Listen(1);

            var start = new ProcessStartInfo(command.Program, [.. command.Arguments, "worker", address, marker])
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach (var (name, value) in environment)
            {
                start.Environment.TryAdd(name, value);
            }

            var worker = new WorkerProcess(Process.Start(start)!, Encoding.ASCII.GetBytes(marker), liveNativeOutput, receive);
            try
            {
                await worker.ConnectAsync(listener, cancellation).ConfigureAwait(false);
                return worker;
            }
            catch
            {
                await worker.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
        finally
        {
            Directory.Delete(secret, recursive: true);
        }
    }

    private static string CreatePrivateFolder()
    {
        if (Path.GetTempPath().Length < LongestSocketPath - 20 || OperatingSystem.IsWindows())
        {
            return Directory.CreateTempSubdirectory("kit-").FullName;
        }

        var folder = "/tmp/kit-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        return Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }

    private async Task ConnectAsync(Socket listener, CancellationToken cancellation)
    {
        _process.StandardInput.Close();
        var native = Task.WhenAll(_output.ReadAsync(), _errors.ReadAsync());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(StartLimit);
        var connected = AcceptAsync(listener, limit.Token);
        _ = WatchAsync(native, connected);
        var ready = Task.WhenAll(connected, _ready.Task.WaitAsync(limit.Token));
        await Task.WhenAny(ready, _process.WaitForExitAsync(limit.Token)).ConfigureAwait(false);
        if (ready.IsCompletedSuccessfully)
        {
            return;
        }

        await limit.CancelAsync().ConfigureAwait(false); // nobody will connect any more
        cancellation.ThrowIfCancellationRequested();
        if (!_process.HasExited)
        {
            throw new TimeoutException($"The worker did not get ready within {StartLimit.TotalSeconds:F0} s.");
        }

        var exit = await Exited.ConfigureAwait(false);
        throw new InvalidOperationException($"The worker did not start: {exit.Describe()}. {string.Join('\n', exit.LastLines)}");
    }

    private async Task<Task> AcceptAsync(Socket listener, CancellationToken limit)
    {
        _channel = new WorkerChannel(await listener.AcceptAsync(limit).ConfigureAwait(false));
        return Task.Factory.StartNew(ReadMessages, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Runs a cell; completes with its error or null. Watch <see cref="Exited"/> too: a worker that dies does not answer.</summary>
    public Task<CellError?> ExecuteAsync(int cell, string name, string source)
    {
        _cell = cell;
        _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _output.ExpectMark();
        _errors.ExpectMark();
        _channel!.Send(new WorkerMessage.Execute(cell, name, source));
        return _done.Task;
    }

    /// <summary>Asks the running cell to stop; it may not listen.</summary>
    public void Interrupt() => _channel?.Send(new WorkerMessage.Interrupt(_cell));

    /// <summary>Closes the channel, as the death of the owner would; the worker ends by itself.</summary>
    public void Abandon() => _channel?.Dispose();

    /// <summary>Ends the process and those that its cells have started.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    /// <summary>The most memory that the process has held so far, in bytes; 0 where the system does not say.</summary>
    public long PeakResidentBytes()
    {
        try
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>Lets the worker end by itself for a moment, then ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        _channel?.Send(new WorkerMessage.Shutdown());
        if (_channel is null || await Task.WhenAny(Exited, Task.Delay(ShutdownLimit)).ConfigureAwait(false) != Exited)
        {
            Kill();
        }

        await Exited.ConfigureAwait(false);
        _channel?.Dispose();
        _process.Dispose();
    }

    private async Task WatchAsync(Task native, Task<Task> connected)
    {
        await _process.WaitForExitAsync().ConfigureAwait(false);
        // A process that a cell has started may hold the pipes open; what the worker itself has said is there by now.
        var messages = connected.IsCompletedSuccessfully ? await connected.ConfigureAwait(false) : Task.CompletedTask;
        await Task.WhenAny(Task.WhenAll(native, messages), Task.Delay(DrainLimit)).ConfigureAwait(false);
        lock (_receiving)
        {
            ReleaseNative();

            // Frames of the runtime and of the engine tell a reader nothing.
            var lines = _report.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !Machinery().IsMatch(line));
            _exited.TrySetResult(new WorkerExit(_process.ExitCode, [.. lines.Take(10)]));
        }
    }

    // The runtime's report of its own end belongs into the error of the cell, as does why a worker did not start;
    // anything else is the cell's output.
    private void TakeErrors(string text)
    {
        lock (_receiving)
        {
            var start = _report.Length > 0 || !_ready.Task.IsCompleted ? 0 : CrashReport().Match(text) is { Success: true } match ? match.Index : text.Length;
            if (start > 0)
            {
                TakeNative("stderr", text[..start]);
            }

            if (_report.Length < LongestReport)
            {
                _report.Append(text, start, text.Length - start);
            }
        }
    }

    private void TakeNative(string stream, string text)
    {
        lock (_receiving)
        {
            _native[stream].Append(text);
            if (_liveNativeOutput || _native[stream].Length > LongestNativeText)
            {
                ReleaseNative();
            }
        }
    }

    private void ReleaseNative()
    {
        lock (_receiving)
        {
            foreach (var (stream, text) in _native.Where(entry => entry.Value.Length > 0))
            {
                Receive(new WorkerMessage.Text(_cell, stream, text.ToString()));
                text.Clear();
            }
        }
    }

    private void ReadMessages()
    {
        while (_channel!.Receive() is { } message)
        {
            if (message is WorkerMessage.Done done)
            {
                _ = FinishAsync(done, _done);
            }
            else if (message is WorkerMessage.Hello)
            {
                _ready.TrySetResult();
            }
            else
            {
                Receive(message);
            }
        }
    }

    private async Task FinishAsync(WorkerMessage.Done done, TaskCompletionSource<CellError?> waiting)
    {
        await Task.WhenAny(Task.WhenAll(_output.Marked, _errors.Marked), Task.Delay(DrainLimit)).ConfigureAwait(false);
        lock (_receiving)
        {
            // A cell has ended, so the process has not: what looked like a report of its end was not one.
            _native["stderr"].Append(_report);
            _report.Clear();
            ReleaseNative();
        }

        waiting.TrySetResult(done.Error);
    }

    private void Receive(WorkerMessage message)
    {
        lock (_receiving)
        {
            _receive(message);
        }
    }

    [GeneratedRegex(@"^(?:Stack overflow\.|Process terminated\.|Unhandled exception\.|Fatal error\.)", RegexOptions.Multiline)]
    private static partial Regex CrashReport();

    [GeneratedRegex(@"^(?:at (?:System|Microsoft|Kit\.Notebooks|DynamicClass)\.|--- End of stack trace)")]
    private static partial Regex Machinery();
}
