using System.Globalization;
using System.Text;
using System.Xml;
using Kit.Display.Files;

namespace Kit.Notebooks.Checking;

/// <summary>Writes junit XML, which CI services read. It names no machine and no time of day.</summary>
public static class JUnitReport
{
    /// <summary>The XML; valid whatever characters names and messages hold.</summary>
    public static string ToXml(IEnumerable<JUnitSuite> suites)
    {
        var all = suites.ToList();
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, IndentChars = " ", NewLineChars = "\n", Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("testsuites");
            Counts(xml, [.. all.SelectMany(suite => suite.Cases)]);
            foreach (var suite in all)
            {
                xml.WriteStartElement("testsuite");
                xml.WriteAttributeString("name", Visible(suite.Name));
                Counts(xml, suite.Cases);
                foreach (var item in suite.Cases)
                {
                    Case(xml, suite, item);
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Writes the XML to a file, atomically.</summary>
    public static void Write(string path, IEnumerable<JUnitSuite> suites) => AtomicFile.Write(path, Encoding.UTF8.GetBytes(ToXml(suites)));

    /// <summary>XML 1.0 has no way to say most control characters: they are shown as <c>\x1B</c>.</summary>
    internal static string Visible(string text)
    {
        var shown = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
            {
                shown.Append(text[at]).Append(text[++at]);
            }
            else if (XmlConvert.IsXmlChar(text[at]))
            {
                shown.Append(text[at]);
            }
            else
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\x{(int)text[at]:X2}");
            }
        }

        return shown.ToString();
    }

    private static void Counts(XmlWriter xml, IReadOnlyList<JUnitCase> cases)
    {
        xml.WriteAttributeString("tests", Text(cases.Count));
        xml.WriteAttributeString("failures", Text(cases.Count(item => item.Failure is not null)));
        xml.WriteAttributeString("skipped", Text(cases.Count(item => item.Failure is null && item.Skipped is not null)));
        if (cases.Any(item => item.Duration is not null))
        {
            xml.WriteAttributeString("time", Seconds(cases.Aggregate(TimeSpan.Zero, (sum, item) => sum + (item.Duration ?? TimeSpan.Zero))));
        }
    }

    private static void Case(XmlWriter xml, JUnitSuite suite, JUnitCase item)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Visible(suite.Name));
        xml.WriteAttributeString("name", Visible(item.Name));
        if (item.Duration is { } duration)
        {
            xml.WriteAttributeString("time", Seconds(duration));
        }

        if (item.Failure is { } failure)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", Visible(failure.Split('\n')[0]));
            xml.WriteString(Visible(failure));
            xml.WriteEndElement();
        }
        else if (item.Skipped is { } skipped)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", Visible(skipped));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
