namespace Plotly.NET.LayoutObjects;

public class ModeBar : DynamicObj.DynamicObj;
