namespace Kit.Display.Tests;

/// <summary>Keeps what is displayed.</summary>
internal sealed class ListSink : IDisplaySink
{
    public List<(string Call, MimeBundle? Bundle, string? Id)> Calls { get; } = [];

    public void Display(MimeBundle bundle, string? displayId) => Calls.Add(("display", bundle, displayId));

    public void Update(MimeBundle bundle, string displayId) => Calls.Add(("update", bundle, displayId));

    public void Clear(bool wait) => Calls.Add(("clear", null, null));
}
