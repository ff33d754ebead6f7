namespace Plotly.NET;

public class AutoRangeOptions : DynamicObj.DynamicObj;
