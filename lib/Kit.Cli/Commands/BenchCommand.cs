using System.CommandLine;

namespace Kit.Cli.Commands;

/// <summary><c>./kit bench</c>: stands in the list of commands; <c>./kit</c> itself builds and starts tests/Kit.Benchmarks.</summary>
public static class BenchCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("bench", "Measure the kit against its peers, as ratios: './kit bench engine'.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(_ =>
        {
            Console.Error.WriteLine("kit: benchmarks are built and started by ./kit bench; './kit bench --help' lists them.");
            return ExitCode.BadInput;
        });
        return command;
    }
}
