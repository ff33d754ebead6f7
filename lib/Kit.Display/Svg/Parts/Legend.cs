using System.Text.Json;
using Kit.Display.Svg.Drawing;
using Kit.Display.Svg.Traces;

namespace Kit.Display.Svg.Parts;

/// <summary>The legend: which traces it lists, how large it is, and where it stands.</summary>
internal sealed class Legend
{
    private const double KeyWidth = 28;
    private const double Gap = 6;
    private const double Padding = 5;

    private readonly JsonElement _json;
    private readonly List<(Trace? Trace, RichText Text, string Group)> _items = [];
    private readonly RichText _title;
    private readonly double _size;
    private List<(double X, double Y, int Item)> _cells = [];

    public Legend(Figure figure)
    {
        _json = figure.Layout.At("legend");
        _size = _json.Number("font.size", figure.Style.FontSize, 4, 40);
        _title = RichText.Parse(_json.Title());
        var listed = figure.Traces.Where(trace => trace.IsListed).ToList();
        IsShown = listed.Count > 0 && (figure.Layout.Flag("showlegend") ?? (listed.Count > 1 || listed.Any(trace => trace.Json.Flag("showlegend") == true)));
        if (!IsShown)
            return;

        // As plotly does: stacks are listed from the top down.
        var stacked = figure.Traces.Any(trace => (trace is BarTrace { IsHorizontal: false } && figure.Layout.Text("barmode") is "stack" or "relative") || trace.Json.Text("fill") is "tonexty" or "tonextx" || trace.Json.Text("stackgroup") is not null);
        var order = _json.Text("traceorder") ?? (stacked ? "reversed" : "normal");
        var ranked = listed.OrderBy(trace => trace.Json.Number("legendrank", 1000)).ToList();
        if (order.Contains("reversed"))
            ranked.Reverse();
        foreach (var group in ranked.GroupBy(trace => trace.Json.Text("legendgroup") is { Length: > 0 } name ? name : order.Contains("grouped") ? "" : $"\u0001{trace.Index}"))
        {
            if (group.Select(trace => RichText.Parse(trace.Json.Title("legendgrouptitle"))).FirstOrDefault(title => !title.IsEmpty) is { } title)
                _items.Add((null, title, group.Key));
            _items.AddRange(group.Select(trace => ((Trace?)trace, trace.Name, group.Key)));
        }
    }

    public bool IsShown { get; }

    public bool IsHorizontal { get; private set; }

    public double Width { get; private set; }

    public double Height { get; private set; }

    /// <summary>On which side of the plot it stands, or inside.</summary>
    public LegendPlace Place { get; private set; }

    /// <summary>Breaks the entries into rows and columns for a plot of that size.</summary>
    public void Measure(double figureWidth, double plotWidth, double plotHeight)
    {
        if (!IsShown)
            return;

        IsHorizontal = _json.Text("orientation") == "h";
        var (x, y) = (_json.Number("x"), _json.Number("y"));
        Place = IsHorizontal
            ? (y ?? -0.1) switch { < 0 => LegendPlace.Below, >= 1 => LegendPlace.Above, _ => x is >= 1 ? LegendPlace.Right : LegendPlace.Inside }
            : (x ?? 1.02) switch { >= 1 => LegendPlace.Right, < 0 => LegendPlace.Left, _ => y is < 0 ? LegendPlace.Below : y is > 1 || y is 1 && _json.Text("yanchor") == "bottom" ? LegendPlace.Above : LegendPlace.Inside };
        var widest = _items.Max(item => item.Text.Width(_size)) + KeyWidth + Gap;
        if (Place is LegendPlace.Right or LegendPlace.Left && widest > figureWidth * 0.42)
        {
            // Names so long would leave no room for the plot.
            (Place, IsHorizontal) = (LegendPlace.Below, true);
        }

        var row = _items.Max(item => item.Text.Height(_size)) + 4;
        var top = Padding + (_title.IsEmpty ? 0 : _title.Height(_size) + 4);
        _cells = [];
        if (IsHorizontal)
        {
            // Columns of equal width read better than ragged rows, once there is more than one row.
            var available = Math.Max(plotWidth, figureWidth * 0.75);
            var oneRow = _items.Sum(item => Entry(item) + 16);
            var perRow = oneRow <= available ? _items.Count : Math.Max(1, (int)(available / (widest + 16)));
            var x0 = Padding;
            for (var i = 0; i < _items.Count; i++)
            {
                var column = i % perRow;
                _cells.Add((perRow == _items.Count ? x0 : Padding + column * (widest + 16), top + i / perRow * row + row / 2, i));
                x0 += Entry(_items[i]) + 16;
            }

            Width = Math.Max((perRow == _items.Count ? oneRow : perRow * (widest + 16)) - 16, _title.Width(_size)) + 2 * Padding;
            Height = top + Math.Ceiling((double)_items.Count / perRow) * row + Padding;
            return;
        }

        var perColumn = Place == LegendPlace.Inside ? _items.Count : Math.Max(1, Math.Min(_items.Count, (int)((Math.Max(plotHeight, 60) - top - Padding) / row)));
        var columns = (int)Math.Ceiling((double)_items.Count / perColumn);
        var offset = 0.0;
        for (var i = 0; i < _items.Count; i++)
        {
            if (columns == 1 && i > 0 && _items[i].Group != _items[i - 1].Group && (_items[i].Group[..1] != "\u0001" || _items[i - 1].Group[..1] != "\u0001"))
                offset += 6;
            _cells.Add((Padding + i / perColumn * (widest + 14), top + offset + i % perColumn * row + row / 2, i));
        }

        Width = Math.Max(columns * (widest + 14) - 14, _title.Width(_size)) + 2 * Padding;
        Height = top + offset + Math.Min(perColumn, _items.Count) * row + Padding;
    }

    public void Draw(SvgBuilder svg, double x, double y, Rgba color)
    {
        if (!IsShown)
            return;

        var (background, border) = (Rgba.Parse(_json.Text("bgcolor")), Rgba.Parse(_json.Text("bordercolor")));
        if (Place == LegendPlace.Inside || background is not null || border is not null)
        {
            svg.Element("rect", ("x", x), ("y", y), ("width", Width), ("height", Height), ("fill", background ?? Rgba.White.WithOpacity(0.8)),
                ("stroke", border), ("stroke-width", border is null ? null : _json.Number("borderwidth", 1, 0, 10)));
        }

        svg.Text(_title, x + Padding, y + Padding, _size, color, "start", 0);
        foreach (var (cellX, cellY, item) in _cells)
        {
            var (trace, text, _) = _items[item];
            if (trace is { IsDrawn: false })
                svg.Open("g", ("opacity", 0.5));
            trace?.DrawKey(svg, x + cellX, y + cellY, KeyWidth);
            svg.Text(text, x + cellX + (trace is null ? 0 : KeyWidth + Gap), y + cellY, _size, color);
            if (trace is { IsDrawn: false })
                svg.Close();
        }
    }

    /// <summary>Where it stands inside the plot, or along the side it was given.</summary>
    public (double X, double Y) Corner(PaperMap paperX, PaperMap paperY)
    {
        var (x, y) = (_json.Number("x", IsHorizontal ? 0 : 1.02), _json.Number("y", IsHorizontal ? -0.1 : 1));
        var left = paperX.At(x) - (_json.Text("xanchor") switch { "right" => 1, "center" => 0.5, "auto" => x > 2.0 / 3 ? 1 : x > 1.0 / 3 ? 0.5 : 0, _ => 0 }) * Width;
        var top = paperY.At(y) - (_json.Text("yanchor") switch { "bottom" => 1, "middle" => 0.5, "top" => 0, "auto" or null => y < 1.0 / 3 && !IsHorizontal ? 1 : y < 2.0 / 3 && !IsHorizontal ? 0.5 : 0, _ => 0 }) * Height;
        return (left, top);
    }

    private double Entry((Trace? Trace, RichText Text, string Group) item) => item.Text.Width(_size) + (item.Trace is null ? 0 : KeyWidth + Gap);
}
