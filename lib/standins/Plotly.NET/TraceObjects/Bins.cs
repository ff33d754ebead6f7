using Microsoft.FSharp.Core;

namespace Plotly.NET.TraceObjects;

public class Bins : DynamicObj.DynamicObj
{
    public static Bins init(FSharpOption<double>? Start = null, FSharpOption<double>? End = null, FSharpOption<double>? Size = null) => new Bins().Set("start", Start).Set("end", End).Set("size", Size);
}
