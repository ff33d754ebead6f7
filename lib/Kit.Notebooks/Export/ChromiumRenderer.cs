using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kit.Notebooks.Format;

namespace Kit.Notebooks.Export;

/// <summary>Turns SVG pictures into PNG with headless Chromium, all in one run: for places that damage SVG.</summary>
public static partial class ChromiumRenderer
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>The PNG of each SVG, in order.</summary>
    /// <param name="svgs">the pictures</param>
    /// <param name="scale">pixels of the result per pixel of the picture</param>
    /// <exception cref="MissingToolException">no Chromium on PATH, or it does not start</exception>
    /// <exception cref="NotebookFormatException">a picture that Chromium cannot draw</exception>
    public static IReadOnlyList<byte[]> Render(IReadOnlyList<string> svgs, double scale = 2)
    {
        if (svgs.Count == 0)
        {
            return [];
        }

        var program = ExternalTool.Find("Turning figures into PNG", "chromium", "chromium", "chromium-browser", "google-chrome");
        var folder = Directory.CreateTempSubdirectory("kit-png-");
        try
        {
            var page = Path.Combine(folder.FullName, "figures.html");
            File.WriteAllText(page, Page(svgs, scale));
            var (exitCode, output, errors) = ExternalTool.Run(program, Arguments(folder.FullName, ["--dump-dom", new Uri(page).AbsoluteUri]), folder.FullName, "", Limit);
            var results = Result().Matches(output);
            if (results.Count != svgs.Count)
            {
                throw new MissingToolException("chromium", $"{Path.GetFileName(program)} drew {results.Count} of {svgs.Count} figures (exit code {exitCode}): {LastLines(errors)}");
            }

            return [.. results.Select((match, index) => match.Groups[1].Length > 0
                ? Convert.FromBase64String(match.Groups[1].Value)
                : throw new NotebookFormatException($"Figure {index + 1} of {svgs.Count} cannot be drawn; it is not a sound SVG."))];
        }
        finally
        {
            Delete(folder);
        }
    }

    /// <summary>Replaces every SVG of a notebook's outputs by its PNG, in the picture and in the HTML beside it; gives their number.</summary>
    public static int ReplaceSvg(Notebook notebook)
    {
        var bundles = notebook.CodeCells.SelectMany(cell => cell.Outputs).Select(output => output?["data"] as JsonObject).OfType<JsonObject>().ToList();
        var pictures = new Dictionary<string, string>();
        foreach (var svg in bundles.SelectMany(Pictures))
        {
            pictures.TryAdd(svg, "");
        }

        var order = pictures.Keys.ToList();
        var rendered = Render(order);
        for (var index = 0; index < order.Count; index++)
        {
            pictures[order[index]] = Convert.ToBase64String(rendered[index]);
        }

        foreach (var data in bundles)
        {
            if (data.ContainsKey("image/svg+xml"))
            {
                data["image/png"] = pictures[MultilineText.Join(data["image/svg+xml"])];
                data.Remove("image/svg+xml");
            }

            if (data.ContainsKey("text/html"))
            {
                data["text/html"] = EmbeddedSvg().Replace(MultilineText.Join(data["text/html"]), match => $"data:image/png;base64,{pictures[Decode(match)]}");
            }
        }

        return order.Count;
    }

    /// <summary>The flags of a Chromium that keeps to itself: no network chatter, no profile, no first-run pages.</summary>
    internal static IEnumerable<string> Arguments(string profile, IEnumerable<string> more) =>
    [
        "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", "--user-data-dir=" + Path.Combine(profile, "profile"),

        // Some of its services ask their servers in spite of all that: no name leads anywhere.
        "--host-resolver-rules=MAP * ~NOTFOUND",
        .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
        .. more,
    ];

    // Helpers of the browser write for a moment longer; the pictures are there, so a folder left behind is no failure.
    private static void Delete(DirectoryInfo folder)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            try
            {
                folder.Delete(recursive: true);
                return;
            }
            catch (IOException)
            {
                Thread.Sleep(50);
            }
        }
    }

    private static IEnumerable<string> Pictures(JsonObject data)
    {
        if (data.ContainsKey("image/svg+xml"))
        {
            yield return MultilineText.Join(data["image/svg+xml"]);
        }

        foreach (Match match in EmbeddedSvg().Matches(MultilineText.Join(data["text/html"])))
        {
            yield return Decode(match);
        }
    }

    private static string Decode(Match match) => Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups[1].Value));

    // The load event waits for all pictures, so that drawing them needs no waiting of its own.
    private static string Page(IReadOnlyList<string> svgs, double scale)
    {
        var page = new StringBuilder("<!DOCTYPE html><meta charset=\"utf-8\"><title>figures</title>\n");
        foreach (var svg in svgs)
        {
            page.Append("<img src=\"data:image/svg+xml;base64,").Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(svg))).Append("\">\n");
        }

        return page.Append("<script>\nconst scale = ").Append(scale.ToString(System.Globalization.CultureInfo.InvariantCulture)).Append(
            """
            ;
            addEventListener("load", () => {
              for (const image of [...document.images]) {
                const canvas = document.createElement("canvas");
                canvas.width = Math.round(image.naturalWidth * scale);
                canvas.height = Math.round(image.naturalHeight * scale);
                const result = document.createElement("pre");
                if (canvas.width > 0 && canvas.height > 0) {
                  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
                  result.textContent = canvas.toDataURL("image/png").split(",")[1];
                }
                result.className = "result";
                image.replaceWith(result);
              }
            });
            </script>
            """).ToString();
    }

    private static string LastLines(string errors) => string.Join(' ', errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(5));

    [GeneratedRegex("<pre class=\"result\">([A-Za-z0-9+/=]*)</pre>")]
    private static partial Regex Result();

    [GeneratedRegex("data:image/svg\\+xml;base64,([A-Za-z0-9+/]+=*)")]
    private static partial Regex EmbeddedSvg();
}
