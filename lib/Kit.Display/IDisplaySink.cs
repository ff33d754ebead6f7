namespace Kit.Display;

/// <summary>Where displayed things go: the outputs of a notebook cell, a terminal, or a list in a test.</summary>
public interface IDisplaySink
{
    /// <summary>Shows a bundle; a display id lets it be updated later.</summary>
    void Display(MimeBundle bundle, string? displayId);

    /// <summary>Replaces what was shown under the id, wherever it stands.</summary>
    void Update(MimeBundle bundle, string displayId);

    /// <summary>Clears the outputs of the current cell, at once or when the next output arrives.</summary>
    void Clear(bool wait);
}
