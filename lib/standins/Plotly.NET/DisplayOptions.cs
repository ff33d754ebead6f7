namespace Plotly.NET;

public class DisplayOptions : DynamicObj.DynamicObj
{
    public static DisplayOptions initCDNOnly() => new();
}
