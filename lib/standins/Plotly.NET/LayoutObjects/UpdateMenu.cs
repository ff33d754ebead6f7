namespace Plotly.NET.LayoutObjects;

public class UpdateMenu : DynamicObj.DynamicObj;
