using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kit.Display.Svg;

namespace Kit.Display;

/// <summary>A figure in every representation that a front end may want.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>application/vnd.plotly.v1+json</c>: the live chart where a front end brings a renderer (VS Code).</item>
/// <item><c>text/html</c>: the picture as an <c>img</c>, which is all that stays of it in an untrusted notebook or without
/// scripts, and a script that puts the live chart in its place where plotly.js is at hand.</item>
/// <item><c>image/svg+xml</c> and, as text, the alternative text.</item>
/// </list>
/// </remarks>
public static class FigureBundle
{
    /// <summary>The MIME type of plotly figures.</summary>
    public const string PlotlyMimeType = "application/vnd.plotly.v1+json";

    /// <summary>
    /// Where a Jupyter server offers plotly.js offline: every server serves the folder of an installed kernel, below its base
    /// address. The kernel's installation puts the file there.
    /// </summary>
    public const string ScriptPath = "kernelspecs/.net-csharp/plotly.min.js";

    /// <summary>Makes the bundle; equal figures give equal bytes.</summary>
    /// <param name="figureJson">plotly's <c>{ data, layout, config }</c></param>
    /// <param name="alternativeText">what the picture says, for those who cannot see it; a description of titles and names where null</param>
    /// <param name="options">the size of the picture where the layout has none</param>
    /// <exception cref="FigureException">The JSON is not a figure, or holds a kind of trace that the picture cannot show.</exception>
    public static MimeBundle Create(string figureJson, string? alternativeText = null, SvgOptions? options = null)
    {
        options ??= new SvgOptions();
        var text = alternativeText ?? options.AlternativeText ?? SvgFigure.Describe(figureJson);
        var svg = SvgFigure.Render(figureJson, options with { AlternativeText = text });
        var figure = Parse(figureJson);
        // The live chart has the picture's colours where the figure leaves them open.
        if (figure["layout"] is null or JsonObject && figure["layout"]?["colorway"] is null && figure["layout"]?["template"]?["layout"]?["colorway"] is null)
        {
            var layout = figure["layout"] as JsonObject ?? [];
            layout["colorway"] = new JsonArray([.. Palette.Categorical.Select(color => JsonValue.Create(color))]);
            figure["layout"] = layout;
        }

        return new MimeBundle()
            .WithJson(PlotlyMimeType, figure)
            .With("text/html", Html(figure, svg, text))
            .With("image/svg+xml", svg)
            .With("text/plain", text);
    }

    /// <summary>The picture in an <c>img</c> and the script that replaces it; any number of them may stand in one page.</summary>
    private static string Html(JsonObject figure, string svg, string alternativeText)
    {
        var json = figure.ToJsonString();
        var picture = Convert.ToBase64String(Encoding.UTF8.GetBytes(svg));
        var name = "f" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..16];
        return new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"<div data-kit-figure=\"{name}\"><img alt=\"{WebUtility.HtmlEncode(alternativeText)}\" style=\"max-width:100%\" src=\"data:image/svg+xml;base64,{picture}\">")
            .Append("<script>").Append(Script.Replace("\r", "").Replace("$path", ScriptPath)).Append('(').Append(json).Append(CultureInfo.InvariantCulture, $",\"{name}\")</script></div>")
            .ToString();
    }

    // The script looks for the first box of its figure that no script has taken: the classic notebook runs scripts elsewhere
    // than where they stand, so currentScript does not help. All figures share one load of plotly.js. On a page that no
    // Jupyter server has served nothing is fetched, and whatever fails, the picture simply stays.
    private const string Script = """
        (function(figure,name){try{
        var boxes=document.querySelectorAll('[data-kit-figure="'+name+'"]:not([data-kit-live])'),box=boxes[0],img=box&&box.querySelector('img');
        if(!img)return;
        box.setAttribute('data-kit-live','');
        var done=false;
        function draw(){try{
        if(done||!window.Plotly||!box.isConnected)return;
        done=true;
        var to=document.createElement('div'),layout=Object.assign({},figure.layout);
        layout.height=layout.height||img.height||420;
        box.appendChild(to);
        Promise.resolve(window.Plotly.newPlot(to,figure.data,layout,Object.assign({responsive:true,displaylogo:false},figure.config)))
        .then(function(){img.style.display='none'},function(){to.remove()});
        }catch(e){}}
        if(window.Plotly){draw();return}
        window.addEventListener('load',draw);
        var base=document.body&&document.body.getAttribute('data-base-url'),config=document.getElementById('jupyter-config-data');
        if(!base&&config)base=JSON.parse(config.textContent).baseUrl;
        if(!base||base.charAt(0)!=='/'||base.charAt(1)==='/'||location.protocol.indexOf('http')!==0)return;
        if(base.charAt(base.length-1)!=='/')base+='/';
        var waiting=window.kitFigures;
        if(waiting){waiting.push(draw);return}
        waiting=window.kitFigures=[draw];
        fetch(base+'$path',{credentials:'same-origin'}).then(function(answer){return answer.ok?answer.text():''}).then(function(code){
        if(!code)return;
        var define=window.define,amd=define&&define.amd,script=document.createElement('script');
        if(amd)define.amd=undefined;
        try{script.textContent=code;document.head.appendChild(script);script.remove()}finally{if(amd)define.amd=amd}
        waiting.forEach(function(wake){wake()});
        }).catch(function(){});
        }catch(e){}})
        """;

    private static JsonObject Parse(string figureJson) =>
        JsonNode.Parse(figureJson, documentOptions: new JsonDocumentOptions { MaxDepth = 256 }) as JsonObject
        ?? throw new FigureException("a figure is a JSON object with 'data', an array of traces, and 'layout'.");
}
