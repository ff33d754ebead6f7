using Kit.Notebooks.Export;
using Kit.Notebooks.Format;

namespace Kit.Cli.Running;

/// <summary>Notebooks as static pages.</summary>
public static class Site
{
    private const string Introduction =
        "A C# course and research kit on reinforcement learning for large language models: from fine-tuning to finer-tuning to auxiliary policy models.";

    /// <summary>Writes the pages; formulas are rendered where node is there.</summary>
    /// <param name="checkout">the checkout</param>
    /// <param name="notebooks">names and notebooks in reading order</param>
    /// <param name="folder">the folder of the pages</param>
    /// <param name="formulas">whether formulas must be rendered; without node they are shown as TeX otherwise</param>
    /// <param name="note">what a person should know, or null</param>
    /// <exception cref="MachineLacksException">formulas must be rendered, and node or npm is missing</exception>
    public static ExportResult Write(
        Checkout checkout, IReadOnlyList<(string Name, Notebook Notebook)> notebooks, string folder, bool formulas, out string? note)
    {
        var plotly = checkout.At("tests", "js", "node_modules", "plotly.js-dist-min", "plotly.min.js");
        var options = new ExportOptions
        {
            Title = "The Kit",
            Introduction = Introduction,
            ToolFolder = Path.Combine(checkout.State, "katex"),
            SourceFolder = checkout.At("notebooks"),
            PlotlyScript = File.Exists(plotly) ? plotly : null,
        };
        note = null;
        try
        {
            return HtmlExporter.Export(notebooks, folder, options);
        }
        catch (MissingToolException exception) when (!formulas)
        {
            note = "formulas in the pages are shown as TeX source. " + exception.Message;
            return HtmlExporter.Export(notebooks, folder, options with { ToolFolder = null });
        }
        catch (MissingToolException exception)
        {
            throw new MachineLacksException(exception.Message);
        }
    }
}
