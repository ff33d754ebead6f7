using System.Diagnostics;
using System.Text;

namespace Kit.Notebooks.Export;

/// <summary>Finds and runs programs that are not ours.</summary>
internal static class ExternalTool
{
    /// <summary>The first of the names that lies on PATH, or a <see cref="MissingToolException"/> with the line that installs it.</summary>
    public static string Find(string what, string package, params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new MissingToolException(names[0], $"{what} needs {names[0]}, which is not on PATH. Install it: apt-get install {package}");
    }

    /// <summary>Runs a program to its end; it is killed with its children when the time is up.</summary>
    public static (int ExitCode, string Output, string Errors) Run(string program, IEnumerable<string> arguments, string? folder, string input, TimeSpan limit)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var writing = Feed(process, input);
        var all = Task.WhenAll(output, errors, writing, process.WaitForExitAsync());
        if (!all.Wait(limit))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            throw new IOException($"{Path.GetFileName(program)} did not end within {limit.TotalSeconds:0} s and was stopped.");
        }

        return (process.ExitCode, output.Result, errors.Result);
    }

    private static async Task Feed(Process process, string input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading; its exit code and errors say why.
        }
    }
}
