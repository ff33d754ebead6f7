namespace Plotly.NET.LayoutObjects;

public class Rangebreak : DynamicObj.DynamicObj;
