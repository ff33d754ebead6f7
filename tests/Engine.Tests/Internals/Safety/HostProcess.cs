using System.Diagnostics;
using System.Globalization;

namespace Engine.Tests.Internals.Safety;

/// <summary>Work of tests/Engine.Host in a process of its own.</summary>
internal sealed record HostProcess(int ExitCode, string Output, string Errors)
{
    private static string Assembly
    {
        get
        {
            var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            return Path.Combine(here.Parent!.Parent!.FullName, "Engine.Host", here.Name, "Engine.Host.dll");
        }
    }

    /// <summary>Runs it to its end.</summary>
    /// <param name="arguments">What to do; see Engine.Host's Program.cs.</param>
    /// <param name="environment">Variables that differ from ours; null: not set.</param>
    public static HostProcess Run(string arguments, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", $"exec \"{Assembly}\" {arguments}") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new HostProcess(process.ExitCode, output, errors.Result);
    }

    /// <summary>A number that the process printed.</summary>
    public long this[string name]
    {
        get
        {
            Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Output}\n{Errors}");
            return long.Parse(Output.Split('\n').Last(line => line.StartsWith(name + ' ', StringComparison.Ordinal))[(name.Length + 1)..], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The exception that ended it; it did not die of it.</summary>
    public string Failure
    {
        get
        {
            Assert.True(ExitCode == 1, $"exit code {ExitCode}\n{Output}\n{Errors}");
            return Output.Split('\n').Single(line => line.StartsWith("failed ", StringComparison.Ordinal))["failed ".Length..];
        }
    }
}
