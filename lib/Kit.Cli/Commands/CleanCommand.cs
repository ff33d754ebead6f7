using System.CommandLine;

namespace Kit.Cli.Commands;

/// <summary><c>./kit clean</c>: removes what the kit built and wrote; never anything that git tracks.</summary>
public static class CleanCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var what = new Argument<string>("what")
        {
            Description = "out: what commands wrote (the default); all: also what was built and remembered (package mode, timings)",
            DefaultValueFactory = _ => "out",
        };
        what.AcceptOnlyFromAmong("out", "all");
        var command = new Command("clean", "Remove what the kit wrote (out/), or everything it built and remembers too (all).") { what };
        command.SetAction(parsed => Clean(Checkout.Find(), parsed.GetValue(what) == "all", Console.Out));
        return command;
    }

    /// <summary>Removes the ignored folders; returns <see cref="ExitCode.Fine"/>.</summary>
    public static int Clean(Checkout checkout, bool all, TextWriter output)
    {
        string[] folders = all ? [checkout.Out, checkout.State, checkout.At("artifacts")] : [checkout.Out];
        foreach (var folder in folders.Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
            output.WriteLine($"removed {checkout.Shown(folder)}/");
        }

        return ExitCode.Fine;
    }
}
