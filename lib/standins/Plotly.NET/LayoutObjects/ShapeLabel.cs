using Microsoft.FSharp.Core;

namespace Plotly.NET.LayoutObjects;

public class ShapeLabel : DynamicObj.DynamicObj
{
    public static ShapeLabel init(
        FSharpOption<Font>? Font = null, FSharpOption<int>? Padding = null, FSharpOption<string>? Text = null,
        FSharpOption<StyleParam.TextAngle>? TextAngle = null, FSharpOption<StyleParam.TextPosition>? TextPosition = null,
        FSharpOption<string>? TextTemplate = null, FSharpOption<StyleParam.XAnchorPosition>? XAnchor = null,
        FSharpOption<StyleParam.YAnchorPosition>? YAnchor = null) =>
        new ShapeLabel()
            .Set("font", Font)
            .Set("padding", Padding)
            .Set("text", Text)
            .Set("textangle", TextAngle)
            .Set("textposition", TextPosition)
            .Set("texttemplate", TextTemplate)
            .Set("xanchor", XAnchor)
            .Set("yanchor", YAnchor);
}
