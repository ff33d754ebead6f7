namespace Plotly.NET;

public class TickFormatStop : DynamicObj.DynamicObj;
