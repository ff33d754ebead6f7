namespace Plotly.NET.LayoutObjects;

public class UniformText : DynamicObj.DynamicObj;
