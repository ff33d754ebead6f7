using System.Text.Json;
using Kit.Display.Svg.Drawing;

namespace Kit.Display.Svg.Traces;

/// <summary>A line through pixel points: straight, smoothed or in steps.</summary>
internal static class Curve
{
    /// <summary>Longer lines are thinned to what a pixel column can show.</summary>
    private const int ManyPoints = 4000;

    public static void Append(PathBuilder path, IReadOnlyList<(double X, double Y)> points, JsonElement line, bool begin, bool backwards = false)
    {
        if (points.Count == 0)
            return;

        points = points.Count > ManyPoints ? Thin(points) : points;
        points = backwards ? [.. points.Reverse()] : points;
        _ = begin ? path.Move(points[0].X, points[0].Y) : path.Line(points[0].X, points[0].Y);
        var shape = line.Text("shape");
        var smoothing = line.Number("smoothing", 1, 0, 1.3) / 6;
        if (backwards && shape is "hv" or "vh")
            shape = shape == "hv" ? "vh" : "hv";
        for (var i = 1; i < points.Count; i++)
        {
            var (a, b) = (points[i - 1], points[i]);
            switch (shape)
            {
                case "spline":
                    var (before, after) = (points[Math.Max(i - 2, 0)], points[Math.Min(i + 1, points.Count - 1)]);
                    path.Curve(a.X + (b.X - before.X) * smoothing, a.Y + (b.Y - before.Y) * smoothing,
                        b.X - (after.X - a.X) * smoothing, b.Y - (after.Y - a.Y) * smoothing, b.X, b.Y);
                    break;
                case "hv": path.Line(b.X, a.Y).Line(b.X, b.Y); break;
                case "vh": path.Line(a.X, b.Y).Line(b.X, b.Y); break;
                case "hvh": path.Line((a.X + b.X) / 2, a.Y).Line((a.X + b.X) / 2, b.Y).Line(b.X, b.Y); break;
                case "vhv": path.Line(a.X, (a.Y + b.Y) / 2).Line(b.X, (a.Y + b.Y) / 2).Line(b.X, b.Y); break;
                default: path.Line(b.X, b.Y); break;
            }
        }
    }

    /// <summary>Keeps the first, lowest, highest and last of the neighbours that share a pixel column: the same picture, fewer points.</summary>
    public static List<(double X, double Y)> Thin(IReadOnlyList<(double X, double Y)> points)
    {
        var kept = new List<(double, double)>();
        for (var start = 0; start < points.Count;)
        {
            var column = Math.Floor(points[start].X);
            int end = start, low = start, high = start;
            for (; end < points.Count && Math.Floor(points[end].X) == column; end++)
            {
                low = points[end].Y < points[low].Y ? end : low;
                high = points[end].Y > points[high].Y ? end : high;
            }

            foreach (var i in new[] { start, Math.Min(low, high), Math.Max(low, high), end - 1 }.Distinct())
                kept.Add(points[i]);
            start = Math.Max(end, start + 1);
        }

        return kept;
    }
}
