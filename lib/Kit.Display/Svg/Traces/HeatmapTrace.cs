using System.Text.Json;
using Kit.Display.Svg.Axes;
using Kit.Display.Svg.Drawing;

namespace Kit.Display.Svg.Traces;

/// <summary>A matrix of colours, with its numbers or texts where the figure asks for them.</summary>
internal sealed class HeatmapTrace(JsonElement json, int index, FigureStyle style) : Trace(json, index, style)
{
    private double[][] _z = [];
    private double[] _edgesX = [];
    private double[] _edgesY = [];
    private double[] _centersX = [];
    private double[] _centersY = [];

    public override int Layer => 0;

    public override bool IsListed => Json.Flag("showlegend") ?? false;

    public override void Read()
    {
        var rows = Json.Items("z");
        if (rows.Any(row => row.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null)))
            throw new FigureException($"data[{Index}].z must be an array of rows, each an array of numbers.");
        _z = [.. rows.Select(row => row.ValueKind == JsonValueKind.Array ? row.EnumerateArray().Select(cell => cell.AsNumber()).ToArray() : [])];
        if (Json.Flag("transpose") == true)
            _z = [.. Enumerable.Range(0, _z.Length == 0 ? 0 : _z.Max(row => row.Length)).Select(column => _z.Select(row => column < row.Length ? row[column] : double.NaN).ToArray())];
        var columns = _z.Length == 0 ? 0 : _z.Max(row => row.Length);
        (_centersX, _edgesX) = Edges(Coordinates(ofX: true, columns), columns);
        (_centersY, _edgesY) = Edges(Coordinates(ofX: false, _z.Length), _z.Length);
        Mapping = Style.Mapping(Json, 'z', _z.SelectMany(row => row));
        X.HidesGrid = Y.HidesGrid = true;
        X.LeastStep = Json.Items("x").Length == 0 ? 1 : X.LeastStep;
        Y.LeastStep = Json.Items("y").Length == 0 ? 1 : Y.LeastStep;
    }

    public override void Extend()
    {
        foreach (var (axis, edges) in new[] { (X, _edgesX), (Y, _edgesY) })
        {
            foreach (var edge in edges)
                axis.Extent.Include(axis.Scale(edge), Room.None, Room.None);
        }
    }

    public override void Draw(SvgBuilder svg)
    {
        if (_z.Length == 0 || _edgesX.Length < 2)
            return;

        // Cells smaller than half a pixel are averaged in blocks.
        var acrossBlock = Math.Max(1, (int)Math.Ceiling((_edgesX.Length - 1) / (2 * Math.Max(X.Length, 1))));
        var downBlock = Math.Max(1, (int)Math.Ceiling((_edgesY.Length - 1) / (2 * Math.Max(Y.Length, 1))));
        var (gapX, gapY) = (Json.Number("xgap", 0, 0, 20), Json.Number("ygap", 0, 0, 20));
        svg.Open("g", ("shape-rendering", gapX + gapY == 0 ? "crispEdges" : null), ("opacity", Json.Number("opacity") is { } opacity ? Math.Clamp(opacity, 0, 1) : null));
        for (var row = 0; row < _z.Length; row += downBlock)
        {
            for (var column = 0; column < _edgesX.Length - 1; column += acrossBlock)
            {
                var value = Average(row, downBlock, column, acrossBlock);
                if (double.IsNaN(value))
                    continue;
                var (a, b) = (X.Pixel(_edgesX[column]), X.Pixel(_edgesX[Math.Min(column + acrossBlock, _edgesX.Length - 1)]));
                var (c, d) = (Y.Pixel(_edgesY[row]), Y.Pixel(_edgesY[Math.Min(row + downBlock, _edgesY.Length - 1)]));
                if (!double.IsFinite(a) || !double.IsFinite(b) || !double.IsFinite(c) || !double.IsFinite(d))
                    continue;
                svg.Element("rect", ("x", Math.Min(a, b) + gapX / 2), ("y", Math.Min(c, d) + gapY / 2), ("width", Math.Max(Math.Abs(b - a) - gapX, 0.1)),
                    ("height", Math.Max(Math.Abs(d - c) - gapY, 0.1)), ("fill", Mapping!.At(value)));
            }
        }

        svg.Close();
        DrawTexts(svg);
    }

    private void DrawTexts(SvgBuilder svg)
    {
        var template = Json.Text("texttemplate");
        var texts = Json.Items("text").Select(row => row.ValueKind == JsonValueKind.Array ? row.EnumerateArray().Select(cell => cell.AsText() ?? "").ToArray() : []).ToArray();
        if (string.IsNullOrEmpty(template) || _z.Length * (_edgesX.Length - 1) > 10_000)
            return;

        var labels = new List<(int Row, int Column, RichText Text)>();
        for (var row = 0; row < _z.Length; row++)
        {
            for (var column = 0; column < _z[row].Length; column++)
            {
                var (r, c) = (row, column);
                if (double.IsNaN(_z[r][c]))
                    continue;
                var text = RichText.Parse(NumberFormat.Template(template, name => name switch
                {
                    "z" => _z[r][c],
                    "x" => Place(X, _centersX, c),
                    "y" => Place(Y, _centersY, r),
                    "text" => r < texts.Length && c < texts[r].Length ? texts[r][c] : "",
                    _ => null,
                }));
                if (!text.IsEmpty)
                    labels.Add((r, c, text));
            }
        }

        // One size for all numbers, as large as the tightest cell allows; unreadable ones are left out.
        var size = Json.Number("textfont.size", Style.FontSize, 4, 60);
        foreach (var (row, column, text) in labels)
        {
            var (width, height) = (Math.Abs(X.Pixel(_edgesX[column + 1]) - X.Pixel(_edgesX[column])), Math.Abs(Y.Pixel(_edgesY[row + 1]) - Y.Pixel(_edgesY[row])));
            size = Math.Min(size, Math.Min((width - 2) / text.Width(1), (height - 1) / text.Height(1)));
        }

        if (!(size >= 5))
            return;
        foreach (var (row, column, text) in labels)
        {
            var color = Rgba.Parse(Json.Text("textfont.color")) ?? Mapping!.At(_z[row][column]).Contrast;
            svg.Text(text, (X.Pixel(_edgesX[column]) + X.Pixel(_edgesX[column + 1])) / 2, (Y.Pixel(_edgesY[row]) + Y.Pixel(_edgesY[row + 1])) / 2, size, color, "middle");
        }
    }

    private double Average(int row, int rows, int column, int columns)
    {
        if (rows == 1 && columns == 1)
            return column < _z[row].Length ? _z[row][column] : double.NaN;
        var (sum, count) = (0.0, 0);
        for (var r = row; r < Math.Min(row + rows, _z.Length); r++)
        {
            for (var c = column; c < Math.Min(column + columns, _z[r].Length); c++)
            {
                if (!double.IsNaN(_z[r][c]))
                    (sum, count) = (sum + _z[r][c], count + 1);
            }
        }

        return count == 0 ? double.NaN : sum / count;
    }

    private static object Place(Axis axis, double[] centers, int i) => axis.Kind == AxisKind.Category && i < axis.Categories.Count
        ? axis.Categories[(int)Math.Clamp(centers[i], 0, axis.Categories.Count - 1)] : centers[i];

    /// <summary>Cells lie halfway between given centres; one coordinate more than cells gives the edges themselves.</summary>
    private static (double[] Centers, double[] Edges) Edges(double[] given, int count)
    {
        if (count == 0)
            return ([], []);
        if (given.Length == count + 1)
            return ([.. Enumerable.Range(0, count).Select(i => (given[i] + given[i + 1]) / 2)], given);
        if (given.Length < count)
            given = [.. Enumerable.Range(0, count).Select(i => i < given.Length ? given[i] : (given.Length > 0 ? given[^1] : 0) + i - given.Length + 1)];
        var edges = new double[count + 1];
        for (var i = 1; i < count; i++)
            edges[i] = (given[i - 1] + given[i]) / 2;
        edges[0] = count > 1 ? given[0] - (edges[1] - given[0]) : given[0] - 0.5;
        edges[count] = count > 1 ? given[count - 1] + (given[count - 1] - edges[count - 1]) : given[0] + 0.5;
        return (given, edges);
    }
}
