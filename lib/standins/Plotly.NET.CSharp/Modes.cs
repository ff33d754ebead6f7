using Mode = Plotly.NET.StyleParam.Mode;

namespace Plotly.NET.CSharp;

/// <summary>How a trace is drawn, from what else is asked for: a text position shows the texts, not only when the mouse is over them.</summary>
internal static class Modes
{
    internal static Mode Points(bool withText) => withText ? Mode.Markers_Text : Mode.Markers;

    internal static Mode Lines(Optional<bool> withMarkers, bool withText) => With(Mode.Lines, withMarkers, withText);

    internal static Mode With(Mode mode, Optional<bool> withMarkers, bool withText)
    {
        var parts = ((string)mode.Convert()).Split('+');
        return (Lines: parts.Contains("lines"), Markers: withMarkers.Or(false) || parts.Contains("markers"), Text: withText || parts.Contains("text")) switch
        {
            (true, true, true) => Mode.Lines_Markers_Text,
            (true, true, false) => Mode.Lines_Markers,
            (true, false, true) => Mode.Lines_Text,
            (true, false, false) => Mode.Lines,
            (false, true, true) => Mode.Markers_Text,
            (false, true, false) => Mode.Markers,
            (false, false, true) => Mode.Text,
            (false, false, false) => Mode.None,
        };
    }
}
