using System.Globalization;
using System.Text.Json;

namespace Kit.Display.Svg;

/// <summary>Reading a figure's JSON leniently: what is missing, null or of another kind is "not said".</summary>
internal static class FigureJson
{
    /// <summary>The element at a dotted path, or an undefined element.</summary>
    public static JsonElement At(this JsonElement element, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return default;
        }

        return element;
    }

    public static bool IsMissing(this JsonElement element) => element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>A finite number, also from a numeric string; NaN where there is none.</summary>
    public static double AsNumber(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number when element.TryGetDouble(out var number) && double.IsFinite(number) => number,
        JsonValueKind.String when double.TryParse(element.Content(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => number,
        _ => double.NaN,
    };

    /// <summary>A string's text; half a surrogate pair, which is no text, becomes a replacement character.</summary>
    public static string Content(this JsonElement element)
    {
        try
        {
            return element.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "\ufffd";
        }
    }

    /// <summary>A scalar as the text that a category or a label shows; null for null, arrays and objects.</summary>
    public static string? AsText(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.Content(),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    public static double? Number(this JsonElement element, string path)
    {
        var number = element.At(path).AsNumber();
        return double.IsNaN(number) ? null : number;
    }

    public static double Number(this JsonElement element, string path, double fallback) => element.Number(path) ?? fallback;

    /// <summary>A number held within bounds, so that a hostile size or width cannot make a picture unreadable.</summary>
    public static double Number(this JsonElement element, string path, double fallback, double least, double most) =>
        Math.Clamp(element.Number(path) ?? fallback, least, most);

    public static string? Text(this JsonElement element, string path) => element.At(path).AsText();

    public static bool? Flag(this JsonElement element, string path) => element.At(path).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>The title of a layout, an axis or a colour bar: plain text or an object with a text.</summary>
    public static string Title(this JsonElement element, string path = "title") => element.Text(path) ?? element.Text(path + ".text") ?? "";

    /// <summary>The elements of an array; empty where there is none.</summary>
    public static JsonElement[] Items(this JsonElement element, string path)
    {
        var array = element.At(path);
        if (array.ValueKind == JsonValueKind.Object && array.TryGetProperty("bdata", out _))
            throw new FigureException($"'{path}' is a typed array (bdata); write it as a plain JSON array.");

        return array.ValueKind == JsonValueKind.Array ? [.. array.EnumerateArray()] : [];
    }

    /// <summary>One value for each of <paramref name="count"/> points from a scalar or an array.</summary>
    public static JsonElement[] PerPoint(this JsonElement element, string path, int count)
    {
        var items = element.Items(path);
        if (items.Length == 0)
        {
            var one = element.At(path);
            items = new JsonElement[count];
            if (one.ValueKind != JsonValueKind.Array)
                Array.Fill(items, one);

            return items;
        }

        Array.Resize(ref items, count);
        return items;
    }
}
