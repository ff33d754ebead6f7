using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kit.Notebooks.Export;

/// <summary>Turns TeX into HTML with MathML by KaTeX, at export time and in one node process, so that pages need no script.</summary>
/// <param name="folder">where KaTeX is installed to, once; a folder that git ignores</param>
public sealed partial class FormulaRenderer(string folder)
{
    private static readonly string[] Files = ["package.json", "package-lock.json", ".npmrc", "render.js"];
    private readonly string _folder = Path.GetFullPath(folder);

    /// <summary>Renders formulas in order: each gives HTML, or the error that KaTeX reports.</summary>
    /// <exception cref="MissingToolException">node or npm is missing, or npm cannot install KaTeX</exception>
    public IReadOnlyList<(string? Html, string? Error)> Render(IReadOnlyList<(string Tex, bool Display)> formulas)
    {
        if (formulas.Count == 0)
        {
            return [];
        }

        Install();
        var input = new JsonArray([.. formulas.Select(formula => new JsonObject { ["tex"] = formula.Tex, ["display"] = formula.Display })]);
        var (exitCode, output, errors) = ExternalTool.Run(Node(), ["render.js"], _folder, input.ToJsonString(), TimeSpan.FromMinutes(5));
        return exitCode == 0
            ? [.. JsonNode.Parse(output)!.AsArray().Select(item => ((string?)item!["html"], (string?)item["error"]))]
            : throw new MissingToolException("node", $"node could not render the formulas: {errors.Trim()}");
    }

    /// <summary>Copies KaTeX's style sheet and fonts to where pages find them.</summary>
    public void CopyAssets(string target)
    {
        Install();
        var source = Path.Combine(_folder, "node_modules", "katex", "dist");
        Directory.CreateDirectory(Path.Combine(target, "fonts"));

        // Every browser that knows MathML knows WOFF2; the older formats would double the site.
        var style = OlderFonts().Replace(File.ReadAllText(Path.Combine(source, "katex.min.css")), "");
        File.WriteAllText(Path.Combine(target, "katex.min.css"), style);
        foreach (var font in Directory.EnumerateFiles(Path.Combine(source, "fonts"), "*.woff2"))
        {
            File.Copy(font, Path.Combine(target, "fonts", Path.GetFileName(font)), overwrite: true);
        }
    }

    private static string Node() => ExternalTool.Find("Rendering mathematics", "nodejs npm", "node", "nodejs");

    private void Install()
    {
        Node();
        Directory.CreateDirectory(_folder);
        using var alone = Alone();
        var current = Path.Exists(Path.Combine(_folder, "node_modules", "katex", "dist", "katex.min.css"));
        foreach (var file in Files)
        {
            var (path, content) = (Path.Combine(_folder, file), EmbeddedFile.Text($"katex/{file}"));
            if (!File.Exists(path) || File.ReadAllText(path) != content)
            {
                current = false;
                File.WriteAllText(path, content);
            }
        }

        if (current)
        {
            return;
        }

        try
        {
            var npm = ExternalTool.Find("Installing KaTeX, which renders mathematics,", "nodejs npm", "npm");
            var (exitCode, _, errors) = ExternalTool.Run(npm, ["ci", "--ignore-scripts"], _folder, "", TimeSpan.FromMinutes(5));
            if (exitCode != 0)
            {
                throw new MissingToolException("npm", $"npm could not install KaTeX, which renders mathematics: {errors.Trim()}");
            }
        }
        catch
        {
            // Half an installation must not look like a whole one next time.
            File.Delete(Path.Combine(_folder, Files[0]));
            throw;
        }
    }

    // Two exports may start at the same time; only one installs.
    private FileStream Alone()
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(_folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (patience.Elapsed < TimeSpan.FromMinutes(6))
            {
                Thread.Sleep(100);
            }
        }
    }

    [GeneratedRegex(@",\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(""(?:woff|truetype)""\)")]
    private static partial Regex OlderFonts();
}
