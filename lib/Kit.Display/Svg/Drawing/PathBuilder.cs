using System.Text;

namespace Kit.Display.Svg.Drawing;

/// <summary>The d attribute of a path.</summary>
internal sealed class PathBuilder
{
    private readonly StringBuilder _text = new();

    public bool IsEmpty => _text.Length == 0;

    public PathBuilder Move(double x, double y) => Add('M', x, y);

    public PathBuilder Line(double x, double y) => Add('L', x, y);

    public PathBuilder Curve(double x1, double y1, double x2, double y2, double x, double y)
    {
        Add('C', x1, y1);
        Add(' ', x2, y2);
        return Add(' ', x, y);
    }

    public PathBuilder End()
    {
        _text.Append('Z');
        return this;
    }

    public override string ToString() => _text.ToString();

    private PathBuilder Add(char command, double x, double y)
    {
        _text.Append(command).Append(SvgBuilder.Number(x)).Append(' ').Append(SvgBuilder.Number(y));
        return this;
    }
}
