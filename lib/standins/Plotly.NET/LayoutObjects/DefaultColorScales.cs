namespace Plotly.NET.LayoutObjects;

public class DefaultColorScales : DynamicObj.DynamicObj;
