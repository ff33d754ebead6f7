using System.Text.Json;
using Kit.Display.Svg.Axes;
using Kit.Display.Svg.Drawing;
using Kit.Display.Svg.Parts;
using Kit.Display.Svg.Traces;

namespace Kit.Display.Svg;

/// <summary>
/// Finds the margins that titles, labels, colour bars and the legend need, and places the axes in what is left. The two
/// depend on each other, so a few rounds are made.
/// </summary>
internal sealed class FigureLayout
{
    private const int Rounds = 6;
    private const double Edge = 10;
    private const double Apart = 12;

    private readonly Figure _figure;
    private readonly string _id;
    private readonly RichText _title;
    private readonly RichText _subtitle;
    private readonly List<ColorBar> _bars;
    private readonly List<Annotation> _annotations;
    private readonly List<(double From, double To)> _columns;
    private readonly List<(double From, double To)> _rows;
    private double[] _columnGaps;
    private double[] _rowGaps;
    private double _left = 50, _right = 20, _top = 30, _bottom = 40;
    private double _legendX, _legendY;
    private double[] _barPlaces = [];

    public FigureLayout(Figure figure, SvgOptions options, string id)
    {
        (_figure, _id) = (figure, id);
        Width = Size(figure.Layout.Number("width", options.Width), "width");
        Height = Size(figure.Layout.Number("height", options.Height), "height");
        FontSize = figure.Style.FontSize;
        _title = figure.Title.Wrap(Width - 2 * Edge, TitleSize);
        _subtitle = RichText.Parse(figure.Layout.Title("title.subtitle")).Wrap(Width - 2 * Edge, FontSize);
        _bars = [.. figure.Traces.Where(trace => trace.IsDrawn).Select(trace => trace.Mapping).OfType<ColorMapping>().Distinct().Where(mapping => mapping.ShowsBar).Select(mapping => new ColorBar(mapping, figure.Style))];
        _annotations = [.. figure.Layout.Items("annotations").Select(json => new Annotation(json, figure)).Where(annotation => annotation.IsVisible)];
        _columns = PaperMap.Bands(figure.Axes.Where(axis => axis.IsX).Select(axis => axis.Domain));
        _rows = PaperMap.Bands(figure.Axes.Where(axis => !axis.IsX).Select(axis => axis.Domain));
        (_columnGaps, _rowGaps) = (new double[_columns.Count], new double[_rows.Count]);
        Legend = new Legend(figure);
        (PaperX, PaperY) = (PaperMap.Create(_columns, 0, 1, _columnGaps), PaperMap.Create(_rows, 1, 0, _rowGaps));
        for (var round = 0; round < Rounds; round++)
        {
            Place();
            Measure();
        }

        Place();
        PlaceAround();
    }

    public double Width { get; }

    public double Height { get; }

    public double FontSize { get; }

    public Legend Legend { get; }

    public PaperMap PaperX { get; private set; }

    public PaperMap PaperY { get; private set; }

    private double TitleSize => _figure.Layout.Number("title.font.size", FontSize * 1.35, 4, 80);

    /// <summary>The pixel of a shape's or an annotation's coordinate: of an axis, of an axis' domain or of the paper.</summary>
    public double Pixel(string reference, char letter, JsonElement value, bool logarithmIsGiven)
    {
        var paper = letter == 'x' ? PaperX : PaperY;
        if (reference == "paper")
            return paper.At(value.AsNumber());
        if (reference.EndsWith(" domain", StringComparison.Ordinal) && _figure.Find(reference[..^7]) is { } whole)
            return whole.Start + value.AsNumber() * (whole.End - whole.Start);
        return _figure.Find(reference) is { } axis ? axis.PixelOfScaled(axis.Reference(value, logarithmIsGiven)) : paper.At(value.AsNumber());
    }

    /// <summary>The clip of the subplot of these axes; null where a reference goes to the paper.</summary>
    public string? ClipOf(Axis? x, Axis? y)
    {
        var index = _figure.Subplots.FindIndex(subplot => (x is null || subplot.X == x) && (y is null || subplot.Y == y));
        return x is null || y is null || index < 0 ? null : $"{_id}-{index}";
    }

    public void Draw(SvgBuilder svg)
    {
        svg.Open("defs");
        for (var i = 0; i < _figure.Subplots.Count; i++)
        {
            var subplot = _figure.Subplots[i];
            svg.Open("clipPath", ("id", $"{_id}-{i}"));
            svg.Element("rect", ("x", subplot.Left), ("y", subplot.Top), ("width", subplot.Right - subplot.Left), ("height", subplot.Bottom - subplot.Top));
            svg.Close();
        }

        svg.Close();
        Shapes.Draw(svg, _figure, this, below: true);
        foreach (var subplot in _figure.Subplots)
            AxisDrawing.DrawGrid(svg, subplot);
        for (var i = 0; i < _figure.Subplots.Count; i++)
            DrawTraces(svg, _figure.Subplots[i], $"{_id}-{i}");
        foreach (var axis in _figure.Axes)
            AxisDrawing.Draw(svg, axis, Across(axis, axis.OnFarSide), Across(axis, !axis.OnFarSide), FontSize, _figure.Style.FontColor);
        foreach (var subplot in _figure.Subplots)
        {
            foreach (var trace in TracesOf(subplot))
                trace.DrawUnclipped(svg);
        }

        Shapes.Draw(svg, _figure, this, below: false);
        for (var i = 0; i < _bars.Count; i++)
            _bars[i].Draw(svg, _barPlaces[i]);
        foreach (var annotation in _annotations)
            annotation.Draw(svg, this);
        Legend.Draw(svg, _legendX, _legendY, _figure.Style.FontColor);
        DrawTitle(svg);
    }

    private static double Size(double given, string name) => given is >= 10 and <= 10_000 ? given
        : throw new FigureException($"the {name} of the figure is {SvgBuilder.Number(given)} pixels; it must lie between 10 and 10,000.");

    private IEnumerable<Trace> TracesOf(Subplot subplot) =>
        _figure.Traces.Where(trace => trace.X == subplot.X && trace.Y == subplot.Y && trace.IsDrawn).OrderBy(trace => trace.Layer);

    private void DrawTraces(SvgBuilder svg, Subplot subplot, string clip)
    {
        svg.Open("g", ("clip-path", $"url(#{clip})"));
        foreach (var trace in TracesOf(subplot))
            trace.DrawBelow(svg);
        foreach (var trace in TracesOf(subplot))
            trace.Draw(svg);
        svg.Close();
    }

    private void DrawTitle(SvgBuilder svg)
    {
        var json = _figure.Layout.At("title");
        var x = json.Number("x", 0.5, 0, 1);
        var pixel = json.Text("xref") == "paper" ? PaperX.At(x) : x * Width;
        var anchor = json.Text("xanchor") switch { "left" => "start", "right" => "end", "center" => "middle", _ => x < 1.0 / 3 ? "start" : x > 2.0 / 3 ? "end" : "middle" };
        // The line must stay inside the picture whatever its anchor.
        var width = Math.Max(_title.Width(TitleSize), _subtitle.Width(FontSize));
        var before = anchor == "start" ? 0 : anchor == "end" ? width : width / 2;
        pixel = Math.Clamp(pixel, Math.Min(Edge + before, Width / 2), Math.Max(Width - Edge - (width - before), Width / 2));
        svg.Text(_title, pixel, Edge, TitleSize, Rgba.Parse(json.Text("font.color")) ?? _figure.Style.FontColor, anchor, 0);
        svg.Text(_subtitle, pixel, Edge + (_title.IsEmpty ? 0 : _title.Height(TitleSize)), FontSize, Rgba.Muted, anchor, 0);
    }

    private void Place()
    {
        PaperX = PaperMap.Create(_columns, _left, Math.Max(Width - _right, _left + 10), _columnGaps);
        PaperY = PaperMap.Create(_rows, Math.Max(Height - _bottom, _top + 10), _top, _rowGaps);
        foreach (var axis in _figure.Axes)
        {
            var paper = axis.IsX ? PaperX : PaperY;
            axis.Place(paper.At(axis.Domain.From), paper.At(axis.Domain.To), FontSize);
        }

        foreach (var axis in _figure.Axes)
            KeepSquare(axis);
        foreach (var bar in _bars)
            bar.Place(PaperY);
        Legend.Measure(Width, PaperX.Length, PaperY.Length);
    }

    /// <summary>With "scaleanchor" a unit is equally long on both axes: the longer axis is shortened about its middle.</summary>
    private void KeepSquare(Axis axis)
    {
        if (_figure.Find(axis.Json.Text("scaleanchor")) is not { } other || other == axis)
            return;
        var ratio = axis.Json.Number("scaleratio", 1, 1e-6, 1e6);
        var (mine, theirs) = (axis.Length / Math.Abs(axis.High - axis.Low), other.Length / Math.Abs(other.High - other.Low) * ratio);
        var (longer, factor) = mine > theirs ? (axis, theirs / mine) : (other, mine / theirs);
        var (middle, half) = ((longer.Start + longer.End) / 2, (longer.End - longer.Start) / 2 * factor);
        longer.Shrink(middle - half, middle + half, FontSize);
    }

    /// <summary>The pixel across at which an axis stands, on its own or on the opposite side.</summary>
    private double Across(Axis axis, bool far)
    {
        if (axis.Anchor is { } anchor)
            return far ? anchor.End : anchor.Start;
        var paper = axis.IsX ? PaperY : PaperX;
        return paper.At(axis.Json.Number("position", far ? 1 : 0, 0, 1));
    }

    private void Measure()
    {
        var (left, right, top, bottom) = Sides();
        (_columnGaps, _rowGaps) = Gaps();
        var legend = Legend.IsShown ? Legend.Place : LegendPlace.Inside;
        var barsWidth = _bars.Where(bar => bar.PaperX is null).Sum(bar => bar.Width + Apart);
        right += barsWidth + (legend == LegendPlace.Right ? Legend.Width + Apart : 0);
        left += legend == LegendPlace.Left ? Legend.Width + Apart : 0;
        top += legend == LegendPlace.Above ? Legend.Height + 4 : 0;
        bottom += legend == LegendPlace.Below ? Legend.Height + 4 : 0;
        top += TitleHeight();
        PlaceAround();
        foreach (var annotation in _annotations.Where(annotation => !annotation.IsOutOfSight(this)))
        {
            left = Math.Max(left, PaperX.At(0) - annotation.Box.Left);
            right = Math.Max(right, annotation.Box.Right - PaperX.At(1));
            bottom = Math.Max(bottom, annotation.Box.Bottom - PaperY.At(0));
            if (annotation.HeadingOver is null)
                top = Math.Max(top, PaperY.At(1) - annotation.Box.Top + TitleHeight());
        }

        var margin = _figure.Layout.At("margin");
        (_left, _right) = Fit(Math.Max(left + Edge, margin.Number("l", 0, 0, 2000)), Math.Max(right + Edge, margin.Number("r", 0, 0, 2000)), Width);
        (_top, _bottom) = Fit(Math.Max(top + Edge, margin.Number("t", 0, 0, 2000)), Math.Max(bottom + Edge, margin.Number("b", 0, 0, 2000)), Height);
    }

    /// <summary>Margins that leave at least a fifth to the plot, in a picture too small for all that it should hold.</summary>
    private static (double, double) Fit(double first, double second, double whole) =>
        first + second <= whole * 0.8 ? (first, second) : (first * whole * 0.8 / (first + second), second * whole * 0.8 / (first + second));

    private double TitleHeight() => (_title.IsEmpty ? 0 : _title.Height(TitleSize)) + (_subtitle.IsEmpty ? 0 : _subtitle.Height(FontSize)) + (_title.IsEmpty && _subtitle.IsEmpty ? 0 : 8);

    /// <summary>What the axes and headings need outside the plotting area.</summary>
    private (double Left, double Right, double Top, double Bottom) Sides()
    {
        var (left, right, top, bottom) = (0.0, 0.0, 0.0, 0.0);
        foreach (var axis in _figure.Axes)
        {
            var (breadth, (before, after)) = (AxisDrawing.Breadth(axis, FontSize), AxisDrawing.Overhang(axis, FontSize));
            var across = Across(axis, axis.OnFarSide);
            if (axis.IsX)
            {
                left = Math.Max(left, before - (Math.Min(axis.Start, axis.End) - PaperX.At(0)));
                right = Math.Max(right, after - (PaperX.At(1) - Math.Max(axis.Start, axis.End)));
                top = Math.Max(top, axis.OnFarSide ? breadth - (across - PaperY.At(1)) : 0);
                bottom = Math.Max(bottom, axis.OnFarSide ? 0 : breadth - (PaperY.At(0) - across));
            }
            else
            {
                top = Math.Max(top, before - (Math.Min(axis.Start, axis.End) - PaperY.At(1)));
                bottom = Math.Max(bottom, after - (PaperY.At(0) - Math.Max(axis.Start, axis.End)));
                left = Math.Max(left, axis.OnFarSide ? 0 : breadth - (across - PaperX.At(0)));
                right = Math.Max(right, axis.OnFarSide ? breadth - (PaperX.At(1) - across) : 0);
            }
        }

        foreach (var annotation in _annotations)
            top = Math.Max(top, annotation.HeadingOver is >= 0.97 and var y ? Math.Max(annotation.Height + 2, PaperY.At(1) - PaperY.At(y) + annotation.Height) : 0);
        return (left, right, top, bottom);
    }

    /// <summary>What lies between neighbouring columns and rows of subplots.</summary>
    private (double[] Columns, double[] Rows) Gaps()
    {
        var (columns, rows) = (new double[_columns.Count], new double[_rows.Count]);
        var (beforeColumn, afterColumn) = (new double[_columns.Count], new double[_columns.Count]);
        var (beforeRow, afterRow) = (new double[_rows.Count], new double[_rows.Count]);
        foreach (var axis in _figure.Axes)
        {
            var (breadth, (before, after)) = (AxisDrawing.Breadth(axis, FontSize), AxisDrawing.Overhang(axis, FontSize));
            var (along, across) = axis.IsX ? (_columns, _rows) : (_rows, _columns);
            var (alongBefore, alongAfter) = axis.IsX ? (beforeColumn, afterColumn) : (beforeRow, afterRow);
            var (acrossBefore, acrossAfter) = axis.IsX ? (beforeRow, afterRow) : (beforeColumn, afterColumn);
            // Pixels of rows run downwards: what hangs over at the lower pixel lies after the row.
            Raise(alongBefore, along.IndexOf(axis.Domain), axis.IsX ? before : after);
            Raise(alongAfter, along.IndexOf(axis.Domain), axis.IsX ? after : before);
            if (axis.Anchor is { } anchor)
                Raise(axis.OnFarSide ? acrossAfter : acrossBefore, across.IndexOf(anchor.Domain), breadth);
        }

        foreach (var annotation in _annotations)
        {
            if (annotation.HeadingOver is { } y)
                Raise(afterRow, _rows.FindIndex(row => y >= row.To - 0.001 && y <= row.To + 0.05), annotation.Height + 4);
        }

        foreach (var bar in _bars)
        {
            if (bar.PaperX is { } x && _columns.FindLastIndex(column => column.To <= x + 0.001) is >= 0 and var index)
                Raise(afterColumn, index, bar.Width + Apart);
        }

        for (var i = 1; i < columns.Length; i++)
            columns[i] = afterColumn[i - 1] + beforeColumn[i] + Apart;
        for (var i = 1; i < rows.Length; i++)
            rows[i] = afterRow[i - 1] + beforeRow[i] + Apart;
        return (columns, rows);

        static void Raise(double[] values, int i, double value)
        {
            if (i >= 0)
                values[i] = Math.Max(values[i], value);
        }
    }

    /// <summary>Places what stands round the plot: colour bars, the legend, footnotes.</summary>
    private void PlaceAround()
    {
        var (left, right, top, bottom) = Sides();
        var x = PaperX.At(1) + right + Apart;
        _barPlaces = new double[_bars.Count];
        for (var i = 0; i < _bars.Count; i++)
        {
            if (_bars[i].PaperX is { } paper)
            {
                _barPlaces[i] = _columns.FindLastIndex(column => column.To <= paper + 0.001) is >= 0 and var index ? PaperX.At(_columns[index].To) + Apart : PaperX.At(paper);
                continue;
            }

            _barPlaces[i] = x;
            x += _bars[i].Width + Apart;
        }

        var (cornerX, cornerY) = Legend.IsShown ? Legend.Corner(PaperX, PaperY) : (0, 0);
        _legendX = Math.Clamp(cornerX, Math.Min(Edge, Width), Math.Max(Edge, Width - Edge - Legend.Width));
        _legendY = Math.Clamp(cornerY, Math.Min(Edge, Height), Math.Max(Edge, Height - Edge - Legend.Height));
        switch (Legend.Place)
        {
            case LegendPlace.Right: _legendX = x; break;
            case LegendPlace.Left: _legendX = PaperX.At(0) - left - Apart - Legend.Width; break;
            case LegendPlace.Above: _legendY = PaperY.At(1) - top - 2 - Legend.Height; break;
            case LegendPlace.Below: _legendY = PaperY.At(0) + bottom + 4; break;
        }

        var below = PaperY.At(0) + bottom + (Legend.IsShown && Legend.Place == LegendPlace.Below ? Legend.Height + 4 : 0) + 2;
        foreach (var annotation in _annotations)
        {
            annotation.Place(this, 0);
            if (annotation.IsFootnote && annotation.Box.Top < below)
                annotation.Place(this, below - annotation.Box.Top);
        }
    }
}
