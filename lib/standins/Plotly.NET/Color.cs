using System.Globalization;

namespace Plotly.NET;

/// <summary>One colour, or one for each datum, or numbers that a colour scale turns into colours.</summary>
public class Color : IStyleParam
{
    private Color(object value) => Value = value;

    public object Value { get; }

    /// <summary>The package writes the opacity a/255 with one digit after the point, and so does this; <see cref="fromString"/> takes "rgba(0, 0, 0, 0.15)".</summary>
    public static Color fromARGB(int a, int r, int g, int b)
    {
        foreach (var part in (int[])[a, r, g, b])
        {
            if (part is < 0 or > 255)
                throw new ArgumentException($"The parts of a colour lie between 0 and 255, and {part} does not.");
        }

        return new(string.Create(CultureInfo.InvariantCulture, $"rgba({r}, {g}, {b}, {a / 255.0:0.0})"));
    }

    public static Color fromRGB(int r, int g, int b) => fromARGB(255, r, g, b);

    public static Color fromHex(string s)
    {
        var digits = s.TrimStart('#');
        if (digits.Length != 6 || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
            throw new ArgumentException($"'{s}' is not a colour like #1f77b4.", nameof(s));
        return fromRGB(rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff);
    }

    public static Color fromColors(IEnumerable<Color> c) => new(c.Select(color => color.Value).ToArray());

    public static Color fromString(string c) => new(c);

    public static Color fromColorScaleValues<a>(IEnumerable<a> c) where a : IConvertible => new(Json.Snapshot(c));

    public static Color fromKeyword(ColorKeyword c) => c.Color;

    public override bool Equals(object? other) => other is Color color && Json.Write(color) == Json.Write(this);

    public override int GetHashCode() => Json.Write(this).GetHashCode(StringComparison.Ordinal);

    object IStyleParam.Convert() => Value;
}
