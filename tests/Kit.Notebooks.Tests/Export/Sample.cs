using System.Text;
using System.Text.Json.Nodes;
using Kit.Display;
using Kit.Notebooks.Format;

namespace Kit.Notebooks.Tests.Export;

/// <summary>A notebook with one of everything that a page may have to show.</summary>
internal static class Sample
{
    public const string Svg = """
        <svg xmlns="http://www.w3.org/2000/svg" width="320" height="120" viewBox="0 0 320 120" role="img" aria-label="Return rises from 1 to 3 in 20 episodes"><desc>Return by episode</desc>
        <rect width="320" height="120" fill="#ffffff"/><path d="M20 100 L160 60 L300 20" fill="none" stroke="#0072b2" stroke-width="3"/><text x="20" y="115" font-size="12">n = 20</text></svg>
        """;

    public static Notebook Plain()
    {
        var notebook = Notebook.Create();
        notebook.Metadata["kit"] = new JsonObject { ["cost"] = "20 s on two cores" };
        notebook.AddMarkdown("# Bandits & regret\n\nWhich arm would **you** pull? See [the value](#The-value) and [the next notebook](01-next.ipynb#goals).");
        notebook.AddMarkdown("## The value\n\n| arm | mean |\n|---|---:|\n| a | 0.5 |\n| b | 0.7 |\n\nA note[^1] and `$not math$`, price 5$ or 6$.\n\n[^1]: The first footnote.\n\n```csharp\nvar x = 1; // one\n```\n");
        notebook.AddMarkdown("## The value\n\nAgain[^1].\n\n[^1]: Another footnote.");
        Add(notebook, "// pull\nvar sum = arms.Sum(a => a.Mean) + 1.5;\nConsole.WriteLine($\"sum {sum}\");", Outputs.Stream("stdout", "sum 2.7 <b>\n"), Outputs.Stream("stderr", "careful\n"));
        Add(notebook, "Chart()", Outputs.DisplayData(new MimeBundle()
            .WithJson("application/vnd.plotly.v1+json", JsonNode.Parse("""{"data": [{"type": "scatter", "y": [1, 2, 3], "name": "</script><script>alert(1)</script>"}], "layout": {"title": {"text": "Return"}}}""")!)
            .With("text/html", $"<img alt=\"A line that rises\" src=\"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(Svg))}\"><script>alert(2)</script>")
            .With("image/svg+xml", Svg)));
        Add(notebook, "Frame()", Outputs.ExecuteResult(new MimeBundle().With("text/html", "<style>td{color:red}</style><table onclick=\"alert(3)\"><tr><td>3.1</td></tr></table>").With("text/plain", "frame"), 3));
        Add(notebook, "throw new InvalidOperationException(\"no\");", Outputs.Error("InvalidOperationException", "no", ["\u001b[31mInvalidOperationException\u001b[0m: no <here>"]));
        Add(notebook, "1 + 1", Outputs.ExecuteResult(new MimeBundle().With("text/plain", "2"), 5));
        notebook.AddMarkdown("<script>alert(4)</script><img src=\"https://example.org/x.png\" alt=\"far away\" onerror=\"alert(5)\"> <a href=\"javascript:alert(6)\">click</a> <b>bold</b>");
        return notebook;
    }

    public static Notebook WithFormulas()
    {
        var notebook = Notebook.Create();
        notebook.AddMarkdown("# Advantage $\\hat A_t$\n\nThe sum $\\sum_{l} (\\gamma\\lambda)^l \\delta_{t+l}$ with `$code$` and 5 $ left.");
        notebook.AddMarkdown("## Goals\n\n$$\n\\delta_t = r_t + \\gamma V(s_{t+1}) - V(s_t)\n$$\n\n## The norm $|x|_2$\n\n| symbol | meaning |\n|---|---|\n| $\\lvert x \\rvert$ | size |\n| $a_1 * b_2 * c$ | product |\n\nInline display $$\\int_0^1 x\\,dx = \\tfrac12$$ here.");
        return notebook;
    }

    private static void Add(Notebook notebook, string source, params JsonObject[] outputs)
    {
        var cell = notebook.AddCode(source);
        foreach (var output in outputs)
        {
            cell.Outputs.Add(output);
        }
    }
}
