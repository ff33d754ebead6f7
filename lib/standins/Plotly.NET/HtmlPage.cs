using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Plotly.NET;

/// <summary>A figure as a page of its own.</summary>
internal static class HtmlPage
{
    /// <summary>Where the package's pages take plotly.js from.</summary>
    private const string Cdn = "https://cdn.plot.ly/plotly-2.27.1.min.js";

    /// <summary>The environment variable that names a local plotly.js, which a page then carries itself: nothing is fetched when it is opened.</summary>
    private const string LocalScript = "KIT_PLOTLY_JS";

    internal static string Fragment(GenericChart chart)
    {
        var json = GenericChart.toJson(chart).Replace("<", "\\u003c", StringComparison.Ordinal);
        var id = "chart-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)).AsSpan(0, 8));
        return $$"""
            <div id="{{id}}"></div>
            <script>
            (function () {
              const figure = {{json}};
              const place = document.getElementById("{{id}}");
              if (window.Plotly) Plotly.newPlot(place, figure.data, figure.layout, figure.config);
              else place.textContent = "plotly.js could not be loaded, so this chart cannot be drawn.";
            })();
            </script>
            """;
    }

    internal static string Page(GenericChart chart) => $"""
        <!DOCTYPE html>
        <html>
        <head>
        <meta charset="utf-8">
        <title>{WebUtility.HtmlEncode(Title(chart))}</title>
        {Script()}
        </head>
        <body>
        {Fragment(chart)}
        </body>
        </html>
        """;

    internal static string Save(GenericChart chart, string path)
    {
        var file = path.EndsWith(".html", StringComparison.Ordinal) ? path : path + ".html";
        File.WriteAllText(file, Page(chart));
        return file;
    }

    /// <summary>The package would now start a browser, which a course on somebody else's machine should not do: the page is written and named.</summary>
    internal static void Show(GenericChart chart) =>
        Announce(Save(chart, Path.Combine(Directory.CreateTempSubdirectory("chart").FullName, "chart.html")));

    internal static void Announce(string file) => Console.WriteLine($"Chart written to {file}");

    private static string Title(GenericChart chart) => GenericChart.getLayout(chart).Get<Title>("title")?.Get<string>("text") ?? "Chart";

    private static string Script()
    {
        var file = Environment.GetEnvironmentVariable(LocalScript);
        return string.IsNullOrEmpty(file) ? $"""<script src="{Cdn}" charset="utf-8"></script>""" : $"<script>{File.ReadAllText(file)}</script>";
    }
}
