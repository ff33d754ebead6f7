namespace Kit.Display.Tests;

/// <summary>Remembers what was shown.</summary>
internal sealed class ListSink : IDisplaySink
{
    public List<(MimeBundle Bundle, string? Id)> Shown { get; } = [];

    public List<(MimeBundle Bundle, string Id)> Updates { get; } = [];

    public List<bool> Clears { get; } = [];

    public void Display(MimeBundle bundle, string? displayId) => Shown.Add((bundle, displayId));

    public void Update(MimeBundle bundle, string displayId) => Updates.Add((bundle, displayId));

    public void Clear(bool wait) => Clears.Add(wait);
}
