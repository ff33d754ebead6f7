namespace Plotly.NET.LayoutObjects;

public class ActiveSelection : DynamicObj.DynamicObj;
