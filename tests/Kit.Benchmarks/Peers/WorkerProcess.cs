using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Kit.Benchmarks.Peers;

/// <summary>One side of the benchmark, in a child process, so that each setting of the environment is read afresh.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    private WorkerProcess(Process process, JsonElement facts)
    {
        _process = process;
        Facts = facts;
    }

    /// <summary>What the worker says of itself: name, torch, threads.</summary>
    public JsonElement Facts { get; }

    /// <summary>Starts a worker.</summary>
    /// <param name="file">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables to set, or with null to unset.</param>
    /// <returns>The worker, or what it said instead of starting.</returns>
    public static (WorkerProcess? Worker, string? Failure) Start(
        string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        }

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (null, $"{file} does not start: {e.Message}");
        }

        var errors = process.StandardError.ReadToEndAsync();
        if (process.StandardOutput.ReadLine() is { } first)
        {
            using var facts = JsonDocument.Parse(first);
            return (new WorkerProcess(process, facts.RootElement.Clone()), null);
        }

        process.WaitForExit();
        process.Dispose();
        return (null, errors.Result.Trim().Split('\n')[^1]);
    }

    /// <summary>The fastest repetition of a measure within a time.</summary>
    /// <returns>Nanoseconds of one unit.</returns>
    /// <exception cref="InvalidOperationException">The worker died.</exception>
    public double Measure(string measure, double seconds)
    {
        _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{measure} {seconds}"));
        _process.StandardInput.Flush();
        var answer = _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"a worker ended while it measured '{measure}'.");
        return double.Parse(answer.Split(' ')[1], CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
