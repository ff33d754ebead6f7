using Microsoft.FSharp.Core;

namespace Plotly.NET.TraceObjects;

public class Cumulative : DynamicObj.DynamicObj
{
    public static Cumulative init(
        FSharpOption<bool>? Enabled = null, FSharpOption<StyleParam.CumulativeDirection>? Direction = null,
        FSharpOption<StyleParam.Currentbin>? Currentbin = null) => new Cumulative().Set("enabled", Enabled).Set("direction", Direction).Set("currentbin", Currentbin);
}
