using System.Diagnostics;
using System.Globalization;

namespace Kit.Tests.Foundation.Runs;

/// <summary>The learning run of tests/Run.Host in a process of its own.</summary>
internal sealed class HostRun : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(3)); // a process that hangs fails a test instead of stopping them all

    /// <summary>Starts it; at step <paramref name="gate"/> it waits until <see cref="Open"/> is called.</summary>
    public HostRun(string folder, long steps, long? gate = null)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var assembly = Path.Combine(here.Parent!.Parent!.FullName, "Run.Host", here.Name, "Run.Host.dll");
        string[] arguments = ["exec", assembly, folder, Text(steps), .. gate is { } at ? [Text(at)] : Array.Empty<string>()];
        _process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        _errors = _process.StandardError.ReadToEndAsync();
        _limit.Token.Register(_process.Kill);
    }

    /// <summary>The tensors that were alive after each step that was read so far.</summary>
    public Dictionary<long, long> Live { get; } = [];

    /// <summary>Reads what it says until it has written the row of a step, or of a later one.</summary>
    public void WaitForRow(long step)
    {
        while (Live.Count == 0 || Live.Keys.Max() < step)
        {
            if (!ReadRow())
                Assert.Fail($"it ended before step {step}: {_errors.Result}");
        }
    }

    public void Open() => _process.StandardInput.WriteLine();

    /// <summary>Waits for its end.</summary>
    /// <returns>the exit code</returns>
    public int End()
    {
        while (ReadRow())
        {
        }

        _process.WaitForExit();
        Assert.True(_process.ExitCode is 0 or 130, _errors.Result);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: nothing of the process gets to say a word.</summary>
    public void Kill()
    {
        Assert.False(_process.HasExited, "it had ended before it could be killed");
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>SIGINT, as Ctrl-C sends it.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", Text(_process.Id)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    public void Dispose()
    {
        _limit.Dispose();
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private bool ReadRow()
    {
        if (_process.StandardOutput.ReadLine() is not { } line)
            return false;
        var words = line.Split(' ');
        Assert.Equal("row", words[0]);
        Live[long.Parse(words[1], CultureInfo.InvariantCulture)] = long.Parse(words[2], CultureInfo.InvariantCulture);
        return true;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
