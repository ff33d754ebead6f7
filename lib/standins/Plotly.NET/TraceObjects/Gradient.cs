using Microsoft.FSharp.Core;

namespace Plotly.NET.TraceObjects;

public class Gradient : DynamicObj.DynamicObj
{
    public static Gradient init(
        FSharpOption<Color>? Color = null, FSharpOption<StyleParam.GradientType>? Type = null,
        FSharpOption<IEnumerable<StyleParam.GradientType>>? MultiTypes = null) => new Gradient().Set("color", Color).Set("type", Type).Set("type", MultiTypes);
}
