namespace Plotly.NET.LayoutObjects;

public class Minor : DynamicObj.DynamicObj;
