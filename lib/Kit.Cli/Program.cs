using System.CommandLine;
using System.CommandLine.Help;
using Kit.Cli;
using Kit.Cli.Commands;
using Kit.Foundation;
using Kit.Foundation.Runs;
using Kit.Notebooks.Format;
using Spectre.Console;

var root = new Command("./kit", "The Kit: a C# course and research kit on reinforcement learning for large language models.")
{
    new HelpOption(),
    new VersionOption(),
    RunCommand.Create(),
    TestCommand.Create(),
    DoctorCommand.Create(),
    BenchCommand.Create(),
    ExportCommand.Create(),
    CleanCommand.Create(),
};

// A log or a pipe gets plain text.
if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Capabilities.Ansi = false;
    AnsiConsole.Profile.Width = 160;
}

// `./kit`, `./kit help` and `./kit help run` are what people type first.
if (args is [] or ["help", ..])
{
    args = [.. args.Skip(1), "--help"];
}

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        Console.Error.WriteLine($"kit: {error.Message}");
    }

    var command = parsed.CommandResult.Command == root ? "./kit" : $"./kit {parsed.CommandResult.Command.Name}";
    Console.Error.WriteLine($"kit: '{command} --help' lists what there is.");
    return ExitCode.BadInput;
}

try
{
    // Ctrl-C cancels the token; the generous limit lets a command save what it has.
    return await parsed.InvokeAsync(new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
    });
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("kit: stopped; what was finished is kept.");
    return ExitCode.Interrupted;
}
catch (Exception exception) when (exception is BadInputException or NotebookFormatException or DataFormatException or RunException)
{
    Console.Error.WriteLine($"kit: {exception.Message}");
    return ExitCode.BadInput;
}
catch (MachineLacksException exception)
{
    Console.Error.WriteLine($"kit: {exception.Message}");
    return ExitCode.MachineLacks;
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"kit: {exception.Message}");
    return ExitCode.BadInput;
}
catch (Exception exception)
{
    Console.Error.WriteLine("kit: this is a mistake in the kit itself; please report it with the lines below.");
    AnsiConsole.Console.Profile.Out = new AnsiConsoleOutput(Console.Error);
    AnsiConsole.WriteException(exception, ExceptionFormats.ShortenPaths);
    return ExitCode.WrongResult;
}
