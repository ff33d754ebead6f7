using System.Text.Json;
using Kit.Display.Svg.Axes;
using Kit.Display.Svg.Drawing;

namespace Kit.Display.Svg.Traces;

/// <summary>Error bars of one direction: how far each point's reach below and above its value.</summary>
internal sealed class ErrorBars
{
    private readonly double[] _minus;
    private readonly double[] _plus;
    private readonly LineStyle _line;
    private readonly double _cap;

    private ErrorBars(double[] minus, double[] plus, LineStyle line, double cap) => (_minus, _plus, _line, _cap) = (minus, plus, line, cap);

    public static ErrorBars? Read(JsonElement json, double[] values, Rgba color)
    {
        if (json.ValueKind != JsonValueKind.Object || json.Flag("visible") == false)
            return null;

        var (above, below) = (json.Items("array"), json.Items("arrayminus"));
        var type = json.Text("type") ?? (above.Length > 0 ? "data" : "percent");
        var symmetric = json.Flag("symmetric") ?? (below.Length == 0 && json.At("valueminus").IsMissing());
        var (plus, minus) = (new double[values.Length], new double[values.Length]);
        for (var i = 0; i < values.Length; i++)
        {
            plus[i] = Reach(above, "value", i);
            minus[i] = symmetric ? plus[i] : Reach(below, "valueminus", i);
        }

        return new ErrorBars(minus, plus, new LineStyle(Rgba.Parse(json.Text("color")) ?? color, json.Number("thickness", 1.5, 0, 20), null), json.Number("width", 4, 0, 50));

        double Reach(JsonElement[] array, string value, int i) => Math.Abs(type switch
        {
            "data" => i < array.Length ? array[i].AsNumber() : double.NaN,
            "constant" => json.Number(value, 10),
            "sqrt" => Math.Sqrt(Math.Abs(values[i])),
            _ => values[i] * json.Number(value, 10) / 100,
        });
    }

    public double Low(double value, int i) => value - (double.IsNaN(_minus[i]) ? 0 : _minus[i]);

    public double High(double value, int i) => value + (double.IsNaN(_plus[i]) ? 0 : _plus[i]);

    /// <summary>Draws the bar of a point along <paramref name="axis"/>, at the pixel <paramref name="across"/> of the other one.</summary>
    public void Draw(PathBuilder path, Axis axis, double value, double across, int i)
    {
        if (double.IsNaN(_minus[i]) && double.IsNaN(_plus[i]) || double.IsNaN(across))
            return;
        var (from, to) = (axis.Pixel(Low(value, i)), axis.Pixel(High(value, i)));
        // Below zero a log axis has no place: the bar then goes to its end.
        from = double.IsNaN(from) ? axis.Start : from;
        if (double.IsNaN(to))
            return;
        foreach (var (end, given) in new[] { (from, !double.IsNaN(_minus[i])), (to, !double.IsNaN(_plus[i])) })
        {
            if (given)
                Segment(path, axis.IsX, end, across - _cap, end, across + _cap);
        }

        Segment(path, axis.IsX, from, across, to, across);
    }

    public void Stroke(SvgBuilder svg, PathBuilder path)
    {
        if (!path.IsEmpty && _line.IsVisible)
            svg.Element("path", ("d", path), ("fill", "none"), ("stroke", _line.Color), ("stroke-width", _line.Width));
    }

    private static void Segment(PathBuilder path, bool alongX, double a, double b, double c, double d)
    {
        if (alongX)
            path.Move(a, b).Line(c, d);
        else
            path.Move(b, a).Line(d, c);
    }
}
