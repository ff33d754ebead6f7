using System.CommandLine;
using Kit.Cli.Running;
using Kit.Notebooks.Format;

namespace Kit.Cli.Commands;

/// <summary><c>./kit export</c>: the stored notebooks as a static site, readable without scripts and without network.</summary>
public static class ExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var notebooks = RunCommand.NotebooksArgument();
        var output = new Option<string>("--out") { Description = "the folder of the site (default: out/site)", HelpName = "DIR" };
        var command = new Command("export", "Write the notebooks with their stored outputs as a static HTML site; nothing is executed.") { notebooks, output };
        command.SetAction(parsed =>
        {
            var checkout = Checkout.Find();
            var folder = parsed.GetValue(output) is { } given ? Path.GetFullPath(given) : Path.Combine(checkout.Out, "site");
            var names = parsed.GetValue(notebooks) ?? [];
            IReadOnlyList<string> paths = names.Length > 0 ? checkout.Resolve(names) : checkout.Pages();
            if (paths.Count == 0)
            {
                throw new BadInputException("there are no notebooks to export.");
            }

            var pages = checkout.Named(paths).Select(notebook => (notebook.Name, Notebook.Read(notebook.Path))).ToList();
            var result = Site.Write(checkout, pages, folder, formulas: true, out _);
            foreach (var warning in result.Warnings)
            {
                Console.Error.WriteLine($"kit: {warning}");
            }

            Console.WriteLine($"{result.Pages.Count} pages, {result.Figures} figures, {result.Formulas} formulas: open {checkout.Shown(Path.Combine(folder, "index.html"))}");
            return ExitCode.Fine;
        });
        return command;
    }
}
