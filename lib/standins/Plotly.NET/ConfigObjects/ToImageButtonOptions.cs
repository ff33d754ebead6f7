namespace Plotly.NET.ConfigObjects;

public class ToImageButtonOptions : DynamicObj.DynamicObj;
