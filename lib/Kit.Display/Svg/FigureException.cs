namespace Kit.Display.Svg;

/// <summary>placeholder until merge</summary>
public sealed class FigureException(string message) : Exception(message);
