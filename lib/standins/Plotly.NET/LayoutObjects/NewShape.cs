namespace Plotly.NET.LayoutObjects;

public class NewShape : DynamicObj.DynamicObj;
