using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kit.Display.Svg;

namespace Kit.Display;

/// <summary>A plotly figure in every representation that some front end shows: live where it can be, a picture everywhere else.</summary>
/// <remarks>
/// VS Code draws <c>application/vnd.plotly.v1+json</c>; Jupyter shows <c>text/html</c>, whose script replaces the picture by
/// the live chart; where scripts are stripped (an untrusted notebook, a static page) the picture in the HTML stays. The script
/// asks no other host: plotly.js is there already, or comes from the kernelspec folder, which every Jupyter server serves.
/// </remarks>
public static partial class FigureBundle
{
    /// <summary>All representations of a figure.</summary>
    /// <param name="figureJson">the figure as plotly.js reads it: <c>data</c>, <c>layout</c></param>
    /// <param name="alternativeText">what the figure says, for readers who do not see it; never just "a chart"</param>
    /// <param name="options">size where the layout has none</param>
    /// <exception cref="FigureException">the figure cannot be drawn</exception>
    public static MimeBundle Create(string figureJson, string? alternativeText = null, SvgOptions? options = null)
    {
        var alternative = string.IsNullOrWhiteSpace(alternativeText) ? "a figure without a description" : alternativeText;
        var svg = SvgFigure.Render(figureJson, (options ?? new SvgOptions()) with { AlternativeText = alternative });
        var figure = (JsonObject)JsonNode.Parse(figureJson)!;
        var live = new JsonObject
        {
            ["data"] = figure["data"]?.DeepClone(),
            ["layout"] = figure["layout"]?.DeepClone(),
            ["config"] = new JsonObject { ["responsive"] = true, ["displaylogo"] = false },
        };
        return new MimeBundle()
            .WithJson("application/vnd.plotly.v1+json", live)
            .With("text/html", Html(svg, live, alternative))
            .With("image/svg+xml", svg)
            .With("text/plain", alternative);
    }

    private static string Html(string svg, JsonObject live, string alternative)
    {
        var picture = Encoding.UTF8.GetBytes(svg);
        var id = Convert.ToHexStringLower(SHA256.HashData(picture))[..12];
        var size = Size().Match(svg);

        // The serializer's default encoder escapes <, > and &: nothing in the figure can end the script.
        return string.Create(CultureInfo.InvariantCulture, $$"""
            <div data-kit-figure="{{id}}"><img alt="{{WebUtility.HtmlEncode(alternative)}}" width="{{size.Groups[1].Value}}" height="{{size.Groups[2].Value}}" style="max-width:100%;height:auto" src="data:image/svg+xml;base64,{{Convert.ToBase64String(picture)}}"></div>
            <script type="text/javascript">
            (function () {
              var box = document.querySelector('[data-kit-figure="{{id}}"]:not([data-kit-live])');
              if (!box) { return; }
              box.setAttribute('data-kit-live', '');
              var figure = {{live.ToJsonString(new JsonSerializerOptions())}};
              function draw() {
                if (!window.Plotly || !box.isConnected) { return; }
                var host = document.createElement('div');
                window.Plotly.newPlot(host, figure.data, figure.layout, figure.config).then(function () { box.replaceChildren(host); }, function () { });
              }
              if (window.Plotly) { draw(); return; }
              var settings = document.getElementById('jupyter-config-data');
              var base = document.body && document.body.getAttribute('data-base-url');
              if (!base && settings) { try { base = JSON.parse(settings.textContent).baseUrl; } catch (ignored) { } }
              if (!base) { return; }
              if (!window.kitPlotly) {
                window.kitPlotly = new Promise(function (resolve) {
                  var amd = window.define && window.define.amd;
                  if (amd) { window.define.amd = undefined; }
                  var script = document.createElement('script');
                  script.onload = script.onerror = function () { if (amd) { window.define.amd = amd; } resolve(); };
                  script.src = base.replace(/\/?$/, '/') + 'kernelspecs/.net-csharp/plotly.min.js';
                  document.head.appendChild(script);
                });
              }
              window.kitPlotly.then(draw);
            })();
            </script>
            """);
    }

    [GeneratedRegex("""<svg[^>]*?\swidth="([0-9.]+)"[^>]*?\sheight="([0-9.]+)""")]
    private static partial Regex Size();
}
