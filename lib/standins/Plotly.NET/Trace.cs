namespace Plotly.NET;

public class Trace : DynamicObj.DynamicObj
{
    public Trace(string traceTypeName) => type = traceTypeName;

    public string type
    {
        get => Get<string>("type") ?? "";
        set => Members["type"] = value;
    }
}
