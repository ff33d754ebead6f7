using System.Text.Json;
using Kit.Display.Svg.Drawing;

namespace Kit.Display.Svg.Traces;

/// <summary>What all parts of a figure share: the layout, the font, the default colours and the shared colour axes.</summary>
internal sealed class FigureStyle
{
    private readonly Rgba[] _colors;
    private readonly Dictionary<string, ColorMapping> _colorAxes = [];

    public FigureStyle(JsonElement layout)
    {
        Layout = layout;
        FontSize = layout.Number("font.size", 12, 4, 60);
        FontColor = Rgba.Parse(layout.Text("font.color")) ?? Rgba.Ink;
        var given = layout.Items("colorway");
        if (given.Length == 0)
            given = layout.Items("template.layout.colorway");
        _colors = [.. given.Select(color => Rgba.Parse(color.AsText())).OfType<Rgba>()];
        if (_colors.Length == 0)
            _colors = [.. Palette.Categorical.Select(color => Rgba.Parse(color)!.Value)];
    }

    public JsonElement Layout { get; }

    public double FontSize { get; }

    public Rgba FontColor { get; }

    public Rgba Color(int index) => _colors[index % _colors.Length];

    /// <summary>How a trace's values become colours: by its own scale or by one shared through "coloraxis".</summary>
    public ColorMapping Mapping(JsonElement holder, char letter, IEnumerable<double> values)
    {
        if (holder.Text("coloraxis") is { Length: > 0 } id)
        {
            if (!_colorAxes.TryGetValue(id, out var shared))
                _colorAxes[id] = shared = new ColorMapping(Layout.At(id), 'c', shared: true);
            shared.Include(values);
            return shared;
        }

        var own = new ColorMapping(holder, letter, shared: false);
        own.Include(values);
        return own;
    }
}
