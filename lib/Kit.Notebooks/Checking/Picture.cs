using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Kit.Notebooks.Checking;

/// <summary>Looks whether a stored picture shows anything.</summary>
internal static class Picture
{
    private static readonly string[] Marks = ["path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image", "use"];

    /// <summary>Null where the picture shows something, otherwise what is wrong with it.</summary>
    public static string? Fault(string mimeType, string content) => mimeType switch
    {
        "image/svg+xml" => SvgFault(content),
        "image/png" => PngFault(content),
        _ => content.Length == 0 ? "the picture is empty" : null,
    };

    /// <summary>The texts of an SVG, one a line, and the number of its marks: what can be compared where no data lie beside it.</summary>
    public static string Contents(string svg)
    {
        var root = Load(svg);
        return root is null ? "" : $"{Drawn(root).Count()} marks\n"
            + string.Join('\n', root.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value));
    }

    private static string? SvgFault(string svg)
    {
        if (Load(svg) is not { } root)
        {
            return "the picture is not SVG";
        }

        return Drawn(root).Any() ? null : "the picture is empty: it draws no mark";
    }

    private static XElement? Load(string svg)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(svg), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 64 << 20 });
            var root = XElement.Load(reader);
            return root.Name.LocalName == "svg" ? root : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static IEnumerable<XElement> Drawn(XElement root) => root.Descendants()
        .Where(element => Marks.Contains(element.Name.LocalName) && IsDrawn(element, root))
        .Where(element => !element.Ancestors().Any(ancestor => ancestor.Name.LocalName is "defs" or "clipPath" or "mask" or "symbol" or "marker" or "pattern"));

    private static bool IsDrawn(XElement element, XElement root) => element.Name.LocalName switch
    {
        "path" => Has(element, "d") && IsPainted(element),
        "polyline" or "polygon" => Has(element, "points") && IsPainted(element),
        "circle" => Size(element, "r") > 0 && IsPainted(element),
        "ellipse" => Size(element, "rx") > 0 && Size(element, "ry") > 0 && IsPainted(element),
        "rect" => Size(element, "width") > 0 && Size(element, "height") > 0 && IsPainted(element) && !IsBackground(element, root),
        _ => true,
    };

    private static bool IsBackground(XElement rectangle, XElement root) =>
        (string?)rectangle.Attribute("width") == "100%"
        || (Size(rectangle, "width") >= Extent(root, 2, "width") && Size(rectangle, "height") >= Extent(root, 3, "height"));

    private static double Extent(XElement root, int place, string attribute)
    {
        var box = ((string?)root.Attribute("viewBox") ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return box.Length == 4 && double.TryParse(box[place], CultureInfo.InvariantCulture, out var extent) ? extent
            : Size(root, attribute) is > 0 and var size ? size : double.PositiveInfinity;
    }

    private static bool IsPainted(XElement element) =>
        (string?)element.Attribute("fill") != "none" || Inherited(element, "stroke") is not (null or "none");

    private static string? Inherited(XElement element, string attribute) =>
        element.AncestorsAndSelf().Select(owner => (string?)owner.Attribute(attribute)).FirstOrDefault(value => value is not null);

    private static bool Has(XElement element, string attribute) => !string.IsNullOrWhiteSpace((string?)element.Attribute(attribute));

    private static double Size(XElement element, string attribute)
    {
        var text = ((string?)element.Attribute(attribute) ?? "").Trim();
        text = text.EndsWith("px", StringComparison.Ordinal) ? text[..^2] : text.TrimEnd('%');
        return double.TryParse(text, CultureInfo.InvariantCulture, out var size) ? size : 0;
    }

    private static string? PngFault(string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64.Trim(), bytes, out var length) || length < 45 || !IsPng(bytes))
        {
            return "the picture is not PNG";
        }

        var (width, height) = (Word(bytes, 16), Word(bytes, 20));
        return width > 0 && height > 0 && bytes.AsSpan(0, length).IndexOf("IDAT"u8) > 0 ? null : "the picture is empty";
    }

    private static bool IsPng(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);

    private static uint Word(ReadOnlySpan<byte> bytes, int at) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
