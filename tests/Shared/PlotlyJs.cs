using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kit.TestSupport;

/// <summary>Asks plotly.js itself, in headless Chromium, what it makes of figures: all of them in one page load.</summary>
internal static partial class PlotlyJs
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Draws figures ({"data", "layout"}) and reports on each; skips the test, with the reason, where Chromium or plotly.js is missing.
    /// KIT_CHROMIUM and KIT_PLOTLY_JS name them where they are not on the PATH and in tests/js/node_modules.
    /// </summary>
    public static IReadOnlyDictionary<string, PlotlyVerdict> Check(IReadOnlyDictionary<string, string> figures)
    {
        var chromium = Named("KIT_CHROMIUM") ?? OnPath("chromium") ?? OnPath("chromium-browser") ?? OnPath("google-chrome");
        Skip.If(chromium is null, "There is no chromium on the PATH (apt-get install chromium, or KIT_CHROMIUM=/path/to/it).");
        var plotly = Named("KIT_PLOTLY_JS") ?? Repository.At("tests", "js", "node_modules", "plotly.js-dist-min", "plotly.min.js");
        Skip.IfNot(File.Exists(plotly), "plotly.js is not installed (npm ci --prefix tests/js, or KIT_PLOTLY_JS=/path/to/plotly.min.js).");

        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("figures.js"), $"const figures = {{ {string.Join(",\n", figures.Select(f => $"{JsonSerializer.Serialize(f.Key)}: {f.Value}"))} }};");
        File.WriteAllText(folder.At("page.html"), $"""
            <!DOCTYPE html>
            <html><head><meta charset="utf-8"></head><body>
            <script src="{new Uri(plotly)}" charset="utf-8"></script>
            <script src="figures.js"></script>
            <script src="{new Uri(Repository.At("tests", "js", "check-figures.js"))}"></script>
            </body></html>
            """);
        var page = Load(chromium!, folder, new Uri(folder.At("page.html")));
        var report = ReportElement().Match(page);
        Assert.True(report.Success, $"Chromium did not get to the end of the figures. The page:\n{page[..Math.Min(page.Length, 2000)]}");
        return JsonSerializer.Deserialize<Dictionary<string, PlotlyVerdict>>(WebUtility.HtmlDecode(report.Groups[1].Value), Camel)!;
    }

    private static string Load(string chromium, TemporaryFolder folder, Uri page)
    {
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--allow-file-access-from-files", $"--user-data-dir={folder.At("profile")}",
            "--virtual-time-budget=100000", "--dump-dom", page.AbsoluteUri,
        ];
        using var process = Process.Start(new ProcessStartInfo(chromium, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"Chromium took more than {Limit.TotalMinutes} minutes.\n{errors.Result}");
        }

        return output.Result;
    }

    private static string? Named(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    private static string? OnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(p => Path.Combine(p, name)).FirstOrDefault(File.Exists);

    [GeneratedRegex("<pre id=\"report\">(.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex ReportElement();
}
