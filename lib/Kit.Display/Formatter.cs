namespace Kit.Display;

/// <summary>Turns any value into a <see cref="MimeBundle"/>.</summary>
public static class Formatter
{
    private static readonly List<Func<object, MimeBundle?>> Registered = [];

    /// <summary>Registers a formatter for <typeparamref name="T"/> and what derives from it; the newest wins.</summary>
    public static void Register<T>(Func<T, MimeBundle> format) where T : class
    {
        lock (Registered)
        {
            Registered.Insert(0, value => value is T it ? format(it) : null);
        }
    }

    /// <summary>The representations of a value; null gives the text <c>&lt;null&gt;</c>.</summary>
    public static MimeBundle Format(object? value)
    {
        if (value is not null)
        {
            lock (Registered)
            {
                foreach (var format in Registered)
                {
                    if (format(value) is { } bundle)
                    {
                        return bundle;
                    }
                }
            }
        }

        return new MimeBundle().With("text/plain", value?.ToString() ?? "<null>");
    }
}
