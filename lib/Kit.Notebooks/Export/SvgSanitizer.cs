using System.Xml;
using System.Xml.Linq;

namespace Kit.Notebooks.Export;

/// <summary>Takes out of a picture what could run where its file is opened by itself; inside a page an <c>img</c> runs nothing.</summary>
internal static class SvgSanitizer
{
    /// <summary>The picture without scripts, handlers and foreign content; the same text where it has none.</summary>
    /// <exception cref="XmlException">it is not well-formed XML, or declares a document type</exception>
    public static string Clean(string svg)
    {
        using var reader = XmlReader.Create(new StringReader(svg), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        var elements = document.Descendants().Where(element => element.Name.LocalName is "script" or "foreignObject" or "handler").ToList();
        var attributes = document.Descendants().Attributes().Where(IsActive).ToList();
        if (elements.Count + attributes.Count == 0)
        {
            return svg;
        }

        elements.Remove();
        attributes.Remove();
        return document.ToString(SaveOptions.DisableFormatting);
    }

    private static bool IsActive(XAttribute attribute) =>
        attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
        || (attribute.Name.LocalName is "href" or "values" or "to" or "from" && attribute.Value.Contains("javascript:", StringComparison.OrdinalIgnoreCase));
}
