namespace Plotly.NET.LayoutObjects;

public class RangeSelector : DynamicObj.DynamicObj;
