namespace Kit.Display;

/// <summary>Text of a stated MIME type, shown as it is.</summary>
/// <param name="MimeType">for example <c>text/html</c></param>
/// <param name="Content">the text</param>
public sealed record Markup(string MimeType, string Content)
{
    /// <summary>The text itself; <c>text/plain</c> repeats it where the MIME type is another.</summary>
    public MimeBundle ToMimeBundle() => MimeType == "text/plain"
        ? new MimeBundle().With("text/plain", Content)
        : new MimeBundle().With(MimeType, Content).With("text/plain", Content);

    /// <summary>The text.</summary>
    public override string ToString() => Content;
}
