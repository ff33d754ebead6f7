namespace Plotly.NET.LayoutObjects;

public class NewSelection : DynamicObj.DynamicObj;
