namespace Kit.Display.Svg;

/// <summary>A figure that cannot be drawn: the message says what is wrong with its JSON and what would be accepted.</summary>
public sealed class FigureException : FormatException
{
    /// <summary>An exception without a message of its own.</summary>
    public FigureException()
    {
    }

    /// <summary>Says what is wrong and what would be accepted.</summary>
    public FigureException(string message) : base(message)
    {
    }

    /// <summary>Says what is wrong, with the cause.</summary>
    public FigureException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
