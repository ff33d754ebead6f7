namespace Plotly.NET.LayoutObjects;

public class Transition : DynamicObj.DynamicObj;
