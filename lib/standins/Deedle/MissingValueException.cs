namespace Deedle;

#pragma warning disable CA1032 // the real one has this constructor only
public class MissingValueException(object key, string message) : Exception(message)
{
    public object Key { get; } = key;
}
