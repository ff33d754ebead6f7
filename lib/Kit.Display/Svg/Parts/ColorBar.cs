using System.Text.Json;
using Kit.Display.Svg.Axes;
using Kit.Display.Svg.Drawing;
using Kit.Display.Svg.Traces;

namespace Kit.Display.Svg.Parts;

/// <summary>The scale beside a plot that says which colour means which number.</summary>
internal sealed class ColorBar
{
    private const double Bar = 14;
    private const double Gap = 4;

    private readonly ColorMapping _mapping;
    private readonly JsonElement _json;
    private readonly Axis _axis;
    private readonly FigureStyle _style;
    private readonly bool _titleBeside;

    public ColorBar(ColorMapping mapping, FigureStyle style)
    {
        (_mapping, _style) = (mapping, style);
        _json = mapping.Json.At("colorbar");
        _axis = new Axis("y", _json);
        _axis.Extent.Include(mapping.Limits.Low, Room.None, Room.None);
        _axis.Extent.Include(mapping.Limits.High, Room.None, Room.None);
        _titleBeside = _json.Text("title.side") == "right" || _axis.Title.Width(TitleSize) > 80;
    }

    /// <summary>Its place across the paper where the figure gives one inside.</summary>
    public double? PaperX => _json.Number("x") is { } x && x < 1 ? x : null;

    public double Width => Bar + Gap + _axis.Ticks.Breadth(TickSize, horizontalAxis: false) + (_axis.Title.IsEmpty ? 0
        : _titleBeside ? Gap + _axis.Title.Height(TitleSize)
        : Math.Max(0, _axis.Title.Width(TitleSize) - Bar - Gap - _axis.Ticks.Breadth(TickSize, horizontalAxis: false)));

    private double TickSize => _axis.TickSize(_style.FontSize);

    private double TitleSize => _json.Number("title.font.size", _style.FontSize, 4, 40);

    public void Place(PaperMap paperY)
    {
        var (length, middle) = (_json.Number("len", 1, 0.05, 1.2), _json.Number("y", 0.5));
        middle = _json.Text("yanchor") switch { "top" => middle - length / 2, "bottom" => middle + length / 2, _ => middle };
        var (bottom, top) = (paperY.At(middle - length / 2), paperY.At(middle + length / 2));
        if (!_axis.Title.IsEmpty && !_titleBeside)
            top = Math.Min(top + _axis.Title.Height(TitleSize) + 6, bottom - 10);
        _axis.Place(bottom, top, _style.FontSize);
    }

    public void Draw(SvgBuilder svg, double x)
    {
        const int Steps = 64;
        var height = _axis.Start - _axis.End;
        svg.Open("g", ("shape-rendering", "crispEdges"));
        for (var i = 0; i < Steps; i++)
        {
            // Each strip reaches a little under the next one, so that no seam shows.
            var from = _axis.End + height * i / Steps;
            var reach = Math.Min(height / Steps + 0.5, _axis.Start - from);
            svg.Element("rect", ("x", x), ("y", from), ("width", Bar), ("height", reach), ("fill", _mapping.AtFraction(1 - (i + 0.5) / Steps)));
        }

        svg.Close();
        foreach (var tick in _axis.Ticks.Major)
            svg.Text(tick.Label, x + Bar + Gap, _axis.PixelOfScaled(tick.At), TickSize, Rgba.Muted);
        if (_titleBeside)
            svg.Text(_axis.Title, x + Width - _axis.Title.Height(TitleSize) / 2, (_axis.Start + _axis.End) / 2, TitleSize, _style.FontColor, "middle", 0.5, 90);
        else
            svg.Text(_axis.Title, x, _axis.End - 6, TitleSize, _style.FontColor, "start", 1);
    }
}
