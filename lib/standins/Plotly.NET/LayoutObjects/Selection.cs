namespace Plotly.NET.LayoutObjects;

public class Selection : DynamicObj.DynamicObj;
