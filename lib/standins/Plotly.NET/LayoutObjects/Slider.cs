namespace Plotly.NET.LayoutObjects;

public class Slider : DynamicObj.DynamicObj;
