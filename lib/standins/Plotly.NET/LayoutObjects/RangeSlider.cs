namespace Plotly.NET.LayoutObjects;

public class RangeSlider : DynamicObj.DynamicObj;
