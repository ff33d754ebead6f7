using System.Globalization;
using System.Text;

namespace Kit.Display.Svg.Drawing;

/// <summary>Writes SVG elements with presentation attributes only and numbers of at most two decimals.</summary>
internal sealed class SvgBuilder
{
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    /// <summary>At most two decimals, never "-0".</summary>
    public static string Number(double value)
    {
        var rounded = Math.Round(Math.Clamp(double.IsNaN(value) ? 0 : value, -1e6, 1e6), 2, MidpointRounding.AwayFromZero);
        return rounded == 0 ? "0" : rounded.ToString("0.##", CultureInfo.InvariantCulture);
    }

    /// <summary>Writes an element; a null value leaves its attribute out, a colour also writes its opacity.</summary>
    public void Element(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Start(name, attributes);
        _text.Append("/>\n");
    }

    public void Open(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Start(name, attributes);
        _text.Append(">\n");
        _open.Push(name);
    }

    public void Close() => _text.Append("</").Append(_open.Pop()).Append(">\n");

    /// <summary>An element with text in it.</summary>
    public void Leaf(string name, string content, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Start(name, attributes);
        _text.Append('>').Append(Escape(content)).Append("</").Append(name).Append(">\n");
    }

    /// <summary>Draws a text whose box has the point (x, y) at the given fraction of its height and at its start, middle or end.</summary>
    /// <param name="text">the text</param>
    /// <param name="x">anchor point</param>
    /// <param name="y">anchor point</param>
    /// <param name="size">font size in pixels</param>
    /// <param name="color">text colour</param>
    /// <param name="anchor">start, middle or end</param>
    /// <param name="vertical">0: the point is at the top of the text, 0.5: in the middle, 1: at the bottom</param>
    /// <param name="angle">clockwise, in degrees, about the point</param>
    public void Text(RichText text, double x, double y, double size, Rgba color, string anchor = "start", double vertical = 0.5, double angle = 0)
    {
        if (text.IsEmpty)
            return;

        var step = size * TextMetrics.LineHeight;
        var baseline = y - vertical * text.Lines.Count * step + size * 0.97;
        Start("text", [("x", x), ("y", baseline), ("font-size", size), ("fill", color), ("text-anchor", anchor == "start" ? null : anchor),
            ("transform", angle == 0 ? null : $"rotate({Number(angle)} {Number(x)} {Number(y)})")]);
        _text.Append('>');
        if (text.Lines is [[{ Bold: false, Italic: false, Shift: 0 } only]])
        {
            _text.Append(Escape(only.Text));
        }
        else
        {
            for (var i = 0; i < text.Lines.Count; i++)
                Line(text.Lines[i], x, baseline + i * step, size);
        }

        _text.Append("</text>\n");
    }

    public override string ToString() => _text.ToString();

    /// <summary>Escapes for XML; characters that XML 1.0 forbids become U+FFFD.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '"' => result.Append("&quot;"),
                '\t' or '\n' or '\r' => result.Append(' '),
                < 32 or 0xfffe or 0xffff => result.Append('\ufffd'),
                _ => result.Append(rune.ToString()),
            };
        }

        return result.ToString();
    }

    private void Line(IReadOnlyList<RichText.Run> runs, double x, double y, double size)
    {
        var first = true;
        var raised = 0.0;
        foreach (var run in runs)
        {
            // dy moves all that follows, so a raised run is undone by the next one.
            var target = run.Shift * (run.Shift > 0 ? -0.38 : -0.2) * size;
            var dy = target - raised;
            raised = target;
            _text.Append("<tspan");
            if (first)
                _text.Append(CultureInfo.InvariantCulture, $" x=\"{Number(x)}\" y=\"{Number(y + dy)}\"");
            else if (Math.Abs(dy) > 0.001)
                _text.Append(CultureInfo.InvariantCulture, $" dy=\"{Number(dy)}\"");
            if (run.Shift != 0)
                _text.Append(CultureInfo.InvariantCulture, $" font-size=\"{Number(size * RichText.SmallSize)}\"");
            if (run.Bold)
                _text.Append(" font-weight=\"bold\"");
            if (run.Italic)
                _text.Append(" font-style=\"italic\"");
            _text.Append('>').Append(Escape(run.Text)).Append("</tspan>");
            first = false;
        }
    }

    private void Start(string name, ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        _text.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            switch (value)
            {
                case null: break;
                case Rgba { A: <= 0 }: Attribute(attribute, "none"); break;
                case Rgba color:
                    Attribute(attribute, color.Hex);
                    if (color.A < 1)
                        Attribute(attribute + "-opacity", Number(color.A));
                    break;
                case double number: Attribute(attribute, Number(number)); break;
                case int number: Attribute(attribute, Number(number)); break;
                default: Attribute(attribute, Escape(value.ToString() ?? "")); break;
            }
        }
    }

    private void Attribute(string name, string value) => _text.Append(' ').Append(name).Append("=\"").Append(value).Append('"');
}
