namespace Plotly.NET.LayoutObjects;

public class ActiveShape : DynamicObj.DynamicObj;
