namespace Kit.Display;

/// <summary>Something that was shown and can be replaced where it stands.</summary>
public sealed class DisplayedValue
{
    private readonly string[] _mimeTypes;

    private DisplayedValue(string displayId, string[] mimeTypes) => (DisplayId, _mimeTypes) = (displayId, mimeTypes);

    /// <summary>The id under which front ends know it; never stored in a notebook.</summary>
    public string DisplayId { get; }

    /// <summary>Replaces what was shown; outside a notebook the new text is printed.</summary>
    public void Update(object? value)
    {
        var bundle = Select(Formatter.Format(value), _mimeTypes);
        if (DisplayContext.Current is { } sink)
        {
            sink.Update(bundle, DisplayId);
        }
        else
        {
            Console.WriteLine(bundle.Text("text/plain"));
        }
    }

    internal static DisplayedValue Show(object? value, string[] mimeTypes)
    {
        var shown = new DisplayedValue(Guid.NewGuid().ToString("N"), mimeTypes);
        var bundle = Select(Formatter.Format(value), mimeTypes);
        if (DisplayContext.Current is { } sink)
        {
            sink.Display(bundle, shown.DisplayId);
        }
        else
        {
            Console.WriteLine(bundle.Text("text/plain") ?? bundle.Data[0].Value.ToString());
        }

        return shown;
    }

    private static MimeBundle Select(MimeBundle bundle, string[] mimeTypes)
    {
        if (mimeTypes.Length == 0)
        {
            return bundle;
        }

        var selected = new MimeBundle();
        foreach (var (mimeType, content) in bundle.Data.Where(entry => mimeTypes.Contains(entry.Key)))
        {
            selected.WithJson(mimeType, content.DeepClone());
        }

        // A representation that the value lacks is no reason to show nothing.
        return selected.Data.Count > 0 ? selected : bundle;
    }
}
