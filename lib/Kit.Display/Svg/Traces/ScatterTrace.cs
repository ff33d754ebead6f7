using System.Text.Json;
using Kit.Display.Svg.Axes;
using Kit.Display.Svg.Drawing;

namespace Kit.Display.Svg.Traces;

/// <summary>Lines, markers, texts, areas and error bars.</summary>
internal sealed class ScatterTrace : Trace
{
    private const int ManyMarkers = 20_000;

    private readonly string _mode;
    private readonly LineStyle _line;
    private readonly Rgba _lineColor;
    private double[] _x = [];
    private double[] _y = [];
    private ErrorBars? _errorX;
    private ErrorBars? _errorY;
    private double[] _sizes = [];
    private JsonElement[] _colors = [];
    private string[] _texts = [];

    public ScatterTrace(JsonElement json, int index, FigureStyle style) : base(json, index, style)
    {
        var points = Math.Max(json.Items("x").Length, json.Items("y").Length);
        _mode = json.Text("mode") ?? (StackGroup is not null || points >= 20 ? "lines" : "lines+markers");
        _line = LineStyle.Read(json.At("line"), Color, 2);
        _lineColor = Rgba.Parse(json.Text("line.color")) ?? Color;
        if (Has("lines"))
            Color = _lineColor;
    }

    public string? StackGroup => Json.Text("stackgroup") is { Length: > 0 } group ? group : null;

    /// <summary>The trace that an area of this one ends at.</summary>
    public ScatterTrace? Below { get; set; }

    private string Fill => Json.Text("fill") ?? (StackGroup is null ? "none" : "tonexty");

    private Rgba FillColor => Rgba.Parse(Json.Text("fillcolor")) ?? (Has("lines") && _line.IsVisible ? _lineColor : Color).WithOpacity(0.5);

    private double Opacity => Json.Number("opacity", 1, 0, 1);

    private string? Symbol => Json.Text("marker.symbol");

    public override void Read()
    {
        var count = Math.Max(Json.Items("x").Length, Json.Items("y").Length);
        _x = Coordinates(ofX: true, count);
        _y = Coordinates(ofX: false, count);
        count = Math.Min(_x.Length, _y.Length);
        (_x, _y) = (_x[..count], _y[..count]);
        _errorX = ErrorBars.Read(Json.At("error_x"), _x, Color);
        _errorY = ErrorBars.Read(Json.At("error_y"), _y, Color);
        if (Has("markers"))
            ReadMarkers(count);
        var texts = Json.PerPoint("text", count);
        var template = Json.Text("texttemplate");
        _texts = !Has("text") ? [] : [.. texts.Select((text, i) => template is null ? text.AsText() ?? "" : NumberFormat.Template(template, name => name switch
        {
            "x" => Shown(X, _x[i]),
            "y" => Shown(Y, _y[i]),
            _ => text.AsText(),
        }))];
    }

    /// <summary>Puts this trace on top of another one of its stack; points that one of them lacks count as zero.</summary>
    public void StackOn(ScatterTrace? below, double[] places)
    {
        var heights = new Dictionary<double, double>();
        for (var i = 0; i < _x.Length; i++)
        {
            if (double.IsFinite(_x[i]) && double.IsFinite(_y[i]))
                heights[_x[i]] = heights.GetValueOrDefault(_x[i]) + _y[i];
        }

        Below = below;
        _x = places;
        _y = [.. places.Select((x, i) => heights.GetValueOrDefault(x) + (below is null ? 0 : below._y[i]))];
        _sizes = Has("markers") ? [.. Enumerable.Repeat(6.0, places.Length)] : [];
        (_colors, Mapping) = ([], null);
        (_errorX, _errorY, _texts) = (null, null, []);
    }

    public IEnumerable<double> Places => _x.Where(double.IsFinite);

    public override void Extend()
    {
        var textRoom = _texts.Length == 0 ? 0 : _texts.Max(text => RichText.Parse(text).Width(TextSize)) / (TextPosition.Contains("left") || TextPosition.Contains("right") ? 1 : 2);
        var fromZero = Fill is "tozeroy" || StackGroup is not null;
        var fromZeroX = Fill is "tozerox";
        if (fromZero)
            Y.Extent.Include(Y.Kind == AxisKind.Linear ? 0 : double.NaN, Room.None, Room.None);
        if (fromZeroX)
            X.Extent.Include(X.Kind == AxisKind.Linear ? 0 : double.NaN, Room.None, Room.None);
        for (var i = 0; i < _x.Length; i++)
        {
            var (x, y) = (X.Scale(_x[i]), Y.Scale(_y[i]));
            if (!double.IsFinite(x) || !double.IsFinite(y))
                continue;
            var radius = _sizes.Length > 0 ? _sizes[i] / 2 : 0;
            var roomX = _sizes.Length > 0 || textRoom > 0 || X.Kind == AxisKind.Category ? Room.Beyond(Math.Max(radius, Math.Min(textRoom, 120))) : Room.None;
            var roomY = Room.Beyond(radius + (textRoom > 0 ? TextSize : 0));
            if (fromZeroX)
                X.Extent.IncludeFromZero(x, roomX);
            else
                X.Extent.Include(x, roomX, roomX);
            if (fromZero)
                Y.Extent.IncludeFromZero(y, roomY);
            else
                Y.Extent.Include(y, roomY, roomY);
            if (_errorX is not null)
                Include(X, _errorX.Low(_x[i], i), _errorX.High(_x[i], i));
            if (_errorY is not null)
                Include(Y, _errorY.Low(_y[i], i), _errorY.High(_y[i], i));
        }

        static void Include(Axis axis, double low, double high)
        {
            axis.Extent.Include(axis.Scale(low), Room.Usual, Room.Usual);
            axis.Extent.Include(axis.Scale(high), Room.Usual, Room.Usual);
        }
    }

    public override void DrawBelow(SvgBuilder svg)
    {
        if (Fill == "none" || _x.Length == 0)
            return;

        var path = new PathBuilder();
        var line = Json.At("line");
        switch (Fill)
        {
            case "toself" or "tonext" when Fill == "toself" || Below is null:
                foreach (var part in Segments())
                    AddArea(path, part, null);
                break;
            case "tonexty" or "tonextx" or "tonext" when Below is not null:
                // A band whose two edges have the same gaps keeps them; edges with points of their own are joined whole.
                var others = Below.Segments();
                var mine = Segments();
                if (others.Count == mine.Count)
                {
                    for (var i = 0; i < mine.Count; i++)
                        AddArea(path, mine[i], others[i]);
                }
                else
                {
                    AddArea(path, [.. mine.SelectMany(part => part)], [.. others.SelectMany(part => part)]);
                }

                break;
            default:
                var alongX = Fill is "tozerox" or "tonextx";
                var axis = alongX ? X : Y;
                var zero = axis.Kind == AxisKind.Linear ? Math.Clamp(axis.Pixel(0), Math.Min(axis.Start, axis.End) - 1e4, Math.Max(axis.Start, axis.End) + 1e4) : axis.Start;
                foreach (var part in Segments())
                    AddArea(path, part, alongX ? [(zero, part[0].Y), (zero, part[^1].Y)] : [(part[0].X, zero), (part[^1].X, zero)], straight: true);
                break;
        }

        if (!path.IsEmpty)
            svg.Element("path", ("d", path), ("fill", FillColor.WithOpacity(Opacity)), ("stroke", "none"));

        void AddArea(PathBuilder target, List<(double X, double Y)> edge, List<(double X, double Y)>? other, bool straight = false)
        {
            if (edge.Count == 0)
                return;
            Curve.Append(target, edge, line, begin: true);
            if (other is { Count: > 0 })
                Curve.Append(target, other, straight ? default : Below?.Json.At("line") ?? default, begin: false, backwards: true);
            target.End();
        }
    }

    public override void Draw(SvgBuilder svg)
    {
        DrawErrors(svg);
        if (!Has("lines") || !_line.IsVisible)
            return;

        var path = new PathBuilder();
        foreach (var part in Segments())
        {
            if (part.Count > 1)
                Curve.Append(path, part, Json.At("line"), begin: true);
        }

        if (!path.IsEmpty)
            svg.Element("path", ("d", path), ("fill", "none"), ("stroke", _line.Color.WithOpacity(Opacity)), ("stroke-width", _line.Width), ("stroke-dasharray", _line.Dashes), ("stroke-linejoin", "round"));
    }

    public override void DrawUnclipped(SvgBuilder svg)
    {
        var stroke = LineStyle.Read(Json.At("marker.line"), Rgba.AxisLine, 0);
        var opacity = Opacity * Json.Number("marker.opacity", 1, 0, 1);
        var symbols = Json.Items("marker.symbol");
        var seen = _x.Length > ManyMarkers ? new HashSet<(int, int)>() : null;
        for (var i = 0; i < _x.Length; i++)
        {
            var (x, y) = (X.Pixel(_x[i]), Y.Pixel(_y[i]));
            if (!double.IsFinite(x) || !double.IsFinite(y) || !IsInside(X, Y, x, y))
                continue;
            // Of very many markers one in each square of two pixels is drawn: more cannot be told apart.
            if (_sizes.Length > 0 && (seen is null || seen.Add(((int)(x / 2), (int)(y / 2)))))
                MarkerSymbol.Draw(svg, i < symbols.Length ? symbols[i].AsText() : Symbol, x, y, _sizes[i], MarkerColor(i).WithOpacity(opacity), stroke.Color, stroke.Width);
            if (i < _texts.Length && _texts[i].Length > 0)
                DrawText(svg, x, y, _texts[i], _sizes.Length > 0 ? _sizes[i] / 2 + 3 : 0, i);
        }
    }

    public override void DrawKey(SvgBuilder svg, double x, double y, double width)
    {
        if (Fill != "none")
            svg.Element("rect", ("x", x), ("y", Has("lines") && _line.IsVisible ? y : y - 6), ("width", width), ("height", Has("lines") && _line.IsVisible ? 6 : 12), ("fill", FillColor.WithOpacity(Opacity)));
        if (Has("lines") && _line.IsVisible)
            svg.Element("path", ("d", new PathBuilder().Move(x, y).Line(x + width, y)), ("fill", "none"), ("stroke", _line.Color.WithOpacity(Opacity)), ("stroke-width", Math.Min(_line.Width, 8)), ("stroke-dasharray", _line.Dashes));
        if (Has("markers"))
        {
            var stroke = LineStyle.Read(Json.At("marker.line"), Rgba.AxisLine, 0);
            var size = Math.Clamp(_sizes.Length > 0 ? _sizes[0] : 6, 2, 14);
            MarkerSymbol.Draw(svg, Json.Items("marker.symbol") is [var first, ..] ? first.AsText() : Symbol, x + width / 2, y, size, MarkerColor(0).WithOpacity(Opacity * Json.Number("marker.opacity", 1, 0, 1)), stroke.Color, stroke.Width);
        }
        else if (Has("text") && !Has("lines"))
        {
            svg.Text(RichText.Parse("Aa"), x + width / 2, y, Style.FontSize, TextColor(0), "middle");
        }
    }

    private double TextSize => Json.Number("textfont.size", Style.FontSize, 4, 60);

    private string TextPosition => Json.Text("textposition") ?? (Json.Items("textposition") is [var first, ..] ? first.AsText() ?? "" : "middle center");

    private bool Has(string part) => _mode.Split('+').Contains(part);

    private Rgba TextColor(int i) => Rgba.Parse(Json.Items("textfont.color") is { Length: > 0 } colors && i < colors.Length ? colors[i].AsText() : Json.Text("textfont.color")) ?? Style.FontColor;

    private static object Shown(Axis axis, double value) =>
        axis.Kind == AxisKind.Category && value >= 0 && value < axis.Categories.Count ? axis.Categories[(int)value] : value;

    private void ReadMarkers(int count)
    {
        var marker = Json.At("marker");
        var (reference, area, least) = (marker.Number("sizeref", 1), marker.Text("sizemode") == "area", marker.Number("sizemin", 0));
        var scaled = marker.Items("size").Length > 0;
        _sizes = [.. marker.PerPoint("size", count).Select(size => size.AsNumber() switch
        {
            double.NaN => scaled ? 0 : 6,
            var number when !scaled => number,
            var number when area => Math.Max(2 * Math.Sqrt(Math.Max(number, 0) / 2 / reference), least),
            var number => Math.Max(number / reference, least),
        }).Select(size => Math.Clamp(size, 0, 400))];

        _colors = marker.Items("color");
        if (_colors.Length > 0 && _colors.All(color => color.ValueKind != JsonValueKind.String))
            Mapping = Style.Mapping(marker, 'c', _colors.Select(color => color.AsNumber()));
    }

    private Rgba MarkerColor(int i) => i < _colors.Length
        ? Mapping?.At(_colors[i].AsNumber()) ?? Rgba.Parse(_colors[i].AsText()) ?? Color
        : Rgba.Parse(Json.Text("marker.color")) ?? Color;

    /// <summary>The runs of neighbouring points that have a place, in pixels.</summary>
    private List<List<(double X, double Y)>> Segments()
    {
        var parts = new List<List<(double, double)>>();
        List<(double, double)>? part = null;
        var connect = Json.Flag("connectgaps") == true;
        for (var i = 0; i < _x.Length; i++)
        {
            var (x, y) = (X.Pixel(_x[i]), Y.Pixel(_y[i]));
            if (!double.IsFinite(x) || !double.IsFinite(y))
            {
                part = connect ? part : null;
                continue;
            }

            if (part is null)
                parts.Add(part = []);
            part.Add((x, y));
        }

        return parts;
    }

    private void DrawErrors(SvgBuilder svg)
    {
        foreach (var (errors, axis, values) in new[] { (_errorX, X, _x), (_errorY, Y, _y) })
        {
            if (errors is null)
                continue;
            var path = new PathBuilder();
            for (var i = 0; i < _x.Length; i++)
            {
                var across = axis.IsX ? Y.Pixel(_y[i]) : X.Pixel(_x[i]);
                if (double.IsFinite(values[i]))
                    errors.Draw(path, axis, values[i], across, i);
            }

            errors.Stroke(svg, path);
        }
    }

    private void DrawText(SvgBuilder svg, double x, double y, string text, double distance, int i)
    {
        var places = Json.Items("textposition");
        var place = i < places.Length ? places[i].AsText() ?? "" : TextPosition;
        var anchor = place.Contains("left") ? "end" : place.Contains("right") ? "start" : "middle";
        var shift = anchor == "middle" ? 0 : anchor == "end" ? -distance - 1 : distance + 1;
        var (dy, vertical) = place.Contains("top") ? (-distance, 1.0) : place.Contains("bottom") ? (distance, 0.0) : (0, 0.5);
        svg.Text(RichText.Parse(text), x + shift, y + dy, TextSize, TextColor(i), anchor, vertical);
    }
}
