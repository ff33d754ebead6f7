using Kit.Display;

namespace Kit.Notebooks.Session;

/// <summary>Where everything goes that one running cell shows: what it displays, what it writes and what its last expression is.</summary>
public interface ICellSink : IDisplaySink
{
    /// <summary>Text for <c>stdout</c> or <c>stderr</c>.</summary>
    void Write(string stream, string text);

    /// <summary>The value of the last expression.</summary>
    void Result(MimeBundle bundle);
}
