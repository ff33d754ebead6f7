using System.Globalization;

namespace Kit.Display.Tests;

/// <summary>One figure for each thing that the SVG writer can draw, in plotly's schema.</summary>
internal static class Gallery
{
    public static IReadOnlyDictionary<string, string> Figures { get; } = new Dictionary<string, string>
    {
        ["learning-curves"] = LearningCurves(),
        ["lines-dashes"] = """
            {"data":[
              {"x":[0,1,2,3,4],"y":[1,3,2,5,4],"name":"solid","line":{"width":2}},
              {"x":[0,1,2,3,4],"y":[2,4,3,6,5],"name":"dash","mode":"lines","line":{"dash":"dash"}},
              {"x":[0,1,2,3,4],"y":[3,5,4,7,6],"name":"dot","mode":"lines","line":{"dash":"dot"}},
              {"x":[0,1,2,3,4],"y":[4,6,5,8,7],"name":"dashdot, smoothed","mode":"lines","line":{"dash":"dashdot","shape":"spline"}},
              {"x":[0,1,2,3,4],"y":[5,7,null,9,8],"name":"gap, steps","mode":"lines+markers","line":{"shape":"hv"},"marker":{"symbol":"square","size":8}}],
             "layout":{"title":{"text":"Lines: dashes, a spline, a gap<br><sub>five traces, one palette</sub>"},"xaxis":{"title":{"text":"step"}},"yaxis":{"title":{"text":"value in m s<sup>−1</sup>"}}}}
            """,
        ["markers-errors"] = """
            {"data":[
              {"x":[5,6,7,8],"y":[0.62,0.71,0.74,0.79],"mode":"markers","name":"ours","marker":{"size":10,"symbol":"diamond"},"error_y":{"type":"data","array":[0.03,0.02,0.04,0.02]}},
              {"x":[5.1,6.1,7.1,8.1],"y":[0.55,0.60,0.66,0.70],"mode":"markers+text","name":"theirs","text":["a","b","c","d"],"textposition":"bottom center","marker":{"size":10,"symbol":"triangle-up"},
               "error_y":{"type":"data","symmetric":false,"array":[0.05,0.02,0.04,0.02],"arrayminus":[0.01,0.01,0.01,0.06]},"error_x":{"type":"constant","value":0.2}}],
             "layout":{"title":"Accuracy with 95 % intervals","xaxis":{"title":{"text":"draft length d"},"dtick":1},"yaxis":{"title":{"text":"accuracy"},"tickformat":".0%"}}}
            """,
        ["bars-grouped"] = """
            {"data":[
              {"type":"bar","name":"Vicuna 7B","x":["MT-bench","Translation","Summarization","QA","Math reasoning","RAG"],"y":[2.81,1.93,2.31,2.24,2.95,2.21],"text":["2.81","1.93","2.31","2.24","2.95","2.21"]},
              {"type":"bar","name":"Vicuna 13B","x":["MT-bench","Translation","Summarization","QA","Math reasoning","RAG"],"y":[3.02,2.05,2.44,2.31,3.16,2.33],"error_y":{"type":"data","array":[0.1,0.1,0.2,0.1,0.1,0.1]}}],
             "layout":{"title":{"text":"Speed-up by benchmark"},"yaxis":{"title":{"text":"speed-up (×)"}},"xaxis":{"title":{"text":"benchmark"}},
               "shapes":[{"type":"line","xref":"paper","x0":0,"x1":1,"y0":1,"y1":1,"line":{"dash":"dash","width":1.5,"color":"#555"}}],
               "annotations":[{"xref":"paper","yref":"paper","x":0,"y":-0.25,"xanchor":"left","yanchor":"top","showarrow":false,"text":"n = 80 prompts each; figures as printed in the paper, greedy decoding","font":{"size":10,"color":"#666"}}]}}
            """,
        ["bars-stacked-horizontal"] = """
            {"data":[
              {"type":"bar","orientation":"h","name":"drafting","y":["EAGLE-3","Medusa","vanilla"],"x":[12,8,0],"text":["12","8",""]},
              {"type":"bar","orientation":"h","name":"verifying","y":["EAGLE-3","Medusa","vanilla"],"x":[22,31,75],"texttemplate":"%{x:.1f} ms","insidetextanchor":"middle"},
              {"type":"bar","orientation":"h","name":"sampling","y":["EAGLE-3","Medusa","vanilla"],"x":[3,4,5]}],
             "layout":{"barmode":"stack","title":{"text":"Where the time goes","x":0.05},"xaxis":{"title":{"text":"milliseconds per step"}},"legend":{"orientation":"h","traceorder":"normal"}}}
            """,
        ["bars-relative"] = """
            {"data":[
              {"type":"bar","name":"gain","x":["a","b","c","d"],"y":[1,4,2,3],"text":["+1","+4","+2","+3"],"textposition":"outside"},
              {"type":"bar","name":"loss","x":["a","b","c","d"],"y":[-2,-1,-3,-0.5],"text":["−2","−1","−3","−0.5"],"textposition":"outside"}],
             "layout":{"barmode":"relative","title":{"text":"Gains and losses"},"yaxis":{"title":{"text":"reward"}},"legend":{"orientation":"h","x":1,"xanchor":"right","y":1.02,"yanchor":"bottom"}}}
            """,
        ["bars-long-names"] = """
            {"data":[{"type":"bar","x":["Meta-Llama-3.1-8B-Instruct","DeepSeek-R1-Distill-Llama-8B","Vicuna-13B-v1.3 (EAGLE-3 drafter)","Qwen2.5-Math-72B-Instruct","Mixtral-8x7B-Instruct-v0.1","gpt-oss-120b","Llama-4-Scout-17B-16E-Instruct","Yi-34B-Chat","Falcon-180B-chat","Phi-3-medium-128k"],"y":[1,2,3,4,5,4,3,2,1,2]}],
             "layout":{"title":"Long names turn","yaxis":{"title":"count"}}}
            """,
        ["heatmap-numbers"] = """
            {"data":[{"type":"heatmap","z":[[0.59,0.656,0.729,0.81],[0.531,null,0.81,0.9],[0.478,0.531,0.9,1.0]],"x":["1","2","3","4"],"y":["A","B","C"],"texttemplate":"%{z:.2f}","colorscale":"Viridis","colorbar":{"title":{"text":"V(s)"}}}],
             "layout":{"title":{"text":"State values, γ = 0.9"},"xaxis":{"type":"category","title":{"text":"column"},"side":"top"},"yaxis":{"autorange":"reversed","title":{"text":"row"}}}}
            """,
        ["heatmap-policy"] = """
            {"data":[{"type":"heatmap","z":[[-1,0,1],[0.5,2,-2],[3,-3,0]],"zmid":0,"colorscale":[[0,"#0072b2"],[0.5,"#ffffff"],[1,"#d55e00"]],"xgap":2,"ygap":2,"colorbar":{"title":{"text":"advantage of the chosen action"},"tickformat":".1f"}}],
             "layout":{"width":520,"height":420,"title":{"text":"Policy arrows"},"xaxis":{"dtick":1},"yaxis":{"scaleanchor":"x","autorange":"reversed","dtick":1},
              "annotations":[{"x":0.35,"y":0,"ax":-0.35,"ay":0,"axref":"x","ayref":"y","text":"","arrowhead":2},{"x":1,"y":0.35,"ax":1,"ay":-0.35,"axref":"x","ayref":"y","text":"","arrowhead":2},{"x":2,"y":2,"text":"goal","showarrow":false}]}}
            """,
        ["heatmap-large"] = LargeHeatmap(),
        ["histogram"] = Histogram(),
        ["boxes"] = """
            {"data":[
              {"type":"box","name":"PPO","y":[1,2,2.5,3,3.2,3.4,4,4.1,5,9.5]},
              {"type":"box","name":"GRPO","y":[2,2.2,2.6,3.1,3.9,4.4,4.6,5.1,5.4,6],"boxpoints":"all"},
              {"type":"box","name":"DPO","y":[0.5,1.1,1.6,2.2,2.8,3.3,3.5,3.9,4.2,4.4],"boxmean":true},
              {"type":"box","name":"given","q1":[1.5],"median":[2.5],"q3":[3.5],"lowerfence":[0.5],"upperfence":[5]}],
             "layout":{"title":{"text":"Returns over ten seeds"},"yaxis":{"title":{"text":"return"}},"showlegend":false}}
            """,
        ["boxes-grouped-horizontal"] = """
            {"data":[
              {"type":"box","name":"quick","orientation":"h","y":["A","A","A","A","A","B","B","B","B","B"],"x":[1,2,3,4,5,2,3,4,5,6]},
              {"type":"box","name":"full","orientation":"h","y":["A","A","A","A","A","B","B","B","B","B"],"x":[3,4,5,6,7,1,1,2,2,9]}],
             "layout":{"boxmode":"group","title":{"text":"Grouped boxes"},"xaxis":{"title":{"text":"seconds"}}}}
            """,
        ["log-axes"] = """
            {"data":[{"x":[1,10,100,1000,10000,100000],"y":[3,0.9,0.31,0.1,0.034,0.0098],"name":"error","error_y":{"type":"percent","value":30}},{"x":[1,100000],"y":[3,0.00949],"mode":"lines","line":{"dash":"dot"},"name":"n<sup>−1/2</sup>"}],
             "layout":{"title":{"text":"Monte Carlo error"},"xaxis":{"type":"log","title":{"text":"episodes"}},"yaxis":{"type":"log","title":{"text":"root mean squared error"}}}}
            """,
        ["log-short"] = """
            {"data":[{"x":[8,16,32,64,128,256],"y":[21,26,34,41,66,88],"mode":"lines+markers"}],
             "layout":{"title":{"text":"Less than two decades"},"xaxis":{"type":"log","tickvals":[8,16,32,64,128,256],"title":{"text":"batch size"}},"yaxis":{"type":"log","title":{"text":"tokens per second"}}}}
            """,
        ["dates"] = """
            {"data":[{"x":["2024-01-15","2024-03-01","2024-06-10","2024-09-30","2025-01-20"],"y":[61.2,63.0,70.4,74.1,79.8],"name":"best published"}],
             "layout":{"title":{"text":"By date"},"yaxis":{"title":{"text":"score"},"ticksuffix":" %"}}}
            """,
        ["two-axes"] = """
            {"data":[
              {"x":[1,2,3,4,5,6],"y":[12000,23000,31000,35000,37000,38000],"name":"tokens per second"},
              {"x":[1,2,3,4,5,6],"y":[0.92,0.83,0.76,0.71,0.68,0.66],"yaxis":"y2","name":"acceptance","line":{"dash":"dash"}}],
             "layout":{"title":{"text":"Two vertical axes"},"xaxis":{"title":{"text":"draft length"}},"yaxis":{"title":{"text":"tokens per second"}},
              "yaxis2":{"title":{"text":"acceptance rate α"},"overlaying":"y","side":"right"},"legend":{"orientation":"h","y":-0.2}}}
            """,
        ["grid"] = Grid(),
        ["grid-coupled"] = """
            {"data":[
              {"x":[1,2,3],"y":[1,4,9],"name":"a"},{"x":[1,2,3],"y":[2,3,4],"xaxis":"x2","yaxis":"y","name":"b"},
              {"x":[1,2,3],"y":[100,200,300],"xaxis":"x","yaxis":"y2","name":"c"},{"x":[1,2,3],"y":[300,200,100],"xaxis":"x2","yaxis":"y2","name":"d"}],
             "layout":{"grid":{"rows":2,"columns":2},"title":{"text":"Shared axes"},"xaxis":{"title":{"text":"left x"}},"xaxis2":{"title":{"text":"right x"},"matches":"x"},"yaxis":{"title":{"text":"top y"}},"yaxis2":{"title":{"text":"bottom y"}}}}
            """,
        ["areas"] = """
            {"data":[
              {"x":[0,1,2,3,4,5],"y":[3,4,3,5,4,6],"fill":"tozeroy","name":"area","mode":"lines"},
              {"x":[1,2,3,4],"y":[7,8.5,8.2,7],"fill":"toself","name":"loop","mode":"lines","line":{"color":"#009e73"}}],
             "layout":{"title":{"text":"Areas"},"xaxis":{"title":{"text":"x"}},"yaxis":{"title":{"text":"y"}}}}
            """,
        ["areas-stacked"] = """
            {"data":[
              {"x":[0,1,2,3,4],"y":[1,2,3,2,1],"stackgroup":"one","name":"search"},
              {"x":[0,1,2,3,4],"y":[2,2,2,3,4],"stackgroup":"one","name":"think"},
              {"x":[0,2,4],"y":[1,1,1],"stackgroup":"one","name":"answer"}],
             "layout":{"title":{"text":"Stacked areas"},"xaxis":{"title":{"text":"step"}},"yaxis":{"title":{"text":"share"}}}}
            """,
        ["annotations-shapes"] = """
            {"data":[{"x":[0,1,2,3,4,5,6,7,8,9],"y":[0,0.2,0.5,1.3,2.9,4.1,4.6,4.8,4.9,4.9],"mode":"lines","name":"return"}],
             "layout":{"title":{"text":"<b>A turning point</b>","subtitle":{"text":"one seed; a shaded warm-up phase"}},"xaxis":{"title":{"text":"episode"}},"yaxis":{"title":{"text":"return"}},
              "shapes":[{"type":"rect","xref":"x","yref":"paper","x0":0,"x1":2,"y0":0,"y1":1,"fillcolor":"rgba(0,114,178,0.12)","line":{"width":0},"layer":"below"},{"type":"line","xref":"x domain","x0":0,"x1":1,"y0":5,"y1":5,"line":{"dash":"dot","color":"#d55e00"},"label":{"text":"optimum","textposition":"end"}},{"type":"circle","x0":3.6,"x1":4.4,"y0":2.5,"y1":3.3,"line":{"color":"#009e73"}}],
              "annotations":[{"x":4,"y":2.9,"text":"learns the<br>second room","ax":70,"ay":30,"arrowhead":2,"align":"left"},{"x":1,"y":1,"yref":"y domain","text":"warm-up","showarrow":false,"yanchor":"top","font":{"color":"#0072b2"}}]}}
            """,
        ["many-traces"] = ManyTraces(),
        ["color-scatter"] = """
            {"data":[{"x":[1,2,3,4,5,6],"y":[2,1,4,3,6,5],"mode":"markers","marker":{"size":[10,20,30,40,25,15],"color":[1,2,3,4,5,6],"colorscale":"Cividis","showscale":true,"colorbar":{"title":{"text":"seed"}},"line":{"width":1,"color":"#333"}}}],
             "layout":{"title":{"text":"Colour and size"},"xaxis":{"title":{"text":"x"}},"yaxis":{"title":{"text":"y"}}}}
            """,
        ["legend-inside"] = """
            {"data":[{"x":[0,1,2,3],"y":[0.001,0.002,0.0015,0.003],"name":"first"},{"x":[0,1,2,3],"y":[0.002,0.0025,0.0035,0.0031],"name":"second"}],
             "layout":{"title":{"text":"Legend inside, small numbers"},"legend":{"x":0.02,"y":0.98,"bordercolor":"#bbb","title":{"text":"method"}},"yaxis":{"title":{"text":"learning rate"}},"width":480,"height":320}}
            """,
        ["symbols"] = """
            {"data":[{"x":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15],"y":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1],"mode":"markers","name":"symbols","marker":{"size":14,
              "symbol":["circle","square","diamond","triangle-up","triangle-down","triangle-left","triangle-right","cross","x","star","hexagon","circle-open","square-open","cross-thin","x-thin-open"]}},
              {"x":[1,5,10,15],"y":[1.4,1.6,1.4,1.6],"mode":"lines+text","text":["left","top","right","bottom"],"textposition":["middle left","top center","middle right","bottom center"],"line":{"shape":"vhv"},"name":"texts"},
              {"x":[1,5,10,15],"y":[0.4,0.6,0.4,0.6],"mode":"lines","line":{"shape":"hvh"},"fill":"tozeroy","name":"middle steps"}],
             "layout":{"title":{"text":"Symbols","x":1,"xanchor":"right"},"yaxis":{"mirror":true},"legend":{"x":-0.2}}}
            """,
        ["dates-hours"] = """
            {"data":[{"x":["2024-05-01 08:00","2024-05-01 13:30","2024-05-01 20:15"],"y":[1,3,2]},{"type":"bar","x":["2024-05-01 10:00"],"y":[2],"xaxis":"x2","yaxis":"y2"},{"x":["1990-01-01","2020-01-01"],"y":[1,2],"xaxis":"x3","yaxis":"y3"}],
             "layout":{"grid":{"rows":1,"columns":3,"pattern":"independent"},"showlegend":false,"title":{"text":"Hours and decades"},"xaxis":{"tickformat":"%H:%M"},"xaxis3":{"tickangle":45}}}
            """,
        ["hostile-text"] = """
            {"data":[{"type":"bar","x":["<script>alert(1)</script>","a & b","\"quoted\"","Ünïcödé 漢字 🎲"],"y":[1,2,3,4],"name":"x"}],
             "layout":{"title":{"text":"A title that is far too long for its figure and must therefore be broken over several lines, because nothing may be clipped & nothing may overlap"},"yaxis":{"title":{"text":"an axis title that is also much too long for an axis of so small a height"}},"width":420,"height":300}}
            """,
    };

    /// <summary>Twelve methods' noisy curves, deterministic.</summary>
    private static string ManyTraces()
    {
        var traces = Enumerable.Range(0, 12).Select(i => $$"""{"x":[0,1,2,3,4,5],"y":[{{Join(Enumerable.Range(0, 6).Select(x => i + Math.Sin(x + i)))}}],"name":"method number {{i + 1}}","mode":"lines+markers"}""");
        return $$$$$"""{"data":[{{{{{string.Join(",", traces)}}}}}],"layout":{"title":{"text":"Twelve traces"},"legend":{"orientation":"h"},"xaxis":{"title":{"text":"x"}}}}""";
    }

    private static string LearningCurves()
    {
        var xs = Enumerable.Range(0, 60).Select(i => i * 500.0).ToArray();
        var traces = new List<string>();
        foreach (var (name, color, top, speed) in new[] { ("PPO", "#0072b2", 480.0, 6000.0), ("REINFORCE", "#d55e00", 390.0, 12000.0) })
        {
            double Mean(double x) => top * (1 - Math.Exp(-x / speed)) + 8 * Math.Sin(x / 900);
            traces.Add($$"""{"x":[{{Join(xs)}}],"y":[{{Join(xs.Select(x => Mean(x) - 25 - x / 900))}}],"mode":"lines","line":{"width":0},"showlegend":false,"legendgroup":"{{name}}","name":"{{name}} low"}""");
            traces.Add($$"""{"x":[{{Join(xs)}}],"y":[{{Join(xs.Select(x => Mean(x) + 25 + x / 900))}}],"mode":"lines","line":{"width":0},"fill":"tonexty","fillcolor":"{{(color == "#0072b2" ? "rgba(0,114,178,0.2)" : "rgba(213,94,0,0.2)")}}","showlegend":false,"legendgroup":"{{name}}","name":"{{name}} high"}""");
            traces.Add($$"""{"x":[{{Join(xs)}}],"y":[{{Join(xs.Select(Mean))}}],"mode":"lines","line":{"color":"{{color}}"},"legendgroup":"{{name}}","name":"{{name}}"}""");
        }

        return $$$$$"""{"data":[{{{{{string.Join(",", traces)}}}}}],"layout":{"title":{"text":"CartPole: mean return and 95 % band"},"xaxis":{"title":{"text":"environment steps"}},"yaxis":{"title":{"text":"episode return"},"rangemode":"tozero"},"legend":{"traceorder":"normal"},"annotations":[{"xref":"paper","yref":"paper","x":1,"y":-0.2,"showarrow":false,"text":"n = 20 seeds","font":{"size":10}}]}}""";
    }

    private static string LargeHeatmap()
    {
        var rows = Enumerable.Range(0, 60).Select(y => "[" + Join(Enumerable.Range(0, 80).Select(x => Math.Sin(x / 8.0) * Math.Cos(y / 9.0))) + "]");
        return $$$$$"""{"data":[{"type":"heatmap","z":[{{{{{string.Join(",", rows)}}}}}],"colorscale":"RdBu"}],"layout":{"title":{"text":"A field of 80 × 60 cells"},"xaxis":{"title":{"text":"i"}},"yaxis":{"title":{"text":"j"}}}}""";
    }

    private static string Histogram()
    {
        // Sums of four uniform numbers of a small congruential generator.
        var state = 12345UL;
        double Next() => (state = state * 6364136223846793005 + 1442695040888963407) / (double)ulong.MaxValue;
        var first = Enumerable.Range(0, 400).Select(_ => Next() + Next() + Next() + Next()).ToArray();
        var second = Enumerable.Range(0, 400).Select(_ => Next() + Next() + Next() + Next() + 0.8).ToArray();
        return $$$$$"""{"data":[{"type":"histogram","x":[{{{{{Join(first)}}}}}],"name":"before","opacity":0.6},{"type":"histogram","x":[{{{{{Join(second)}}}}}],"name":"after","opacity":0.6}],"layout":{"barmode":"overlay","title":{"text":"Reward before and after"},"xaxis":{"title":{"text":"reward"}},"yaxis":{"title":{"text":"episodes"}}}}""";
    }

    private static string Grid() => """
        {"data":[
          {"x":[1,2,3],"y":[1000,4000,9000],"name":"a","xaxis":"x","yaxis":"y"},
          {"type":"bar","x":["p","q","r"],"y":[3,1,2],"name":"b","xaxis":"x2","yaxis":"y2"},
          {"type":"heatmap","z":[[1,2],[3,4]],"xaxis":"x3","yaxis":"y3","colorbar":{"x":0.45,"len":0.4,"y":0.2}},
          {"type":"box","y":[1,2,3,4,9],"name":"d","xaxis":"x4","yaxis":"y4"}],
         "layout":{"height":560,"grid":{"rows":2,"columns":2,"pattern":"independent"},"title":{"text":"Four subplots"},
          "xaxis":{"title":{"text":"x of a"}},"yaxis":{"title":{"text":"y of a"}},"xaxis2":{"title":{"text":"x of b"}},"yaxis2":{"title":{"text":"y of b"}},"yaxis4":{"title":{"text":"y of d"}},
          "annotations":[
            {"text":"first","x":0.222,"y":1,"xref":"paper","yref":"paper","xanchor":"center","yanchor":"bottom","showarrow":false},
            {"text":"second","x":0.778,"y":1,"xref":"paper","yref":"paper","xanchor":"center","yanchor":"bottom","showarrow":false},
            {"text":"third","x":0.222,"y":0.412,"xref":"paper","yref":"paper","xanchor":"center","yanchor":"bottom","showarrow":false},
            {"text":"fourth","x":0.778,"y":0.412,"xref":"paper","yref":"paper","xanchor":"center","yanchor":"bottom","showarrow":false}]}}
        """;

    private static string Join(IEnumerable<double> numbers) => string.Join(",", numbers.Select(number => Math.Round(number, 4).ToString(CultureInfo.InvariantCulture)));
}
