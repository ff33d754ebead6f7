using System.Globalization;

namespace Kit.Display.Svg.Drawing;

/// <summary>A colour with opacity.</summary>
internal readonly record struct Rgba(byte R, byte G, byte B, double A = 1)
{
    public static readonly Rgba White = new(255, 255, 255);
    public static readonly Rgba Ink = new(42, 42, 42);
    public static readonly Rgba Muted = new(85, 85, 85);
    public static readonly Rgba Grid = new(230, 230, 230);
    public static readonly Rgba AxisLine = new(140, 140, 140);
    public static readonly Rgba Transparent = new(0, 0, 0, 0);

    public string Hex => $"#{R:x2}{G:x2}{B:x2}";

    /// <summary>Relative luminance (WCAG 2), 0 black … 1 white.</summary>
    public double Luminance => 0.2126 * Linear(R) + 0.7152 * Linear(G) + 0.0722 * Linear(B);

    /// <summary>The text colour with the better contrast on this background.</summary>
    public Rgba Contrast => (Luminance + 0.05) / 0.05 > 1.05 / (Luminance + 0.05) ? new Rgba(26, 26, 26) : White;

    public Rgba WithOpacity(double opacity) => this with { A = A * Math.Clamp(opacity, 0, 1) };

    public static Rgba Mix(Rgba a, Rgba b, double t) => new(Mix(a.R, b.R, t), Mix(a.G, b.G, t), Mix(a.B, b.B, t), a.A + (b.A - a.A) * t);

    /// <summary>#rgb, #rrggbb, #rrggbbaa, rgb(…), rgba(…) or a CSS colour name; anything else is null.</summary>
    public static Rgba? Parse(string? text)
    {
        text = text?.Trim() ?? "";
        if (text.StartsWith('#'))
            return ParseHex(text[1..]);
        if (text.StartsWith("rgb", StringComparison.OrdinalIgnoreCase) && text.EndsWith(')') && text.Contains('('))
            return ParseFunction(text[(text.IndexOf('(') + 1)..^1]);
        if (text.Equals("transparent", StringComparison.OrdinalIgnoreCase))
            return Transparent;
        if (text.Length == 0 || !text.All(char.IsAsciiLetter))
            return null;

        var named = System.Drawing.Color.FromName(text.Replace("grey", "gray", StringComparison.OrdinalIgnoreCase));
        return named.IsKnownColor && !named.IsSystemColor ? new Rgba(named.R, named.G, named.B) : null;
    }

    private static Rgba? ParseHex(string digits)
    {
        if (digits.Length is 3 or 4)
            digits = string.Concat(digits.Select(digit => $"{digit}{digit}"));
        if (digits.Length is not (6 or 8) || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
            return null;

        var alpha = digits.Length == 8 ? (number & 255) / 255.0 : 1;
        number = digits.Length == 8 ? number >> 8 : number;
        return new Rgba((byte)(number >> 16), (byte)(number >> 8), (byte)number, alpha);
    }

    private static Rgba? ParseFunction(string arguments)
    {
        var parts = arguments.Split([',', ' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        var numbers = new double[4] { 0, 0, 0, 1 };
        if (parts.Length is not (3 or 4))
            return null;

        for (var i = 0; i < parts.Length; i++)
        {
            var percent = parts[i].EndsWith('%');
            if (!double.TryParse(parts[i].TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
                return null;
            numbers[i] = percent ? number / 100 * (i < 3 ? 255 : 1) : number;
        }

        return new Rgba(ToByte(numbers[0]), ToByte(numbers[1]), ToByte(numbers[2]), Math.Clamp(numbers[3], 0, 1));
    }

    private static byte Mix(byte a, byte b, double t) => ToByte(a + (b - a) * t);

    private static byte ToByte(double number) => (byte)Math.Clamp(Math.Round(number), 0, 255);

    private static double Linear(byte channel)
    {
        var s = channel / 255.0;
        return s <= 0.04045 ? s / 12.92 : Math.Pow((s + 0.055) / 1.055, 2.4);
    }
}
