namespace Plotly.NET.LayoutObjects;

public class LayoutImage : DynamicObj.DynamicObj;
