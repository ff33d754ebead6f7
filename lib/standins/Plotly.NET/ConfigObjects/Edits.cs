namespace Plotly.NET.ConfigObjects;

public class Edits : DynamicObj.DynamicObj;
