using System.Globalization;
using System.Text.RegularExpressions;

namespace Kit.Display.Svg.Axes;

/// <summary>Numbers as texts: a subset of d3-format, plotly's %{…} templates and plotly's default tick labels.</summary>
internal static partial class NumberFormat
{
    private const string Minus = "\u2212";

    /// <summary>[[fill]align][sign][symbol][0][width][,][.precision][~][type] with the types e f g r s % p d; null where it is none.</summary>
    public static string? D3(double value, string? format)
    {
        if (string.IsNullOrEmpty(format) || D3Pattern().Match(format) is not { Success: true } match)
            return null;

        var type = match.Groups["type"].Value;
        var precision = match.Groups["precision"] is { Success: true } given ? int.Parse(given.Value) : (int?)null;
        var (magnitude, suffix) = (Math.Abs(value), "");
        var text = type switch
        {
            "e" => Exponent(magnitude, precision ?? 6),
            "f" => Fixed(magnitude, precision ?? 6),
            "%" => Fixed(magnitude * 100, precision ?? 6),
            "p" => Significant(magnitude * 100, precision ?? 6),
            "r" => Significant(magnitude, precision ?? 6),
            "s" => Prefixed(magnitude, precision ?? 6, out suffix),
            "d" => Fixed(Math.Round(magnitude), 0),
            "g" => General(magnitude, precision ?? 6),
            _ => precision is { } digits ? Trim(General(magnitude, digits)) : Trim(General(magnitude, 12)),
        };
        if (match.Groups["trim"].Success)
            text = Trim(text);
        if (match.Groups["comma"].Success)
            text = Grouped(text);
        suffix += type is "%" or "p" ? "%" : "";
        var sign = value < 0 && text.Any(c => c is >= '1' and <= '9') ? Minus : match.Groups["sign"].Value is "+" ? "+" : match.Groups["sign"].Value is " " ? " " : "";
        text = sign + (match.Groups["symbol"].Value is "$" ? "$" : "") + text + suffix;
        return match.Groups["width"] is { Success: true } width
            ? text.PadLeft(Math.Min(int.Parse(width.Value), 40), match.Groups["zero"].Success ? '0' : ' ') : text;
    }

    /// <summary>A shortest plain number with the minus sign of typography.</summary>
    public static string Plain(double value)
    {
        var magnitude = Math.Abs(value);
        var text = magnitude is 0 or (>= 1e-4 and < 1e15) ? Trim(magnitude.ToString("0.############", CultureInfo.InvariantCulture)) : Exponent(magnitude, 3, trim: true);
        return (value < 0 ? Minus : "") + text;
    }

    /// <summary>Labels for evenly spaced numbers: equal decimals, thousands as k, M, B, and powers of ten where numbers are tiny or huge.</summary>
    public static string Axis(double value, double step, double largest, bool separateThousands)
    {
        if (Math.Abs(value) < step * 1e-6)
            value = 0;
        var (scale, suffix) = separateThousands ? (1, "") : largest switch
        {
            >= 1e15 => (0, ""),
            >= 1e9 => (1e9, "B"),
            >= 1e6 => (1e6, "M"),
            >= 1e4 => (1e3, "k"),
            < 1e-4 => (0, ""),
            _ => (1.0, ""),
        };
        if (value == 0)
            return "0";
        var sign = value < 0 ? Minus : "";
        if (scale == 0)
        {
            var exponent = (int)Math.Floor(Math.Log10(largest) + 1e-9);
            var mantissa = Math.Abs(value) / Math.Pow(10, exponent);
            return $"{sign}{Fixed(mantissa, Decimals(step / Math.Pow(10, exponent)))}×10<sup>{exponent.ToString(CultureInfo.InvariantCulture).Replace("-", Minus)}</sup>";
        }

        var text = Fixed(Math.Abs(value) / scale, Decimals(step / scale));
        return sign + (separateThousands ? Grouped(text) : text) + suffix;
    }

    /// <summary>How many decimals show every multiple of the step.</summary>
    public static int Decimals(double step)
    {
        for (var decimals = 0; decimals < 12; decimals++)
        {
            var scaled = step * Math.Pow(10, decimals);
            if (Math.Abs(scaled - Math.Round(scaled)) < 1e-6 * Math.Max(scaled, 1) && Math.Round(scaled) > 0)
                return decimals;
        }

        return 12;
    }

    /// <summary>Fills in %{name} and %{name:format}; an unknown name becomes empty.</summary>
    public static string Template(string template, Func<string, object?> value) => TemplatePattern().Replace(template, match =>
        value(match.Groups["name"].Value) switch
        {
            double number => double.IsNaN(number) ? "" : D3(number, match.Groups["format"].Value) ?? Plain(number),
            string text => text,
            _ => "",
        });

    public static string Fixed(double value, int decimals) =>
        Math.Round((decimal)Math.Clamp(value, -7e27, 7e27), Math.Clamp(decimals, 0, 20), MidpointRounding.AwayFromZero)
            .ToString("F" + Math.Clamp(decimals, 0, 20), CultureInfo.InvariantCulture);

    private static string Significant(double value, int digits)
    {
        if (value == 0)
            return Fixed(0, Math.Max(digits - 1, 0));
        var exponent = (int)Math.Floor(Math.Log10(value));
        var decimals = digits - 1 - exponent;
        return decimals >= 0 ? Fixed(value, decimals) : Fixed(Math.Round(value / Math.Pow(10, -decimals)) * Math.Pow(10, -decimals), 0);
    }

    private static string General(double value, int digits)
    {
        digits = Math.Clamp(digits, 1, 15);
        return value != 0 && (value < 1e-6 || value >= Math.Pow(10, digits)) ? Exponent(value, digits - 1) : Significant(value, digits);
    }

    private static string Exponent(double value, int decimals, bool trim = false)
    {
        var parts = value.ToString("E" + Math.Clamp(decimals, 0, 15), CultureInfo.InvariantCulture).Split('E');
        var exponent = int.Parse(parts[1], CultureInfo.InvariantCulture);
        return $"{(trim ? Trim(parts[0]) : parts[0])}e{(exponent < 0 ? Minus : "+")}{Math.Abs(exponent)}";
    }

    private static string Prefixed(double value, int digits, out string prefix)
    {
        string[] prefixes = ["y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y"];
        var power = value == 0 ? 0 : Math.Clamp((int)Math.Floor(Math.Floor(Math.Log10(value)) / 3), -8, 8);
        prefix = prefixes[power + 8];
        return Significant(value / Math.Pow(1000, power), digits);
    }

    private static string Trim(string text)
    {
        var exponent = text.IndexOf('e');
        var (number, rest) = exponent < 0 ? (text, "") : (text[..exponent], text[exponent..]);
        return (number.Contains('.') ? number.TrimEnd('0').TrimEnd('.') : number) + rest;
    }

    private static string Grouped(string text)
    {
        var end = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        end = end < 0 ? text.Length : end;
        for (var at = end - 3; at > 0; at -= 3)
            text = text.Insert(at, ",");

        return text;
    }

    [GeneratedRegex(@"^(?:(?<fill>.)?(?<align>[<>=^]))?(?<sign>[-+( ])?(?<symbol>[$#])?(?<zero>0)?(?<width>[1-9]\d{0,2})?(?<comma>,)?(?:\.(?<precision>\d{1,2}))?(?<trim>~)?(?<type>[efgrsdp%])?$")]
    private static partial Regex D3Pattern();

    [GeneratedRegex(@"%\{(?<name>[^}:|]+)(?::(?<format>[^}]*))?(?:\|[^}]*)?\}")]
    private static partial Regex TemplatePattern();
}
