using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

public class Domain : DynamicObj.DynamicObj
{
    public static Domain init(
        FSharpOption<StyleParam.Range>? X = null, FSharpOption<StyleParam.Range>? Y = null, FSharpOption<int>? Row = null,
        FSharpOption<int>? Column = null) => new Domain().Set("x", X).Set("y", Y).Set("row", Row).Set("column", Column);
}
