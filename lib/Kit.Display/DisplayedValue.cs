namespace Kit.Display;

/// <summary>Something that has been shown and can be replaced: a progress bar, a table that grows.</summary>
/// <remarks>It is itself nothing to show: a cell that ends with <c>display(x)</c> shows x once.</remarks>
public sealed class DisplayedValue
{
    private readonly IDisplaySink? _sink = DisplayContext.Current;
    private readonly string[] _mimeTypes;

    internal DisplayedValue(object? value, string[] mimeTypes)
    {
        _mimeTypes = mimeTypes;
        if (_sink is null)
            Console.WriteLine(Text(value));
        else
            _sink.Display(Select(value), DisplayId);
    }

    /// <summary>Names what is shown for the front end. It is not stored in a notebook, so it may differ from run to run.</summary>
    public string DisplayId { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Shows another value in its place, also from a later cell or from a task; outside a notebook it is printed.</summary>
    public void Update(object? updatedValue)
    {
        if ((DisplayContext.Current ?? _sink) is { } sink)
            sink.Update(Select(updatedValue), DisplayId);
        else
            Console.WriteLine(Text(updatedValue));
    }

    /// <inheritdoc />
    public override string ToString() => "";

    private static string Text(object? value) => Formatter.Format(value).Text("text/plain") ?? "";

    private MimeBundle Select(object? value)
    {
        var bundle = Formatter.Format(value);
        var chosen = new MimeBundle();
        foreach (var (mimeType, content) in bundle.Data.Where(entry => _mimeTypes.Contains(entry.Key)))
            chosen.WithJson(mimeType, content.DeepClone());
        foreach (var (mimeType, content) in bundle.Metadata)
            chosen.Metadata[mimeType] = content?.DeepClone();
        return chosen.Data.Count > 0 ? chosen : bundle;
    }
}
