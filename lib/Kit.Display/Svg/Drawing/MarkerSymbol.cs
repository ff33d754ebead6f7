namespace Kit.Display.Svg.Drawing;

/// <summary>The marker shapes of plotly that tell series apart; others are drawn as circles.</summary>
internal static class MarkerSymbol
{
    public static void Draw(SvgBuilder svg, string? symbol, double x, double y, double size, Rgba fill, Rgba stroke, double strokeWidth)
    {
        symbol = Named(symbol ?? "circle");
        var open = symbol.Contains("-open");
        if (open)
            (stroke, strokeWidth, fill) = (fill, Math.Max(strokeWidth, 1.5), Rgba.Transparent);
        var r = size / 2;
        object? line = strokeWidth > 0 ? stroke : null;
        object? width = strokeWidth > 0 ? strokeWidth : null;
        var name = symbol.Split("-open")[0].Replace("-thin", "");
        if (name is "cross" or "x" && symbol.Contains("-thin"))
            name += "-line";
        var outline = name switch
        {
            "square" => [(-.9, -.9), (.9, -.9), (.9, .9), (-.9, .9)],
            "diamond" => [(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)],
            "triangle-up" => [(0, -1.2), (1.1, .8), (-1.1, .8)],
            "triangle-down" => [(0, 1.2), (1.1, -.8), (-1.1, -.8)],
            "triangle-left" => [(-1.2, 0), (.8, 1.1), (.8, -1.1)],
            "triangle-right" => [(1.2, 0), (-.8, 1.1), (-.8, -1.1)],
            "cross" => [(-.4, -1.2), (.4, -1.2), (.4, -.4), (1.2, -.4), (1.2, .4), (.4, .4), (.4, 1.2), (-.4, 1.2), (-.4, .4), (-1.2, .4), (-1.2, -.4), (-.4, -.4)],
            "x" => [(-1.1, -.6), (-.6, -1.1), (0, -.5), (.6, -1.1), (1.1, -.6), (.5, 0), (1.1, .6), (.6, 1.1), (0, .5), (-.6, 1.1), (-1.1, .6), (-.5, 0)],
            "star" => Star(),
            "hexagon" => [.. Enumerable.Range(0, 6).Select(i => (Math.Sin(i * Math.PI / 3) * 1.1, -Math.Cos(i * Math.PI / 3) * 1.1))],
            _ => Array.Empty<(double X, double Y)>(),
        };
        if (name is "line-ns" or "line-ew" or "cross-line" or "x-line")
        {
            var path = new PathBuilder();
            if (name is "line-ns" or "cross-line")
                path.Move(x, y - r).Line(x, y + r);
            if (name is "line-ew" or "cross-line")
                path.Move(x - r, y).Line(x + r, y);
            if (name is "x-line")
                path.Move(x - r, y - r).Line(x + r, y + r).Move(x - r, y + r).Line(x + r, y - r);
            svg.Element("path", ("d", path), ("stroke", open ? stroke : fill), ("stroke-width", Math.Max(strokeWidth, 1.5)), ("fill", "none"));
        }
        else if (outline.Length == 0)
        {
            svg.Element("circle", ("cx", x), ("cy", y), ("r", r), ("fill", fill), ("stroke", line), ("stroke-width", width));
        }
        else
        {
            var path = new PathBuilder();
            for (var i = 0; i < outline.Length; i++)
                _ = i == 0 ? path.Move(x + outline[i].X * r, y + outline[i].Y * r) : path.Line(x + outline[i].X * r, y + outline[i].Y * r);
            svg.Element("path", ("d", path.End()), ("fill", fill), ("stroke", line), ("stroke-width", width));
        }
    }

    /// <summary>plotly also knows symbols by number, as a number or as a text (which is what Plotly.NET writes); 100 more is the open one.</summary>
    private static string Named(string symbol)
    {
        if (!int.TryParse(symbol, out var code))
            return symbol;
        var name = (code % 100) switch
        {
            1 => "square",
            2 => "diamond",
            3 => "cross",
            4 => "x",
            5 => "triangle-up",
            6 => "triangle-down",
            7 => "triangle-left",
            8 => "triangle-right",
            14 or 15 => "hexagon",
            17 => "star",
            33 => "cross-thin",
            34 => "x-thin",
            41 => "line-ew",
            42 => "line-ns",
            _ => "circle",
        };
        return code / 100 % 2 == 1 ? $"{name}-open" : name;
    }

    private static (double X, double Y)[] Star() =>
        [.. Enumerable.Range(0, 10).Select(i => (Radius: i % 2 == 0 ? 1.4 : .55, Angle: i * Math.PI / 5))
            .Select(point => (Math.Sin(point.Angle) * point.Radius, -Math.Cos(point.Angle) * point.Radius))];
}
